const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * A new id for one intention, 24 characters. It needs to differ from the same person's other ids only,
 * so `Math.random`, which every client has, is enough.
 */
export function newCommandId(): string {
  let id = 'c'
  while (id.length < 24) id += alphabet.charAt(Math.floor(Math.random() * alphabet.length))
  return id
}
