import cloud from 'wx-server-sdk'

/**
 * The one place where the platform's SDK is started. Which cloud it talks to is said by the environment alone:
 * Tencent's in a deployment, the local one on a laptop and in every test.
 */
const current: object = { env: cloud.DYNAMIC_CURRENT_ENV }
cloud.init(current)

/** A missing document is no fault; the option is real, the SDK's types do not know it. */
const options: object = { throwOnNotFound: false }
export const database = cloud.database(options)
/** Query and update operators; nobody outside the store says a condition in them. */
export const operator = database.command
export const openApi = cloud.openapi
export const wxContext = () => cloud.getWXContext()

/** Files. The SDK's types know streams alone, and no `maxAge`. */
interface Storage {
  uploadFile(upload: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string }>
  // biome-ignore lint/suspicious/noConfusingVoidType: the SDK says so, for a call with callbacks
  getTempFileURL(wanted: { fileList: unknown[] }): Promise<{ fileList: TempFile[] }> | void
  deleteFile(gone: { fileList: string[] }): unknown
}
interface TempFile {
  status: number
  tempFileURL: string
}
export const storage: Storage = cloud
