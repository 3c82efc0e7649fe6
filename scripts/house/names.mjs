/** Figures of names that stand more than once. */
import ts from 'typescript'
import { blind, grouped, listed } from './counting.mjs'

/** The names that a file exports, types included. A default has no name; `export *` is called `*`. */
function exportsOf({ ast }) {
  const names = new Set()
  const add = ({ name }) =>
    ts.isIdentifier(name) ? names.add(name.text) : name.elements.filter(ts.isBindingElement).forEach(add)
  for (const statement of ast.statements) {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause
      if (clause && ts.isNamedExports(clause)) clause.elements.forEach(add)
      else names.add(clause?.name.text ?? '*')
    }
    const modifiers = statement.modifiers?.map(({ kind }) => kind) ?? []
    if (!modifiers.includes(ts.SyntaxKind.ExportKeyword) || modifiers.includes(ts.SyntaxKind.DefaultKeyword))
      continue
    if (ts.isVariableStatement(statement)) statement.declarationList.declarations.forEach(add)
    else add(statement)
  }
  names.delete('default')
  return [...names]
}

/** A file without its ending; a platform's variant counts as one file with its base file. */
const baseOf = (file) => file.replace(/(\.h5)?\.[a-z]+$/, '')

/**
 * Export names in more than one file of product code, each with its files and how they are imported. A file
 * that no product code imports is an entry: the platform asks for its names, so they do not count.
 */
function doubleNames(tree) {
  const imports = tree.sources.flatMap((source) =>
    source.imports.map((each) => ({ ...each, from: source.file })),
  )
  const inner = imports.filter(({ to }) => to)
  const byTarget = grouped(inner, ({ to }) => baseOf(to))
  const exported = tree.sources
    .map((source) => ({ file: source.file, base: baseOf(source.file), names: exportsOf(source) }))
    .filter(({ base }) => byTarget.has(base))
    .flatMap(({ file, base, names }) => names.map((name) => ({ name, file, imports: byTarget.get(base) })))
  return [...grouped(exported, ({ name }) => name)]
    .map(([name, places]) => ({ name, places: [...grouped(places, ({ file }) => baseOf(file)).values()] }))
    .filter(({ places }) => places.length > 1)
    .map(({ name, places }) => ({ name, places: places.map(([first]) => first) }))
}

/** Export names in more than one file of product code; a platform's variants count as one file. */
export function sharedNames(tree) {
  const line = ({ name, places }) => `${name}: ${places.map(({ file }) => file).join(', ')}`
  return listed(doubleNames(tree).map(line))
}

/**
 * Shared names that are no namespace words. A namespace word is only read behind its subject, as in
 * `booking.list`: each of its files is imported as a whole (`import * as booking`) somewhere, and no import
 * takes the name alone.
 */
export function sharedNamesTakenAlone(tree) {
  const faults = doubleNames(tree).flatMap(({ name, places }) => {
    const alone = places.flatMap(({ imports }) => imports.filter(({ names }) => names.includes(name)))
    const never = places.filter(({ imports }) => !imports.some(({ whole }) => whole))
    if (alone.length > 0) return [`${name}: taken alone in ${alone.map(placeOf).join(', ')}`]
    if (never.length > 0)
      return [`${name}: never imported whole: ${never.map(({ file }) => file).join(', ')}`]
    return []
  })
  return listed(faults)
}

const placeOf = ({ from, line }) => `${from}:${line}`

/** Terms that occur more than once in the first columns of the glossary's tables; commas separate terms. */
export function doubleTerms(tree) {
  const lines = tree.glossary.split('\n')
  const isRule = (line) => /^\|[\s:|-]+\|\s*$/.test(line ?? '')
  const terms = lines.flatMap((line, at) => {
    if (!line.startsWith('|') || isRule(line) || isRule(lines[at + 1])) return []
    return line
      .split('|')[1]
      .split(',')
      .map((term) => ({ term: term.trim().toLowerCase(), line: at + 1 }))
  })
  if (terms.length === 0) return blind('docs/glossary.md has no table')
  const twice = [...grouped(terms, ({ term }) => term)].filter(([, places]) => places.length > 1)
  return listed(
    twice.map(([term, places]) => `docs/glossary.md:${places.map(({ line }) => line).join(', ')} ${term}`),
  )
}
