import type { IncomingMessage } from 'node:http'

/** The request was larger than its door allows. */
export class BodyTooLarge extends Error {}

/** Reads the whole body; throws BodyTooLarge as soon as more than `limitBytes` have come. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limitBytes) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
