import protobuf from 'protobufjs'
import { invalidParam } from '#local/cloudError'
import { isPlainObject, type PlainObject } from '#local/engine/documents'

/**
 * The envelope of `wx.openApi`: a multipart form whose `requestData` is a protobuf message, answered by another.
 * Field numbers as wx-server-sdk 4.0.2 encodes them.
 */
const { root } = protobuf.parse(
  `syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }`,
  { keepCase: true },
)
const Request = root.lookupType('CommApiData')
const Response = root.lookupType('CommOpenApiResp')

/** CommApiData.apiType of an open API; 2 would be WeChat's internal svrkit. */
const OPEN_API = 1

/** The stand-in's answer: JSON with WeChat's errcode, a picture, or a refusal by the gateway. */
export type OpenApiAnswer =
  | { readonly json: PlainObject }
  | { readonly picture: Buffer; readonly contentType: string }
  | { readonly gatewayError: number }

/**
 * A file among the parameters, for example the picture to check. Its type is taken from its name: the SDK
 * writes `contentType` where its own message has `contenttype`, so the type is not sent.
 */
export interface SentFile {
  readonly file: Buffer
  readonly name: string
}

/** The fields of the message; a field that was not sent has its default. */
interface RequestMessage {
  apiType?: number
  openapiData?: { pairs?: { key: string; value: Uint8Array; filename: string }[] } | null
}

/** The call's parameters, in WeChat's snake_case; a file is a SentFile. Refuses WeChat-internal calls. */
export function decodeParams(requestData: Buffer): PlainObject {
  const message: RequestMessage = Request.toObject(Request.decode(requestData), { defaults: true })
  if (message.apiType !== OPEN_API && message.apiType !== 0) {
    throw invalidParam('the local cloud answers open APIs only')
  }
  const params: PlainObject = {}
  for (const { key, value, filename } of message.openapiData?.pairs ?? []) {
    params[key] = filename
      ? ({ file: Buffer.from(value), name: filename } satisfies SentFile)
      : JSON.parse(Buffer.from(value).toString())
  }
  return params
}

export function encodeAnswer(answer: OpenApiAnswer): Buffer {
  if ('gatewayError' in answer) return encode({ errorCode: answer.gatewayError, httpCode: 200 })
  if ('picture' in answer) {
    return encode({ respData: answer.picture, contentType: answer.contentType, errorCode: 0, httpCode: 200 })
  }
  const respData = Buffer.from(JSON.stringify(answer.json))
  return encode({ respData, contentType: 'application/json', errorCode: 0, httpCode: 200 })
}

const encode = (fields: PlainObject) => Buffer.from(Response.encode(Response.create(fields)).finish())

/** The fields of a multipart body; `requestData` stays binary. Refuses a body without the boundary. */
export function readMultipart(body: Buffer, contentType: string): PlainObject {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw invalidParam('multipart without a boundary')
  const mark = Buffer.from(`--${boundary}`)
  const fields: PlainObject = {}
  for (let start = body.indexOf(mark); start >= 0; ) {
    const end = body.indexOf(mark, start + mark.length)
    if (end < 0) break
    const part = body.subarray(start + mark.length + 2, end - 2)
    const headerEnd = part.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(part.subarray(0, headerEnd).toString())?.[1]
    const content = part.subarray(headerEnd + 4)
    if (name) fields[name] = name === 'requestData' ? Buffer.from(content) : content.toString()
    start = end
  }
  if (!isPlainObject(fields) || fields.action === undefined) throw invalidParam('multipart without an action')
  return fields
}
