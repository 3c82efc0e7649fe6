import Taro from '@tarojs/taro'
import { discardAll, discardTab } from '#cloud/kept/kept.h5'
import { discardAllLasting } from '#cloud/kept/lasting.h5'
import { routes } from '#routes'
import { forgetReads } from './readMemory'
import { keptToken, tokenKey } from './token.h5'

/** The bearer token of the person signed in on this browser. */
export function sessionToken(): string | undefined {
  return keptToken()
}

/**
 * Only a registered person can sign a browser in: a token of a stranger has expired. A cloud on one's own machine also
 * gives tokens with which a browser stands for somebody's phone in WeChat.
 */
export const strangersAreKnown = (): boolean => sessionToken()?.startsWith('phone:') ?? false

/** Whether a call can have a person behind it. */
export function isSignedIn(): boolean {
  return sessionToken() !== undefined
}

/** Keeps the token, and removes everything that another person read or wrote here. */
export function signIn(token: string): void {
  localStorage.setItem(tokenKey, token)
  forgetReads()
  discardAll()
  void discardAllLasting()
}

export function signOut(): void {
  localStorage.removeItem(tokenKey)
  forgetReads()
  discardAll()
  void discardAllLasting()
}

/** Removes a token that no longer counts, as after an account is closed, and everything kept for it. The page stays. */
export function dropSession(token: string | undefined): void {
  if (token !== undefined && token === sessionToken()) signOut()
}

// Another tab has signed in or out. Nothing of the earlier person stays here, neither on the page nor behind it.
window.addEventListener('storage', ({ key }) => {
  if (key !== tokenKey && key !== null) return
  discardTab()
  location.reload()
})

/** Whether a refused reading already leads to the sign-in page. Several readings of one page may be refused at once. */
let leading = false

/** Leads to the sign-in page, which leads back to the page in front. A token that no longer counts is removed. */
export function askToSignIn(): void {
  signOut()
  const here = location.hash.slice(1)
  if (leading || here.startsWith(routes.enter)) return
  leading = true
  void Taro.redirectTo({
    url: `${routes.enter}?back=${encodeURIComponent(here)}`,
    complete: () => {
      leading = false
    },
  })
}
