const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A new id for one intention, of 24 characters. It must differ from the other ids of the same person only, so that
 * `Math.random`, which every client has, is enough.
 */
export function newCommandId(): string {
  let id = 'c'
  while (id.length < 24) id += alphabet.charAt(Math.floor(Math.random() * alphabet.length))
  return id
}
