import type { WholeCommunity } from '#contract/community'
import type { RawInputOf } from '#contract/operations'

export type PartName =
  | 'about'
  | 'estates'
  | 'grids'
  | 'groups'
  | 'teams'
  | 'services'
  | 'kinds'
  | 'categories'
  | 'fields'
  | 'projects'
  | 'issuer'
  | 'limits'
  | 'requestTimes'
  | 'workdays'

/** One line of a form. What a person writes is text until it is saved; several words stand in one, parted by 、. */
export interface FieldSpec {
  field: string
  how: 'line' | 'paragraph' | 'words' | 'number' | 'team' | 'project' | 'fieldKind' | 'yesNo'
  most: number
  optional?: true
  /** Its words hold no commas, so that these part them as well. */
  commas?: true
}

/** Something with an id of its own, as its form holds it. */
export interface PartEntry {
  id: string
  values: Readonly<Record<string, string>>
}

export interface PartSpec {
  fields: readonly FieldSpec[]
  /** Where the part stands in the input of `community.edit`; of lists, the path before the number. */
  path: string
  /** A single form instead of a list. */
  single?: true
  /** The part whose lines each entry holds. */
  inside?: { part: PartName; count: (whole: WholeCommunity, id: string) => number }
  entries: (whole: WholeCommunity, of: string) => PartEntry[]
  /** Puts the entries back; what the form does not show stays. */
  input: (whole: WholeCommunity, entries: readonly PartEntry[], of: string) => RawInputOf<'community.edit'>
}
