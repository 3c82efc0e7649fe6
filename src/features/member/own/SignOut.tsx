/** In WeChat there is nothing to sign out of. */
export function SignOut() {
  return null
}
