import type { FilePurpose, PictureType } from '#contract/file'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Gone } from '#core/account/unnamed'
import { by, remains } from '#store/engine/fate'
import { row } from '#store/engine/row'

/** A collection whose documents show pictures. */
export type PictureHome = 'activities' | 'bookings' | 'memberships' | 'requests'

/** A picture somebody has sent, or is sending. */
export interface FileDocument {
  _id: string
  communityId: string
  ownerId: MemberId
  purpose: FilePurpose
  type: PictureType
  /** In bytes, as it was sent. */
  size: number
  fingerprint: string
  /**
   * `storing`: whole and found good, on its way into storage, perhaps there already; `gone`: about to be removed,
   * nobody sees it any more.
   */
  state: 'receiving' | 'storing' | 'ready' | 'gone'
  /** What storage calls it, once it is there. */
  storageId: string | null
  /** Whether others than those concerned may see it: WeChat's check has passed it. */
  checked: boolean
  /** The document it belongs to. */
  attachedTo: { collection: PictureHome; id: string } | null
  beganAt: Instant
  /** When `jobs` looks whether anybody still needs it. */
  dueAt: Instant
}

/** A piece of a picture until all of them are there. */
export interface FilePart {
  /** `<fileId>_<index>` */
  _id: string
  communityId: string
  fileId: string
  index: number
  base64: string
  at: Instant
}

/** The community's pictures of its activities stay when the coordinator who added them leaves. */
const isShown = ({ purpose, attachedTo }: FileDocument): boolean =>
  purpose === 'activity_photo' && attachedTo !== null

/** What a person has sent is let go: the sweep removes it, in storage too. */
const fileWithout = (file: FileDocument, { memberId }: Gone): FileDocument =>
  file.ownerId === memberId && file.state !== 'gone' && !isShown(file)
    ? { ...file, state: 'gone', attachedTo: null, dueAt: 0 }
    : file

export const filesRow = row<FileDocument>()({
  indexes: {
    byOwner: ['ownerId', '-beganAt'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: by(fileWithout),
  passes: true,
})

export const filePartsRow = row<FilePart>()({
  indexes: { byFile: ['fileId', 'index'] },
  sealed: {},
  fate: remains('They go with their file.'),
  passes: false,
})
