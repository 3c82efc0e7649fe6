import { readdirSync } from 'node:fs'
import path from 'node:path'
import { builtPages } from '#support/h5/page'
import { roomOf, strayPages } from '#support/h5/visits'

describe('The table of visits', () => {
  it('has a line for every page that was built, and for no other', () => {
    expect(strayPages(builtPages())).toEqual([])
  })

  it('has a test file for each package, and one for the tabs', () => {
    const files = readdirSync(path.join(__dirname, 'pages')).map((file) => file.replace('.test.ts', ''))
    expect(files.sort()).toEqual([...new Set(builtPages().map(roomOf))].sort())
  })
})
