import { resolve } from 'node:path'
import { openTestHouse, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let sdk: ReturnType<typeof sdkFor>
const path = 'tubengkan/booking_photo/图 1.jpeg'

beforeAll(async () => {
  house = await openTestHouse()
  sdk = sdkFor(house.cloud)
})
afterAll(() => house.close())

const put = (words: string, cloudPath = path) =>
  sdk.uploadFile({ cloudPath, fileContent: Buffer.from(words) as never }) as Promise<{ fileID: string }>
const urlOf = async (fileID: string, maxAge = 60) => {
  const { fileList } = (await sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] as never })) as {
    fileList: { status: number; tempFileURL: string; errMsg: string }[]
  }
  return fileList[0]
}

describe('storage, through the real SDK', () => {
  it('keeps what is put, gives it back by its address and to the functions, and replaces it', async () => {
    const { fileID } = await put('first')
    expect(fileID).toMatch(/^cloud:\/\//)
    expect((await put('second')).fileID).toBe(fileID)
    const found = await urlOf(fileID)
    expect(found?.status).toBe(0)
    expect(await (await fetch(found?.tempFileURL ?? '')).text()).toBe('second')
    const down = (await sdk.downloadFile({ fileID })) as unknown as { fileContent: Buffer }
    expect(down.fileContent.toString()).toBe('second')
  })

  it('outlives a restart', async () => {
    const { fileID } = await put('kept', 'a/kept.png')
    await house.restart()
    sdk = sdkFor(house.cloud)
    Object.assign(process.env, { TCB_CONTEXT_CNFG: JSON.stringify({ URL: house.cloud.adminUrl }) })
    expect(await (await fetch((await urlOf(fileID))?.tempFileURL ?? '')).text()).toBe('kept')
  })

  it('removes, and says of what is not there that it is not', async () => {
    const { fileID } = await put('gone soon', 'a/gone.png')
    const remove = async () => {
      const { fileList } = (await sdk.deleteFile({ fileList: [fileID] })) as unknown as {
        fileList: { status: number }[]
      }
      return fileList[0]?.status
    }
    expect(await remove()).toBe(0)
    expect(await remove()).not.toBe(0)
    expect((await urlOf(fileID))?.status).not.toBe(0)
  })

  it('takes nothing without a pass, and nothing outside its folder', async () => {
    const upload = (where: string) =>
      fetch(`${new URL(house.cloud.adminUrl).origin}/storage/${where}`, {
        method: 'PUT',
        body: 'x',
        headers: { authorization: 'made-up' },
      })
    expect((await upload('a/b.png')).status).toBe(403)
    await expect(put('x', '../outside.png')).rejects.toBeDefined()
    await expect(put('x', '/../../outside.png')).rejects.toBeDefined()
    expect(resolve(house.dataDir)).not.toContain('outside')
  })
})
