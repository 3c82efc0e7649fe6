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
  | 'controller'
  | 'womens'
  | 'templates'
  | 'paces'
  | 'issuer'
  | 'limits'
  | 'keeping'
  | 'requestTimes'
  | 'workdays'

/** One field of a form. Its value is text until it is saved; several words are one text, separated by 、. */
export interface FieldSpec {
  field: string
  how:
    | 'line'
    | 'paragraph'
    | 'words'
    | 'number'
    | 'choice'
    | 'team'
    | 'project'
    | 'fieldKind'
    | 'yesNo'
    | 'places'
  most: number
  /** Of a `choice`. */
  options?: readonly { value: string; title: string }[]
  /** Its label, where the same name means something else in another part. */
  words?: { label: string; hint?: string }
  /** What holds until an administrator changes it. */
  usual?: string
  /** It is asked only where this holds. */
  when?: (values: PartEntry['values']) => boolean
  optional?: true
  /** A comma separates its words too. */
  commas?: true
  /** The heading under which it stands, in a form of many fields. */
  under?: string
}

/** One entry of a community part, as its form holds it. */
export interface PartEntry {
  id: string
  values: Readonly<Record<string, string>>
}

export interface PartSpec {
  fields: readonly FieldSpec[]
  /** The path of the part in the input of `community.edit`. In a list, the index follows it. */
  path: string
  /** The part is one form and no list. */
  single?: true
  /** The part that lists what belongs to each entry, as kinds belong to a service. */
  inside?: { part: PartName; count: (whole: WholeCommunity, id: string) => number }
  entries: (whole: WholeCommunity, of: string) => PartEntry[]
  /** Turns the entries into an input. What the form does not show stays as it is. */
  input: (whole: WholeCommunity, entries: readonly PartEntry[], of: string) => RawInputOf<'community.edit'>
}
