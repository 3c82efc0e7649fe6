/** Figures of the operations and their rows. */
import ts from 'typescript'
import { app, blind, grouped, listed, nodesOf, place, within } from './counting.mjs'
import { parse } from './tree.mjs'

/** The names of the contract's operations: every text in it of the form `subject.verb`. */
function operationsOf(tree) {
  const texts = nodesOf(within(tree, 'contract/'), ts.isStringLiteralLike).map(({ node }) => node.text)
  return new Set(texts.filter((text) => /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(text)))
}

/**
 * How many texts in app are an operation's name, beyond one for each; an operation that is never named counts
 * as well.
 */
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
 * Verbs that only read, in every subject: `booking.list`. Words that read in one subject and write in another
 * (verify, export, code) are left out. A new reading verb belongs here.
 */
const readingVerbs = new Set(
  (
    'accessLog atRisk candidates certificates dependents digest drawProof feedbacks forgotten get hands honours ' +
    'leaderboard list me mine months noShows overview pending rates roles roster search similar statement tellings templates ' +
    'unfinished url whole'
  ).split(' '),
)

/**
 * Operations with a reading verb whose row in app (an object with `who`) does not say `kind: 'read'`, or that
 * have no row.
 */
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

/** The value of a field of an object literal; undefined for anything else. */
function fieldOf(node, name) {
  if (!ts.isObjectLiteralExpression(node)) return undefined
  return node.properties.find((each) => ts.isPropertyAssignment(each) && each.name.text === name)?.initializer
}

/**
 * Whether a test is missing that asks every operation as the first admin before registering; the code alone
 * does not show whether one answers `internal`. It is 1 while no test with `.each` has "first admin" in its
 * name, otherwise 0.
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
