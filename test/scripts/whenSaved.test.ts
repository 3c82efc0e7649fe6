import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { whenSaved } from '../../scripts/whenSaved.mjs'

const quietMs = 30
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

let root: string
let calls: number
let end: () => void

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'saved-'))
  mkdirSync(path.join(root, 'app/booking'), { recursive: true })
  writeFileSync(file(), 'one')
  calls = 0
})
afterEach(() => {
  end()
  rmSync(root, { recursive: true, force: true })
})

const file = (name = 'app/booking/claim.ts') => path.join(root, name)
const watching = () => {
  end = whenSaved([root], () => calls++, quietMs)
}
/** Does something to the files and waits until it is noticed; a test that hangs has lost it. */
async function noticed(save: () => void): Promise<void> {
  const before = calls
  save()
  while (calls === before) await pause(5)
}
/** As an editor or git saves: another file takes the place of the first. */
const replaced = (text: string) => () => {
  writeFileSync(file('app/booking/.saving'), text)
  renameSync(file('app/booking/.saving'), file())
}

describe('what is saved', () => {
  it('is noticed each time, whether it is written in place or another file takes its place', async () => {
    watching()
    await noticed(() => writeFileSync(file(), 'two'))
    for (const text of ['three', 'four', 'five']) await noticed(replaced(text))
    await noticed(() => writeFileSync(file(), 'six'))
    await noticed(() => rmSync(file()))
  })

  it('is noticed in a folder that is new, and in one that has gone and come again', async () => {
    watching()
    await noticed(() => mkdirSync(file('app/session/door'), { recursive: true }))
    await noticed(() => writeFileSync(file('app/session/door/mark.ts'), 'one'))
    await noticed(() => {
      rmSync(file('app/session'), { recursive: true })
      mkdirSync(file('app/session'))
    })
    await noticed(() => writeFileSync(file('app/session/signUp.ts'), 'one'))
  })

  it('in one go is told once', async () => {
    watching()
    await noticed(() => {
      for (let count = 0; count < 20; count++) replaced(String(count))()
    })
    await pause(10 * quietMs)
    expect(calls).toBe(1)
  })

  it('while the last is still being dealt with is dealt with afterwards, and not beside it', async () => {
    let under = 0
    let most = 0
    end = whenSaved(
      [root],
      async () => {
        most = Math.max(most, ++under)
        await pause(5 * quietMs)
        under--
        calls++
      },
      quietMs,
    )
    replaced('two')()
    while (under === 0) await pause(5)
    replaced('three')()
    while (calls < 2) await pause(5)
    expect(most).toBe(1)
  })
})
