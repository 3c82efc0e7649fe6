import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../..')

/** Every document of the project, as a path from its root. */
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))

interface Link {
  document: string
  line: number
  /** The target as it is written in the parentheses. */
  target: string
}

/** Every link and picture of a document whose target is no web address. Code is skipped. */
function linksOf(document: string, text = readFileSync(path.join(root, document), 'utf8')): Link[] {
  let inCode = false
  return text.split('\n').flatMap((written, at) => {
    if (written.startsWith('```')) inCode = !inCode
    if (inCode) return []
    const prose = written.replace(/`[^`]*`/g, '')
    return [...prose.matchAll(/\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/g)]
      .map(([, target, attribute]) => ({ document, line: at + 1, target: target ?? attribute ?? '' }))
      .filter(({ target }) => !/^[a-z]+:/.test(target))
  })
}

/** The anchors that GitHub makes from the headings. */
function anchorsOf(document: string): string[] {
  const headings = readFileSync(path.join(root, document), 'utf8').match(/^#+ .*$/gm) ?? []
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  )
}

/** What is wrong with a link. Undefined when its target exists. */
function faultOf({ document, line, target }: Link): string | undefined {
  const [file = '', anchor] = target.split('#')
  const place = file ? path.join(path.dirname(document), decodeURIComponent(file)) : document
  const where = `${document}:${line} ${target}`
  if (!existsSync(path.join(root, place))) return `${where}: no such file`
  if (anchor && place.endsWith('.md') && !anchorsOf(place).includes(anchor))
    return `${where}: no such heading`
}

/** The terms of the glossary, from the first column of its tables. Commas separate the terms of a row. */
function termsOf(glossary: string): string[] {
  const lines = glossary.split('\n')
  const isRule = (line = '') => /^\|[\s:|-]+\|\s*$/.test(line)
  return lines
    .filter((line, at) => line.startsWith('|') && !isRule(line) && !isRule(lines[at + 1]))
    .flatMap((row) => (row.split('|')[1] ?? '').split(','))
    .map((term) => term.trim().toLowerCase())
}

const doubles = (terms: string[]) => [...new Set(terms.filter((term, at) => terms.indexOf(term) !== at))]

const glossary = readFileSync(path.join(root, 'docs/glossary.md'), 'utf8')

describe('The documents', () => {
  it('are found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/glossary.md']))
    expect(documents.flatMap((document) => linksOf(document)).length).toBeGreaterThan(200)
  })

  it('link to files and headings that are there', () => {
    expect(documents.flatMap((document) => linksOf(document).map(faultOf).filter(Boolean))).toEqual([])
  })

  it('name a file of the code as it is called today', () => {
    // A link whose words are a file name must lead to a path that ends with that name.
    const named = /\[`?((?:[\w.-]+\/)*[\w.-]+\.(?:tsx?|mjs|cjs|md|json))`?\]\(([^()\s#]+)\)/g
    const stale = documents.flatMap((document) =>
      [...readFileSync(path.join(root, document), 'utf8').matchAll(named)]
        .filter(
          ([, words = '', target = '']) =>
            !`/${path.join(path.dirname(document), target)}`.endsWith(`/${words}`),
        )
        .map(([link]) => `${document} ${link}`),
    )
    expect(stale).toEqual([])
  })

  it('name no path that is not there, in code or in prose', () => {
    const rooms = ['', 'cloudfunctions/', 'src/']
    const names =
      'src|cloudfunctions|contract|local|test|scripts|config|app|core|store|cloud|ui|text|features'
    const paths = new RegExp(`(?<![\\w/.-])((?:${names})/[\\w/.-]+\\.(?:tsx?|mjs|cjs|json|scss))\\b`, 'g')
    const stale = documents.flatMap((document) =>
      [...readFileSync(path.join(root, document), 'utf8').matchAll(paths)]
        .map(([, file = '']) => file)
        .filter((file) => !rooms.some((room) => existsSync(path.join(root, room, file))))
        .map((file) => `${document} ${file}`),
    )
    expect(stale).toEqual([])
  })
})

describe('The glossary', () => {
  it('says each term once', () => {
    expect(termsOf(glossary).length).toBeGreaterThan(100)
    expect(doubles(termsOf(glossary))).toEqual([])
  })

  it('has each heading once', () => {
    expect(doubles(anchorsOf('docs/glossary.md'))).toEqual([])
  })
})

describe('A faulty document', () => {
  test.each([
    ['[a](nowhere.md)', 'no such file'],
    ['[a](glossary.md#nowhere)', 'no such heading'],
    ['![a](pictures/nowhere.png)', 'no such file'],
  ])('%s is found', (text, fault) => {
    expect(linksOf('docs/rules.md', text).map(faultOf)).toEqual([expect.stringContaining(fault)])
  })

  it('with a term in two rows is found, whatever else the rows say', () => {
    const table = '| term | x |\n| --- | --- |\n| Claim, Release | a |\n| Attach, release | b |\n'
    expect(doubles(termsOf(table))).toEqual(['release'])
  })
})
