import { nameSpelling } from '#contract/shared/nameSpelling'
import type { SubsidyBook, SubsidyDeskLine, SubsidyPerson, SubsidyStep } from '#contract/subsidy'

/** Whose lines are looked at: everybody's, those that wait for the viewer, or for one step. */
export type BookShow = 'all' | 'mine' | SubsidyStep
export const bookShows = ['all', 'mine', 'approve', 'pay', 'receive'] as const

/** A person with their lines, the latest first. */
export interface BookRow {
  person: SubsidyPerson
  lines: SubsidyDeskLine[]
}

const fits = (show: BookShow, { next, mayDo }: SubsidyDeskLine): boolean =>
  show === 'mine' ? mayDo === true : next === show

/** Who is shown, by what they wait for and by name; in the order of the book. */
export function bookRows({ people, lines }: SubsidyBook, show: BookShow, typed: string): BookRow[] {
  const asked = nameSpelling(typed.trim())
  return people
    .map((person) => ({
      person,
      lines: lines.filter(({ memberId }) => memberId === person.memberId).reverse(),
    }))
    .filter(
      (row) =>
        nameSpelling(row.person.name).includes(asked) &&
        (show === 'all' || row.lines.some((line) => fits(show, line))),
    )
}

/** The lines at which the viewer may do this step now, and what they come to. */
export function linesFor(
  { lines }: Pick<SubsidyBook, 'lines'>,
  step: SubsidyStep,
): { lineIds: string[]; fen: number } {
  const ready = lines.filter(({ next, mayDo }) => next === step && mayDo)
  return { lineIds: ready.map(({ lineId }) => lineId), fen: ready.reduce((sum, { fen }) => sum + fen, 0) }
}
