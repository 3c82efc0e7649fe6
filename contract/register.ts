import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import type { GridId } from './shared/scalars'

/** A register's text may not be larger: the call around it is at most 256 KB. */
const registerMax = 250 * 1024

/**
 * One part of the household register. Exactly one of `csv` (its text) and `csvBase64` (its bytes, UTF-8 or GB18030);
 * each part begins with the heading. `firstRow` is the number of its first line after the heading.
 */
export const memberImport = v.pipe(
  v.object({
    csv: v.optional(v.pipe(v.string(), v.maxLength(registerMax))),
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

/** What the household register says of a registration; `same` where it says the same. */
export type RegisterHint =
  | { match: 'same' | 'no_dwelling' | 'other_name' }
  | { match: 'other_grid'; gridId: GridId }

/** What became of a part of the register. With errors, or in a dry run, nothing was written. */
export interface RegisterImported {
  /** Rows with something in them. */
  rows: number
  /** By the row's number in the file. */
  errors: { row: number; message: string }[]
  /**
   * Of a dry run: for each line after the heading the key of its dwelling, empty where there is none. Equal keys in
   * two parts of a file are one dwelling.
   */
  keys?: string[]
  /** Of a real run: dwellings that are new or were corrected. */
  changed?: number
  /** Of a real run: people who were waiting and whom the register now confirms. */
  verified?: number
}

export const registerOperations = {
  'member.import': { input: memberImport, reply: reply<RegisterImported>() },
} as const satisfies Record<string, ContractRow>
