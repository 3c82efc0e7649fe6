import { isPlainObject, type PlainObject } from '#local/engine/documents'

/** A token that begins so belongs to a browser that stands for somebody's phone. */
const prefix = 'phone:'

/**
 * The token of a browser that stands for a person's phone: what it asks comes from the mini-program, as theirs. A
 * browser can be signed in by members alone, so this is how somebody who has not registered is seen in one.
 */
export const phoneToken = (openid: string): string => prefix + openid

/** Whose phone the browser stands for; undefined for every other call. */
export function holderOf({ headers }: PlainObject): string | undefined {
  const given = isPlainObject(headers) ? headers.authorization : undefined
  const bearer = `Bearer ${prefix}`
  return typeof given === 'string' && given.startsWith(bearer) ? given.slice(bearer.length) : undefined
}

/** What the phone asks the function: the body of the call. What is no JSON reaches the function as it is, and is refused there. */
export function askedOnPhone({ body }: PlainObject): unknown {
  try {
    return JSON.parse(String(body))
  } catch {
    return body
  }
}
