import { invalidParam } from '#local/cloudError'
import { isPlainObject } from '#local/engine/documents'
import type { FileStore } from '#local/storage/fileStore'
import type { Action } from './databaseActions'

/** The lifetime of a temporary address, in seconds, where none is given; CloudBase's own default. */
const DEFAULT_MAX_AGE = 7200

export interface StorageAddresses {
  /** Where functions put objects. */
  readonly upload: () => string
  /** Where anybody with an address gets them. */
  readonly download: () => string
}

/**
 * Every `storage.*` action wx-server-sdk 4.0.2 sends for uploadFile, getTempFileURL, downloadFile and deleteFile, as
 * measured. An upload is two requests: the metadata here, then a PUT to the address it names.
 */
export function storageActions(
  files: FileStore,
  addresses: StorageAddresses,
): Readonly<Record<string, Action>> {
  return {
    'storage.getUploadMetadata': ({ path }) => {
      if (typeof path !== 'string') throw invalidParam('path must be a string')
      const { authorization, fileId } = files.uploadPass(path)
      const url = `${addresses.upload()}/${path.split('/').map(encodeURIComponent).join('/')}`
      return {
        data: {
          url,
          token: 'local',
          authorization,
          fileId,
          cosFileId: Buffer.from(fileId).toString('base64url'),
        },
      }
    },
    'storage.batchGetDownloadUrl': ({ file_list }) => ({
      data: {
        download_list: list(file_list, 'file_list').map((wanted) => {
          const { fileid, max_age } = isPlainObject(wanted) ? wanted : {}
          const fileID = String(fileid)
          const maxAge = Number.isInteger(max_age) ? (max_age as number) : DEFAULT_MAX_AGE
          const address = files.address(fileID, maxAge)
          if (address === undefined) return { fileID, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' }
          return { fileID, tempFileURL: addresses.download() + address, maxAge, code: 'SUCCESS' }
        }),
      },
    }),
    'storage.batchDeleteFile': ({ fileid_list }) => ({
      data: {
        delete_list: list(fileid_list, 'fileid_list').map((fileid) => {
          const fileID = String(fileid)
          return { fileID, code: files.remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
        }),
      },
    }),
  }
}

/** Refuses more than fifty, as CloudBase does. */
function list(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0 && value.length <= 50) return value
  throw invalidParam(`${name} must be a list of 1 to 50 files`)
}
