/** Figures about casts and imports. */
import ts from 'typescript'
import { app, listed, nodesOf, place, store, within } from './counting.mjs'

const isCast = (node) =>
  (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) && !ts.isConstTypeReference(node.type)

const shown = ({ source, node }) =>
  `${place(source, node)} ${node.getText(source.ast).replace(/\s+/g, ' ').slice(-50)}`

/**
 * Casts in app and store. `as const`, and the `as` of imports and exports, do not count; `as unknown as`
 * counts two.
 */
export function casts(tree) {
  return listed(nodesOf(within(tree, app, store), isCast).map(shown))
}

/** Casts in product code that the compiler does not check: through `unknown`, or to `never`. */
export function blindCasts(tree) {
  const isUnknown = (node) => isCast(node) && node.type.kind === ts.SyntaxKind.UnknownKeyword
  const isNever = (node) => isCast(node) && node.type.kind === ts.SyntaxKind.NeverKeyword
  const isBlind = (node) => isNever(node) || (isCast(node) && isUnknown(node.expression))
  return listed(nodesOf(tree.sources, isBlind).map(shown))
}

/**
 * Files of app that import the platform's SDK, the store's file that starts it, or something called
 * `operator`.
 */
export function sdkInApp(tree) {
  const isSdk = ({ specifier }) => specifier === 'wx-server-sdk'
  const near = within(tree, store).filter(({ imports }) => imports.some(isSdk))
  const nearSdk = new Set(near.map(({ file }) => file))
  const wrong = (each) => isSdk(each) || nearSdk.has(each.to) || each.names.includes('operator')
  const found = within(tree, app).map(({ file, imports }) => {
    const first = imports.find(wrong)
    return first && `${file}:${first.line} imports ${first.specifier}`
  })
  return listed(found.filter(Boolean))
}

/** Imports in src that go up two folders or more; they should use `#ui/…` and the like. */
export function farImports(tree) {
  return listed(
    within(tree, 'src/').flatMap(({ file, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('../../'))
        .map(({ line, specifier }) => `${file}:${line} ${specifier}`),
    ),
  )
}
