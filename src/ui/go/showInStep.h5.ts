import { history } from '@tarojs/router'
import Taro from '@tarojs/taro'
import { routes } from '#routes'
import { sayNotBegun } from './notBegun.h5'
import { type PageNotOpened, tellNotOpened } from './notOpened.h5'

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
 * address names. Where no script comes, the address goes back to the page that stands, and `NotOpened` says so.
 * Called before the router is made, since it takes the place of the router's first listener.
 */
export function showInStep(): void {
  Taro.eventCenter.once('__taroRouterLaunch', () => {
    if (!pageOf(history.location)) history.replace(nowhereFrom(history.location))
    const { listen } = history
    history.listen = (show) => {
      history.listen = listen
      return listen(inStep(show))
    }
  })
}

function inStep(show: Show): Show {
  let shown = history.location
  /** The address is being put right; what stands is right already. */
  let mending = false
  /** What is said once the address is back: a sheet has an entry of its own in the history, which Back would close. */
  let unsaid: PageNotOpened | undefined
  const first = scriptOf(shown).then((there) => {
    if (!there) sayNotBegun()
  })
  const replace = (to: Partial<Place>, state?: unknown) => {
    mending = true
    history.replace(to, state)
    mending = false
  }

  return async (update) => {
    if (mending) return
    if (!pageOf(update.location)) replace(nowhereFrom(update.location))
    const { location } = history
    if (isSame(location, shown)) {
      if (unsaid) tellNotOpened(unsaid)
      unsaid = undefined
      return
    }
    unsaid = undefined
    const [there] = await Promise.all([scriptOf(location), first])
    if (history.location !== location) return
    if (there) {
      shown = location
      tellNotOpened(undefined)
      return show({ ...update, location })
    }
    const how: string = update.action
    const { pathname, search, state } = location
    const page: PageNotOpened = {
      again: async () => {
        if (!(await scriptOf(location))) return false
        history[how === 'REPLACE' ? 'replace' : 'push']({ pathname, search }, state)
        return true
      },
      afresh: () => {
        history.push({ pathname, search }, state)
        window.location.reload()
      },
    }
    if (how === 'PUSH') {
      unsaid = page
      return history.back()
    }
    if (how === 'REPLACE') replace({ pathname: shown.pathname, search: shown.search }, shown.state)
    else {
      mending = true
      history.push({ pathname: shown.pathname, search: shown.search }, shown.state)
      mending = false
    }
    shown = history.location
    tellNotOpened(page)
  }
}

const isSame = (one: Place, other: Place) =>
  one.key === other.key && one.pathname === other.pathname && one.search === other.search

/** `/` is home, as the router makes of it. */
const pageOf = ({ pathname }: Pick<Place, 'pathname'>) =>
  window.__taroAppConfig.routes.find(({ path }) => `/${path}` === pathname || pathname === '/')

const nowhereFrom = ({ pathname }: Place) => ({
  pathname: routes.nowhere,
  search: `?from=${encodeURIComponent(pathname)}`,
})

/** Loads the script of a page that has not been opened yet; whether it is there. */
async function scriptOf(place: Place): Promise<boolean> {
  try {
    await pageOf(place)?.load()[0]
    return true
  } catch {
    return false
  }
}
