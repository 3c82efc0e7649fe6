/** Where this browser keeps the bearer token of the person signed in. */
export const tokenKey = 'session'

/** The bearer token that is kept here; the start of the page reads it as well. */
export function keptToken(): string | undefined {
  return localStorage.getItem(tokenKey) ?? undefined
}
