import type { FilePurpose, PictureType } from '#contract/file'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Gone } from '#core/account/withoutName'
import { by, remains } from '#store/engine/fate'
import { apart, goesAlong } from '#store/engine/join'
import { row } from '#store/engine/row'

/** A collection whose documents show pictures. */
export type PictureHome = 'activities' | 'bookings' | 'memberships' | 'publications' | 'requests'

/** A picture that somebody has sent or is sending. */
export interface FileDocument {
  _id: string
  communityId: string
  ownerId: MemberId
  purpose: FilePurpose
  type: PictureType
  /** In bytes, as sent. */
  size: number
  fingerprint: string
  /**
   * `storing`: the picture is complete and accepted, and is being put into storage, where it may be already.
   * `gone`: it will be removed, and nobody sees it any more.
   */
  state: 'receiving' | 'storing' | 'ready' | 'gone'
  /** The storage's id for it; null before it is there. */
  storageId: string | null
  /** WeChat's check has passed it, so people may see it whom its document does not concern. */
  checked: boolean
  /** The document it belongs to. */
  attachedTo: { collection: PictureHome; id: string } | null
  beganAt: Instant
  /** When `jobs` checks whether a document still needs it. */
  dueAt: Instant
}

/** A piece of a picture; removed when the picture is complete. */
export interface FilePart {
  /** `<fileId>_<index>` */
  _id: string
  communityId: string
  fileId: string
  index: number
  base64: string
  at: Instant
}

/** Pictures of an activity, and of what stands written, are the community’s: they stay when who added them leaves. */
const isShown = ({ purpose, attachedTo }: FileDocument): boolean =>
  (purpose === 'activity_photo' || purpose === 'publication_photo') && attachedTo !== null

/** The pictures a forgotten person has sent are released; the sweep removes them, from storage as well. */
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
  joins: goesAlong,
  passes: true,
})

export const filePartsRow = row<FilePart>()({
  indexes: { byFile: ['fileId', 'index'] },
  sealed: {},
  fate: remains('They go with their file.'),
  joins: apart('They go with their file.'),
  passes: false,
})
