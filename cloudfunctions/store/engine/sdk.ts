import cloud from 'wx-server-sdk'

/**
 * The only file that starts the platform's SDK. The environment alone decides which cloud it reaches:
 * Tencent's in a deployment, the local one on a laptop and in every test.
 */
const current: object = { env: cloud.DYNAMIC_CURRENT_ENV }
cloud.init(current)

/** A missing document is no fault. The SDK has this option, although its types do not. */
const options: object = { throwOnNotFound: false }
export const database = cloud.database(options)
/** Query and update operators, for the store only. */
export const operator = database.command

/** Stages of an aggregate, or of a pipeline inside one. */
export interface Stages<Self> {
  match(asked: object): Self
  sort(order: object): Self
  limit(most: number): Self
  lookup(join: object): Self
  project(kept: object): Self
  count(name: string): Self
}
interface Inner extends Stages<Inner> {
  done(): object[]
}
/** The stages of a pipeline for `lookup`; the SDK has it, although its types do not. */
export const innerStages: () => Inner = Reflect.get(operator.aggregate, 'pipeline')

export const openApi = cloud.openapi
export const wxContext = () => cloud.getWXContext()

/** Storage; the SDK's own types know streams only, and no `maxAge`. */
interface Storage {
  uploadFile(upload: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string }>
  // biome-ignore lint/suspicious/noConfusingVoidType: the SDK's type for a call with callbacks
  getTempFileURL(wanted: { fileList: unknown[] }): Promise<{ fileList: TempFile[] }> | void
  deleteFile(gone: { fileList: string[] }): unknown
}
interface TempFile {
  status: number
  tempFileURL: string
}
export const storage: Storage = cloud
