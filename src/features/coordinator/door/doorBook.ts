import type { Roster, RosterHead, RosterParty } from '#contract/session'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { Instant, MemberId } from '#contract/shared/scalars'

/** A report from the door that the cloud has not confirmed. Reports are sent in order, each with its own time. */
export type DoorWord = { commandId: string; at: Instant } & (
  | { say: 'mark'; memberId: MemberId; present: boolean }
  | { say: 'walkIn'; name: string; size: number }
  | { say: 'undoWalkIn'; walkInId: string }
)

/** The list of a session as this phone last read it, and the words that are not sent. */
export interface DoorBook {
  parties: readonly RosterParty[]
  words: readonly DoorWord[]
  /** Which session it is; absent until the list was read once. */
  session?: RosterHead
  /** Whether the list was read at least once. */
  read: boolean
}

export const emptyBook: DoorBook = { parties: [], words: [], read: false }

export type DoorRow = RosterParty & {
  /** A word about this party is not sent. */
  unsent?: true
}

type Unsent<Word> = Word extends DoorWord ? Omit<Word, 'commandId' | 'at'> : never
/** A report as it is made at the door, before it has its id and its time. */
export type Said = Unsent<DoorWord>

/** What a tap on a row says: a party is there or not; a walk-in is taken off the list. */
export const tapOn = ({ memberId, walkIn }: Pick<DoorRow, 'memberId' | 'walkIn'>, present: boolean): Said =>
  walkIn ? { say: 'undoWalkIn', walkInId: memberId } : { say: 'mark', memberId, present }

/** The list as the cloud has it now. The waiting words stay. */
export const withRoster = (book: DoorBook, { parties, session }: Roster): DoorBook => ({
  ...book,
  parties,
  session,
  read: true,
})

/** The time of the next word. It is later than all before, so that of two taps on one party the second counts. */
export const nextWordAt = (book: DoorBook, now: Instant): Instant =>
  book.words.reduce((last, { at }) => Math.max(last, at + 1), now)

/** Adds a word. When it undoes a walk-in that was never sent, both are dropped. */
export function withWord(book: DoorBook, word: DoorWord): DoorBook {
  if (word.say === 'undoWalkIn') {
    const words = book.words.filter(({ commandId }) => commandId !== word.walkInId)
    if (words.length < book.words.length) return { ...book, words }
  }
  return { ...book, words: [...book.words, word] }
}

/** Takes a word that the cloud has accepted out of the waiting words and puts it into the list. */
export function afterAccepted(book: DoorBook, word: DoorWord, walkInId?: string): DoorBook {
  const words = book.words.filter(({ commandId }) => commandId !== word.commandId)
  return { ...book, words, parties: applyWord(book.parties, word, walkInId) }
}

/** Takes a refused word out of the waiting words. The list does not change. */
export const afterRefused = (book: DoorBook, { commandId }: DoorWord): DoorBook => ({
  ...book,
  words: book.words.filter((word) => word.commandId !== commandId),
})

function applyWord(
  parties: readonly RosterParty[],
  word: DoorWord,
  walkInId?: string,
): readonly RosterParty[] {
  switch (word.say) {
    case 'mark':
      return parties.map((party) => (party.memberId === word.memberId ? markedParty(party, word) : party))
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

function markedParty(
  { missed: _, ...party }: RosterParty,
  { present, at }: { present: boolean; at: Instant },
) {
  return { ...party, present, at }
}

/**
 * The rows of the door: the list of the cloud with the waiting words applied. A word that is under way is not called
 * unsent while `waits` is false.
 */
export function rowsOf({ parties, words }: DoorBook, waits = true): DoorRow[] {
  const after = words.reduce<readonly RosterParty[]>((before, word) => applyWord(before, word), parties)
  const unsent = new Set(
    (waits ? words : []).map((word) => (word.say === 'mark' ? word.memberId : word.commandId)),
  )
  return after
    .filter(({ state }) => state !== 'withdrawn')
    .map((party) => (unsent.has(party.memberId) ? { ...party, unsent: true } : party))
}

/** Counts the people in the rows. */
export function countsOf(rows: readonly DoorRow[]): { expected: number; came: number; walkedIn: number } {
  const people = (of: (row: DoorRow) => boolean) =>
    rows.reduce((sum, row) => sum + (of(row) ? row.size : 0), 0)
  return {
    expected: people(({ state, walkIn }) => state === 'confirmed' && !walkIn),
    came: people(({ present, walkIn }) => present === true && !walkIn),
    walkedIn: people(({ walkIn }) => walkIn === true),
  }
}

/**
 * Where a page of the shown rows begins: at the row that it began with, or where that is not shown any more, at the next
 * one of all. Where none follows, it is the last page.
 */
export function pageStart(
  shown: readonly DoorRow[],
  all: readonly DoorRow[],
  begin: string | undefined,
  size: number,
): number {
  const from = all.findIndex(({ memberId }) => memberId === begin)
  if (from <= 0) return 0
  const still = new Set(all.slice(from).map(({ memberId }) => memberId))
  const at = shown.findIndex(({ memberId }) => still.has(memberId))
  return at < 0 ? Math.max(0, shown.length - size) : at
}

/** The rows with a name that contains the typed text. */
export const rowsNamed = (rows: readonly DoorRow[], typed: string): DoorRow[] => {
  const words = typed.trim()
  return rows.filter(
    ({ name, names }) =>
      words === '' || [name, ...names].some((each) => nameSpelling(each).includes(nameSpelling(words))),
  )
}
