import { askAhead } from '#cloud/call/ahead.h5'
import { routes } from '#routes'
import { sayNotBegun } from '#ui/go/notBegun.h5'
import { keepShell } from './keepShell'

/**
 * Where a browser begins. What `index.html` says is on the screen before anything of the app runs; then the app comes
 * up step by step, so that a tap or a scroll never waits for all of it. Each step knows the next, and brings nothing
 * that an earlier one has brought.
 */
async function start(): Promise<void> {
  await drawn()
  if (opensHome(location.hash)) askAhead({ op: 'home.get', input: {}, clock: true })
  const react = await import(/* webpackChunkName: "react" */ './react')
  await turn()
  const taro = await react.bringTaro()
  await turn()
  const app = await taro.bringApp()
  await turn()
  await app.bringRouter()
}

const opensHome = (hash: string) => ['', '#/', `#${routes.home}`].includes(hash)

/** The next frame has been drawn. A tab that nobody looks at draws none: its app begins when somebody does. */
function drawn(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => turn().then(done))
  })
}

/** Lets the browser do what waits: draw, scroll, hear a tap. */
function turn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(undefined)
  })
}

start().then(keepShell, sayNotBegun)
