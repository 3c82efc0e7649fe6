/** Figures about sizes. */
import ts from 'typescript'
import { blind, grouped, listed, nodesOf, place, store, within } from './counting.mjs'
import { linesOf } from './tree.mjs'

/**
 * The number of files in the fullest folder, stylesheets and pictures included; folders inside it do not
 * count.
 */
export function fullestFolder(files, limit) {
  const folders = [...grouped(files, (file) => file.slice(0, file.lastIndexOf('/')))]
    .map(([folder, { length }]) => ({ folder, length }))
    .sort((one, other) => other.length - one.length)
  return {
    now: folders[0]?.length ?? 0,
    found: folders
      .filter(({ length }) => length > limit)
      .map(({ folder, length }) => `${folder}: ${length} files`),
  }
}

/** Functions of more than 100 lines, from their first line to their closing brace; their docstring does not count. */
export function longFunctions(tree) {
  const long = tree.sources.flatMap((source) =>
    nodesOf([source], (node) => ts.isFunctionLike(node) && node.body && linesOf(source.ast, node) > 100),
  )
  const line = ({ source, node }) =>
    `${place(source, node)} ${node.name?.text ?? ''} ${linesOf(source.ast, node)} lines`
  return listed(long.map(line))
}

/**
 * Lines of the store that declare indexes: every property called `indexes`, and the functions and constants
 * of the store that a literal one uses. A property that derives its value declares nothing.
 */
export function indexLines(tree) {
  const sources = within(tree, store)
  const named = new Map(sources.flatMap(valuesOf).map((value) => [value.name, value]))
  const counted = new Set()
  const found = []
  const count = ({ source, node }) => {
    if (counted.has(node)) return
    counted.add(node)
    found.push({ where: place(source, node), lines: linesOf(source.ast, node) })
    for (const name of namesUsedIn(node)) if (named.has(name)) count(named.get(name))
  }
  const isIndexes = (node) =>
    ts.isPropertyAssignment(node) &&
    node.name.text === 'indexes' &&
    (ts.isObjectLiteralExpression(node.initializer) || ts.isArrayLiteralExpression(node.initializer))
  nodesOf(sources, isIndexes).forEach(count)
  if (found.length === 0) return blind('no property of the store is called `indexes`')
  return {
    now: found.reduce((sum, { lines }) => sum + lines, 0),
    found: found.map(({ where, lines }) => `${where} ${lines} lines`),
  }
}

/** The constants and functions at the top of a file. */
function valuesOf(source) {
  return source.ast.statements
    .flatMap((node) => (ts.isVariableStatement(node) ? [...node.declarationList.declarations] : [node]))
    .filter((node) => ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node))
    .map((node) => ({ name: node.name?.text, source, node }))
}

/** The names that a node uses as values; names of fields and types do not count. */
function namesUsedIn(node) {
  const names = new Set()
  const visit = (each) => {
    if (ts.isTypeNode(each)) return
    if (ts.isIdentifier(each)) names.add(each.text)
    else if (ts.isPropertyAssignment(each)) visit(each.initializer)
    else if (ts.isPropertyAccessExpression(each)) visit(each.expression)
    else ts.forEachChild(each, visit)
  }
  visit(node)
  return names
}
