import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileLog } from '#local/functions/functionLog'
import { temporaryFolder } from './support/testCloud'

describe('the log of the functions', () => {
  const line = (text: string) => ({ at: 1, name: 'api', level: 'info', text }) as const

  it('goes on where it ended', () => {
    const file = join(temporaryFolder(), 'functions.log')
    fileLog(file)(line('first'))
    fileLog(file)(line('second'))
    expect(
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text).text),
    ).toEqual(['first', 'second'])
  })

  it('starts anew past 10 MB and keeps the last full file', () => {
    const file = join(temporaryFolder(), 'functions.log')
    writeFileSync(file, '')
    truncateSync(file, 10 * 1024 * 1024 + 1)
    fileLog(file)(line('fresh'))
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(line('fresh'))
    expect(readFileSync(`${file}.1`)).toHaveLength(10 * 1024 * 1024 + 1)
  })
})
