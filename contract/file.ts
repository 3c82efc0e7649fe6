import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import { type FileId, type Instant, id } from './shared/scalars'

/** What a file is for; it decides to which documents the file may be attached, and so who may see it. */
export const filePurposes = [
  'booking_photo',
  'request_photo',
  'activity_photo',
  'publication_photo',
  'licence_photo',
  'certificate',
] as const
export type FilePurpose = (typeof filePurposes)[number]

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

export const pictureMaxBytes = 2 * 1024 * 1024
/** A body with one part in base64 is smaller than either transport's limit (256 KB). */
export const partBytes = 180 * 1024
/** How many pictures one document may have. */
export const manyPictures = 6

export const filePartsOf = (size: number): number => Math.ceil(size / partBytes)

export const fileBegin = v.object({
  purpose: v.picklist(filePurposes),
  /** In bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(pictureMaxBytes)),
  type: v.picklist(pictureTypes),
})
export const filePart = v.object({
  fileId: id,
  /** From 0. */
  index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(filePartsOf(pictureMaxBytes) - 1)),
  base64: v.pipe(
    v.string(),
    v.minLength(4),
    v.maxLength(Math.ceil(partBytes / 3) * 4),
    v.regex(/^[A-Za-z0-9+/]+={0,2}$/),
  ),
})
export const fileUrl = v.object({ fileId: id })

/** The pictures, in the input of every operation that takes some. */
export const fileIds = v.optional(
  v.pipe(
    v.array(id),
    v.maxLength(manyPictures),
    v.check((ids) => new Set(ids).size === ids.length, 'names a picture twice'),
  ),
)

export interface FileBegun {
  fileId: FileId
  /** Send the bytes by `file.part`: `parts` of them, each `partBytes` long and the last one shorter. */
  upload: { partBytes: number; parts: number }
}
export interface FileParted {
  /** `ready`: the picture is complete, checked and stored. */
  state: 'receiving' | 'ready'
}
export interface FileUrl {
  url: string
  validUntil: Instant
}

export const fileOperations = {
  'file.begin': { input: fileBegin, reply: reply<FileBegun>() },
  'file.part': { input: filePart, reply: reply<FileParted>() },
  'file.url': { input: fileUrl, reply: reply<FileUrl>() },
} as const satisfies Record<string, ContractRow>
