import * as v from 'valibot'
import type { Checked, Faults } from '#cloud/call/checked'
import type { InputOf } from '#contract/operations'
import { requestFile } from '#contract/request'
import type { MemberId } from '#contract/shared/scalars'
import { filingText } from '#text/request/requestFiling'

/** What another page has begun to write: `of` is the id of what it is about. */
export interface FilingBegun {
  of: string
  category: string
  description: string
}

/** The name under which the draft is kept; one for each member for whom the person files, and each thing it is about. */
export const filingKeptUnder = (actingFor?: MemberId, of?: string): string =>
  ['filing', ...(actingFor ? [actingFor] : []), ...(of ? [of] : [])].join(':')

/** A request that is being written. */
export interface FilingDraft {
  category?: string
  gridId: string
  /** Absent for a place outside the estates. */
  estateId?: string | undefined
  building?: string | undefined
  /** Whether a worker files for a resident without a phone. */
  forOther: boolean
  /** The answers to the category's questions, by field. */
  answers: Record<string, string>
  place: string
  description: string
  residentName: string
  residentPhone: string
}
/** The typed fields. The other fields are chosen. */
export type FilingWords = Pick<
  FilingDraft,
  'answers' | 'place' | 'description' | 'residentName' | 'residentPhone'
>

export const emptyFiling = (
  home: { gridId: string; estateId?: string | undefined },
  begun?: FilingBegun,
): FilingDraft => ({
  ...home,
  ...(begun && { category: begun.category }),
  forOther: false,
  answers: {},
  place: '',
  description: begun?.description ?? '',
  residentName: '',
  residentPhone: '',
})

const fields = ['category', 'gridId', 'place', 'description', 'forResident'] as const
export type FilingField = (typeof fields)[number]
/** What is wrong with a field and how to mend it. */
export type FilingFaults = Faults<FilingField>

/** The place as `request.file` takes it. */
export function whereFiled({ gridId, estateId, building, place }: FilingDraft) {
  if (estateId !== undefined) return { gridId, estateId, ...(building !== undefined && { building }) }
  const words = place.trim()
  return { gridId, ...(words !== '' && { place: words }) }
}

/** The input for `request.file`, or the faults. `asked` holds the fields of the chosen category. */
export function checkFiling(
  draft: FilingDraft,
  asked: readonly string[],
): Checked<InputOf<'request.file'>, FilingField> {
  const answers = Object.fromEntries(
    asked.map((field) => [field, (draft.answers[field] ?? '').trim()]).filter(([, said]) => said !== ''),
  )
  const phone = draft.residentPhone.trim()
  const parsed = v.safeParse(requestFile, {
    category: draft.category,
    description: draft.description,
    ...whereFiled(draft),
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(draft.forOther && { forResident: { name: draft.residentName, ...(phone !== '' && { phone }) } }),
  })
  const faults = faultsAt((parsed.issues ?? []).map((issue) => v.getDotPath(issue) ?? ''))
  if (draft.estateId === undefined && draft.place.trim() === '') faults.place = filingText.faults.place
  return parsed.success && !faults.place ? { input: parsed.output } : { faults }
}

/** The sentences for what is wrong at these paths of the input. */
export function faultsAt(paths: readonly string[]): { [Field in FilingField]?: string } {
  const faults: { [Field in FilingField]?: string } = {}
  for (const path of paths) {
    const field = fields.find((each) => path === each || path.startsWith(`${each}.`))
    if (field) faults[field] = filingText.faults[field]
  }
  return faults
}

const labels: Record<FilingField, string> = {
  category: filingText.category,
  gridId: filingText.grid,
  place: filingText.place,
  description: filingText.description,
  forResident: filingText.residentName,
}
/** The labels of the fields at fault, in the order of the page. */
export const labelsAt = (faults: FilingFaults): string[] =>
  fields.filter((field) => faults[field]).map((field) => labels[field])
