/** Reads the present house: its files, their syntax, and who imports whom. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The rooms of product code. */
export const rooms = ['contract', 'cloudfunctions', 'src', 'local']

const cruiser = new URL('../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url)

/**
 * @typedef {object} Import one `import`, `export … from`, `import()` or `require()`
 * @property {string} specifier as it is written
 * @property {string} [to] the file it leads to; absent for a package, a stylesheet or a picture
 * @property {number} line
 * @property {string[]} names the names it takes from the file, as the file calls them
 * @property {boolean} whole whether it takes the file as a whole: `import * as subject`
 *
 * @typedef {object} Source
 * @property {string} file
 * @property {ts.SourceFile} ast
 * @property {Import[]} imports
 *
 * @typedef {object} Tree
 * @property {string[]} files every file of product code; paths are relative to the root and have forward
 * slashes
 * @property {Source[]} sources the files that are code
 * @property {{ file: string, text: string }[]} tests
 * @property {string} glossary
 * @property {string[]} wrongArrows the imports that dependency-cruiser forbids, one line for each
 */

/**
 * @param {string} root the folder of package.json and .dependency-cruiser.cjs
 * @returns {Promise<Tree>}
 */
export async function readTree(root) {
  const reading = cruise(root)
  const files = rooms.flatMap((room) => filesUnder(root, room))
  const parsed = files.filter(isCode).map((file) => ({ file, ast: parse(file, textOf(root, file)) }))
  const tests = filesUnder(root, 'test').filter((file) => /\.test\.tsx?$/.test(file))
  const { wrongArrows, targets } = await reading
  return {
    files,
    sources: parsed.map(({ file, ast }) => ({ file, ast, imports: importsOf(ast, targets.get(file)) })),
    tests: tests.map((file) => ({ file, text: textOf(root, file) })),
    glossary: textOf(root, 'docs/glossary.md'),
    wrongArrows,
  }
}

const isCode = (file) => /\.(ts|tsx|js|cjs|mjs)$/.test(file)

function filesUnder(root, folder) {
  if (!existsSync(path.join(root, folder))) return []
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort()
}

const textOf = (root, file) => readFileSync(path.join(root, file), 'utf8')

/** The syntax of a file; nodes do not know their parents. */
export const parse = (file, text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest)

/** Calls `visit` with the node and with everything in it. */
export function walk(node, visit) {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** The line in which a node begins, without its comment; from 1. */
export const lineOf = (ast, node) => ast.getLineAndCharacterOfPosition(node.getStart(ast)).line + 1

/** How many lines a node spans, without its comment. */
export const linesOf = (ast, node) =>
  ast.getLineAndCharacterOfPosition(node.getEnd()).line - lineOf(ast, node) + 2

/** @returns {Import[]} */
function importsOf(ast, targets) {
  const imports = []
  walk(ast, (node) => {
    const found = importOf(node)
    if (!found) return
    const specifier = found.from.text
    imports.push({ line: lineOf(ast, node), specifier, to: targets?.get(specifier), ...found })
  })
  return imports
}

function importOf(node) {
  if (ts.isImportDeclaration(node)) return taken(node.moduleSpecifier, node.importClause?.namedBindings)
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return taken(node.moduleSpecifier, node.exportClause)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { from: node.argument.literal, names: [node.qualifier?.text].filter(Boolean), whole: false }
  if (!ts.isCallExpression(node) || !node.arguments[0] || !ts.isStringLiteralLike(node.arguments[0])) return
  const { expression } = node
  if (expression.kind === ts.SyntaxKind.ImportKeyword || expression.text === 'require')
    return { from: node.arguments[0], names: [], whole: true }
}

/** The names in the braces of an import; `* as subject` takes the whole file. */
function taken(from, bindings) {
  const names = (bindings?.elements ?? []).map(({ propertyName, name }) => (propertyName ?? name).text)
  const whole = bindings !== undefined && (ts.isNamespaceImport(bindings) || ts.isNamespaceExport(bindings))
  return { from, names, whole }
}

/**
 * Runs dependency-cruiser with the project's own rules: which imports they forbid, and where each import
 * leads.
 */
async function cruise(root) {
  const args = [
    fileURLToPath(cruiser),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...rooms,
  ]
  const { modules, summary } = JSON.parse(await outputOf(args, root))
  const targets = modules.map(({ source, dependencies }) => [
    source,
    new Map(dependencies.map(({ module, resolved }) => [module, resolved])),
  ])
  const wrong = summary.violations.filter(({ rule }) => rule.severity === 'error')
  return { wrongArrows: wrong.map(arrowOf), targets: new Map(targets) }
}

/** A forbidden import, or a whole cycle, with the rule that forbids it. */
function arrowOf({ rule, from, to, cycle }) {
  const way = cycle ? cycle.map(({ name }) => name) : [to]
  return `${[from, ...way].join(' → ')} (${rule.name})`
}

/** What a Node script prints; throws with its error text where it prints nothing. */
function outputOf(args, cwd) {
  const child = spawn(process.execPath, args, { cwd })
  const [out, complaint] = [[], []]
  child.stdout.on('data', (chunk) => out.push(chunk))
  child.stderr.on('data', (chunk) => complaint.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => {
      if (out.length > 0) resolve(Buffer.concat(out).toString())
      else reject(new Error(Buffer.concat(complaint).toString()))
    })
  })
}
