import { history } from '@tarojs/router'
import Taro from '@tarojs/taro'

type Show = Parameters<typeof history.listen>[0]
type Place = Parameters<Show>[0]['location']

declare global {
  interface Window {
    /** Taro's own: every page with the way to load its script. */
    __taroAppConfig: { routes: { path: string; load: () => unknown[] }[] }
  }
}

/**
 * Shows the page of the address, and no other. Taro shows a page as soon as its script has come, even where somebody
 * has gone elsewhere meanwhile, as by the phone's own back on a slow network: the page then lies over the one that the
 * address names. Called before the router is made, since it takes the place of the router's first listener.
 */
export function showInStep(): void {
  Taro.eventCenter.once('__taroRouterLaunch', () => {
    const { listen } = history
    history.listen = (show) => {
      history.listen = listen
      return listen(inStep(show))
    }
  })
}

function inStep(show: Show): Show {
  let shown = history.location
  const first = scriptOf(shown)
  return async (update) => {
    const { location } = update
    if (isSame(location, shown)) return
    const [there] = await Promise.all([scriptOf(location), first])
    if (history.location !== location) return
    const how: string = update.action
    // the address goes back to the page that is shown, so that the same tap may try again
    if (!there && how === 'PUSH') return history.back()
    shown = location
    show(update)
  }
}

const isSame = (one: Place, other: Place) =>
  one.key === other.key && one.pathname === other.pathname && one.search === other.search

/** Loads the script of a page that has not been opened yet; whether it is there. */
async function scriptOf({ pathname }: Place): Promise<boolean> {
  const page = window.__taroAppConfig.routes.find(({ path }) => `/${path}` === pathname)
  try {
    await page?.load()[0]
    return true
  } catch {
    return false
  }
}
