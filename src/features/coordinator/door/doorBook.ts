import type { RosterParty } from '#contract/session'
import type { Instant, MemberId } from '#contract/shared/scalars'

/** One word said at the door, until the cloud has heard it. Each is sent once, in order, with its own time. */
export type DoorWord = { commandId: string; at: Instant } & (
  | { say: 'mark'; memberId: MemberId; present: boolean }
  | { say: 'walkIn'; name: string; size: number }
  | { say: 'undoWalkIn'; walkInId: string }
)

/** The list of a session as this phone last read it, and what it has still to tell. */
export interface DoorBook {
  parties: readonly RosterParty[]
  words: readonly DoorWord[]
  /** It was read at least once. */
  read: boolean
}

export const emptyBook: DoorBook = { parties: [], words: [], read: false }

export type DoorRow = RosterParty & {
  /** Said here and not yet heard by the cloud. */
  unsent?: true
}

/** Later than every word before it, so that of two taps on one party the second counts. */
export const nextAt = (book: DoorBook, now: Instant): Instant =>
  book.words.reduce((last, { at }) => Math.max(last, at + 1), now)

/** Adds a word. What undoes a walk-in that nobody has heard of takes it away instead. */
export function said(book: DoorBook, word: DoorWord): DoorBook {
  if (word.say === 'undoWalkIn') {
    const words = book.words.filter(({ commandId }) => commandId !== word.walkInId)
    if (words.length < book.words.length) return { ...book, words }
  }
  return { ...book, words: [...book.words, word] }
}

/** The cloud has heard a word, or will never take it: the list holds what it says, where it was taken. */
export function heard(book: DoorBook, word: DoorWord, walkInId?: string): DoorBook {
  const words = book.words.filter(({ commandId }) => commandId !== word.commandId)
  return { ...book, words, parties: applied(book.parties, word, walkInId) }
}

/** A word that was refused changes nothing. */
export const dropped = (book: DoorBook, { commandId }: DoorWord): DoorBook => ({
  ...book,
  words: book.words.filter((word) => word.commandId !== commandId),
})

function applied(parties: readonly RosterParty[], word: DoorWord, walkInId?: string): readonly RosterParty[] {
  switch (word.say) {
    case 'mark':
      return parties.map((party) => (party.memberId === word.memberId ? marked(party, word) : party))
    case 'undoWalkIn':
      return parties.filter(({ memberId }) => memberId !== word.walkInId)
    case 'walkIn': {
      const memberId = walkInId ?? word.commandId
      if (parties.some((party) => party.memberId === memberId)) return parties
      const { name, size, at } = word
      return [
        ...parties,
        { memberId, name, size, names: [name], state: 'confirmed', present: true, at, walkIn: true },
      ]
    }
  }
}

function marked({ missed: _, ...party }: RosterParty, { present, at }: { present: boolean; at: Instant }) {
  return { ...party, present, at }
}

/** Everybody who may stand at the door, with what was said here on top of what the cloud said. */
export function rowsOf({ parties, words }: DoorBook): DoorRow[] {
  const after = words.reduce<readonly RosterParty[]>((before, word) => applied(before, word), parties)
  const unsent = new Set(words.map((word) => (word.say === 'mark' ? word.memberId : word.commandId)))
  return after
    .filter(({ state }) => state !== 'withdrawn')
    .map((party) => (unsent.has(party.memberId) ? { ...party, unsent: true } : party))
}

/** People, counted over what is shown. */
export function countsOf(rows: readonly DoorRow[]): { expected: number; came: number; walkedIn: number } {
  const people = (of: (row: DoorRow) => boolean) =>
    rows.reduce((sum, row) => sum + (of(row) ? row.size : 0), 0)
  return {
    expected: people(({ state, walkIn }) => state === 'confirmed' && !walkIn),
    came: people(({ present, walkIn }) => present === true && !walkIn),
    walkedIn: people(({ walkIn }) => walkIn === true),
  }
}

/** Those whose names hold what was typed. */
export const found = (rows: readonly DoorRow[], typed: string): DoorRow[] => {
  const words = typed.trim()
  return rows.filter(
    ({ name, names }) => words === '' || [name, ...names].some((each) => each.includes(words)),
  )
}
