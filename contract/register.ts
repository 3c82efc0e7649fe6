import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import { type GridId, type Instant, id, line, text } from './shared/scalars'

/** The largest text of a register part: the whole call is at most 256 KB. */
const registerMax = 250 * 1024

/**
 * One part of the household register. Exactly one of `csv` (its text) and `csvBase64` (its bytes, UTF-8 or GB18030);
 * each part begins with the heading. `firstRow` is the number of its first line after the heading.
 */
export const memberImport = v.pipe(
  v.object({
    csv: v.optional(v.pipe(text, v.maxLength(registerMax))),
    csvBase64: v.optional(
      v.pipe(v.string(), v.maxLength(registerMax), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'is not base64')),
    ),
    dryRun: v.boolean(),
    firstRow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1_000_000))),
  }),
  v.check(
    ({ csv, csvBase64 }) => (csv === undefined) !== (csvBase64 === undefined),
    'give exactly one of csv and csvBase64',
  ),
)

/**
 * What the household register says about a registration; `same` where the two agree. `taken`: they agree, but
 * somebody lives there under this name, or as many accounts as the register vouches for.
 */
export type RegisterHint =
  | { match: 'same' | 'other_name' | 'taken' }
  | { match: 'no_dwelling'; removed?: DwellingRemoval }
  | { match: 'other_grid'; gridId: GridId }

/** The register had the dwelling until somebody took it out; `by` is absent where nobody's name is known. */
export interface DwellingRemoval {
  at: Instant
  reason: string
  by?: string
}

/** A row of the file as it was understood, for whoever looks before importing. Residents are counted, not named. */
export interface RegisterRowRead {
  row: number
  door: string
  grid: string
  /** Absent where the community has no resident groups. */
  group?: string
  residents: number
}

/** The result of one part of the register. With errors, or in a dry run, nothing was written. */
export interface RegisterImported {
  /** How many rows are not empty. */
  rows: number
  /** The errors, with the number of the row in the file. */
  errors: { row: number; message: string }[]
  /**
   * Dry run only. For each line after the heading, the key of its dwelling; empty where there is none. Equal
   * keys in two parts of a file are one dwelling.
   */
  keys?: string[]
  /** Dry run only: the first rows of the part that are right. */
  read?: RegisterRowRead[]
  /** Real run only: how many dwellings are new or were corrected. */
  changed?: number
  /** Real run only: how many waiting people the register now confirms. */
  verified?: number
}

/** One dwelling that is to be taken out of the register, and why. */
export const memberRemoveDwelling = v.object({
  estateId: id,
  building: line(1, 10),
  unit: line(1, 20),
  /** It stands on record beside the dwelling. */
  reason: line(2, 100),
})

/** Since when the register says nothing of the dwelling any more. */
export interface DwellingRemoved {
  removedAt: Instant
}

export const registerOperations = {
  'member.import': { input: memberImport, reply: reply<RegisterImported>() },
  'member.removeDwelling': { input: memberRemoveDwelling, reply: reply<DwellingRemoved>() },
} as const satisfies Record<string, ContractRow>
