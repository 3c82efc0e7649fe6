import type { Position } from './lists'

/** A list's cursor was not made by that list. */
export class BadCursor extends Error {}

const fieldOf = (shown: object, field: string): unknown =>
  Object.entries(shown).find(([name]) => name === field)?.[1]

/** The cursor of the position after `shown`, in a list sorted by `field`. */
export const writeCursor = (shown: object, field: string): string =>
  Buffer.from(JSON.stringify([fieldOf(shown, field), fieldOf(shown, '_id')])).toString('base64url')

/** Throws BadCursor. */
export function readCursor(cursor: string): Position {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(read) && read.length === 2) {
      const [value, id] = read
      if ((typeof value === 'number' || typeof value === 'string') && typeof id === 'string')
        return [value, id]
    }
  } catch {
    // any unreadable cursor gets the refusal below
  }
  throw new BadCursor('the cursor was not made by this list')
}

/** The position after a document that a list has shown. Throws for a value that cannot be ordered. */
export function positionOf(shown: { _id: string }, field: string): Position {
  const value = fieldOf(shown, field)
  if (typeof value === 'number' || typeof value === 'string') return [value, shown._id]
  throw new Error(`a list cannot go on behind ${field} of ${shown._id}`)
}
