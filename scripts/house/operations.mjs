/** Figures of the operations and their rows. */
import ts from 'typescript'
import { app, blind, grouped, listed, nodesOf, place, within } from './counting.mjs'
import { parse } from './tree.mjs'

/** The names that the contract gives to operations: every text of it that has the shape `subject.verb`. */
function operationsOf(tree) {
  const texts = nodesOf(within(tree, 'contract/'), ts.isStringLiteralLike).map(({ node }) => node.text)
  return new Set(texts.filter((text) => /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(text)))
}

/** How often the names of operations are written in app beyond once each; one that is never written counts as well. */
export function strayOperationNames(tree) {
  const operations = operationsOf(tree)
  if (operations.size === 0) return blind('the contract names no operation like `subject.verb`')
  const named = nodesOf(
    within(tree, app),
    (node) => ts.isStringLiteralLike(node) && operations.has(node.text),
  )
  const places = grouped(named, ({ node }) => node.text)
  const stray = [...operations].filter((name) => places.get(name)?.length !== 1)
  return {
    now: stray.reduce((sum, name) => sum + Math.abs((places.get(name)?.length ?? 0) - 1), 0),
    found: stray.map((name) => {
      const where = (places.get(name) ?? []).map(({ source, node }) => place(source, node))
      return `${name}: ${where.join(', ') || 'nowhere'}`
    }),
  }
}

/**
 * Verbs that only read, whatever the subject: `booking.list`. Words that read for one subject and write for another
 * (verify, export, code) are left out. A new reading verb belongs here.
 */
const readingVerbs = new Set(
  (
    'accessLog atRisk candidates certificates dependents digest drawProof feedbacks forgotten get hands honours ' +
    'leaderboard list me mine months noShows overview pending rates roles roster search similar statement templates ' +
    'unfinished url whole'
  ).split(' '),
)

/** Operations with a reading verb whose row in app (what says `who`) does not say `kind: 'read'`, or that have no row. */
export function readsAsWrites(tree) {
  const operations = operationsOf(tree)
  const reads = [...operations].filter((name) => readingVerbs.has(name.split('.')[1]))
  if (reads.length === 0) return blind('the contract names no operation with a reading verb')
  const isRow = (node) =>
    ts.isPropertyAssignment(node) && operations.has(node.name.text) && fieldOf(rowOf(node), 'who')
  const rows = new Map(nodesOf(within(tree, app), isRow).map((row) => [row.node.name.text, row]))
  return listed(
    reads.flatMap((name) => {
      const row = rows.get(name)
      if (!row) return [`${name}: no row`]
      const kind = fieldOf(rowOf(row.node), 'kind')?.text
      return kind === 'read' ? [] : [`${place(row.source, row.node)} ${name}: ${kind ?? 'no kind'}`]
    }),
  )
}

const rowOf = ({ initializer }) =>
  ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer

/** What an object literal says under a name; undefined for what is no such literal. */
function fieldOf(node, name) {
  if (!ts.isObjectLiteralExpression(node)) return undefined
  return node.properties.find((each) => ts.isPropertyAssignment(each) && each.name.text === name)?.initializer
}

/**
 * Nobody can see in the code that no operation answers `internal` to the first admin before registering; a test has to
 * ask them all. So this is 1 while no test with `.each` calls itself after the "first admin", and 0 when one does.
 */
export function firstAdminUnasked(tree) {
  const called = /first admin/i
  const asks = (node, { ast }) =>
    ts.isCallExpression(node) &&
    node.arguments.some((each) => ts.isStringLiteralLike(each) && called.test(each.text)) &&
    /\.each\b/.test(node.getText(ast))
  const near = tree.tests.filter(({ text }) => called.test(text))
  const sources = near.map(({ file, text }) => ({ file, ast: parse(file, text) }))
  const asked = sources.some((source) => nodesOf([source], (node) => asks(node, source)).length > 0)
  return listed(asked ? [] : ['no test with `.each` is called after the "first admin"'])
}
