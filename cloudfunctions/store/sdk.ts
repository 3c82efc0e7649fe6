import cloud from 'wx-server-sdk'

/**
 * The one place where the platform's SDK is started. Which cloud it talks to is said by the environment alone:
 * Tencent's in a deployment, the local one on a laptop and in every test.
 */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** A missing document is no fault; the option is real, the SDK's types do not know it. */
const options: object = { throwOnNotFound: false }
export const database = cloud.database(options)
/** Query and update operators. */
export const operator = database.command
export const openApi = cloud.openapi
/** What the platform says of the caller; `UNPACED` exists in the local cloud only. */
export const platformContext = (): { OPENID?: string; CLIENTIP?: string; UNPACED?: string } =>
  cloud.getWXContext()

/** Files; what the SDK's types leave out is said here. */
export const storage: {
  uploadFile(upload: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  getTempFileURL(wanted: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: { fileID: string; status: number; tempFileURL: string }[] }>
  deleteFile(gone: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number }[] }>
} = cloud as never
