/**
 * Which tests a change can touch, by the convention that one subject has one word in every room:
 * `cloudfunctions/app/booking/claim.ts`, `contract/booking.ts`, `src/packages/booking/…` are all about `booking`,
 * and so are the tests in `test/app/booking/`, `test/h5/pages/booking.test.ts` and every test of the cloud that names operations
 * of `booking` more than those of another subject.
 */

/** Folders whose entries are named by their subject, and the suites that run what is built from them. */
const rooms = [
  { folder: 'cloudfunctions/core', suites: ['cloud'] },
  { folder: 'cloudfunctions/app', suites: ['cloud'] },
  { folder: 'cloudfunctions/store/rows', suites: ['cloud'] },
  { folder: 'cloudfunctions/store/writes', suites: ['cloud'] },
  { folder: 'cloudfunctions/store', suites: ['cloud'] },
  { folder: 'contract', suites: ['cloud'] },
  { folder: 'local', suites: ['cloud'] },
  { folder: 'src/features', suites: ['h5', 'weapp'] },
  { folder: 'src/packages', suites: ['h5', 'weapp'] },
  { folder: 'src/pages', suites: ['h5', 'weapp'] },
  { folder: 'src/text', suites: ['h5', 'weapp'] },
  { folder: 'src', suites: ['h5', 'weapp'] },
  { folder: 'test/support', suites: ['cloud', 'h5', 'weapp'] },
]

/** The suite of a test, by its folder under `test/`; every other folder is of the unit suite. */
const suites = { app: 'cloud', local: 'cloud', h5: 'h5', weapp: 'weapp', way: 'way' }

/** A short test of each suite, for a change that belongs to no subject. */
const samples = {
  cloud: /^test\/app\/(.+\/)?booking\.test\.ts$/,
  h5: /^test\/h5\/pages\/tabs\.test\.ts$/,
  weapp: /^test\/weapp\/gate\.test\.ts$/,
}

/** Files that no build and no test reads. */
const read = /(\.md|^LICENSE|^\.gitignore|^docs\/.*)$/

/** @param {string} test a path under `test/` */
export const suiteOf = (test) =>
  test.startsWith('test/app/notice/') ? 'unit' : (suites[test.split('/')[1]] ?? 'unit')

/** `bookingDetail.test.ts` → booking, detail; a plural is its singular. */
const wordsOf = (name) =>
  name
    .replace(/\..*$/, '')
    .split(/(?=[A-Z])|[-_]/)
    .map((word) => word.toLowerCase().replace(/ies$/, 'y').replace(/s$/, ''))

/**
 * The subject whose operations a test names most, as in `'booking.claim'`; several where they are equal.
 *
 * @param {string} source
 */
export function namedMost(source) {
  const times = new Map()
  for (const [, subject] of source.matchAll(/'([a-z]+)\.(?!json|[cm]?[jt]sx?'|wx|png|html)[a-zA-Z]+'/g))
    times.set(subject, (times.get(subject) ?? 0) + 1)
  const most = Math.max(...times.values())
  return [...times].filter(([, count]) => count === most).map(([subject]) => subject)
}

/**
 * The subjects of a test: the words of its folders and of its name, and the subject whose operations it names
 * most.
 */
function subjectsOf({ file, source }) {
  const [, , ...below] = file.split('/')
  const named = suiteOf(file) === 'cloud' ? namedMost(source) : []
  return new Set([...below, ...named].flatMap(wordsOf))
}

/**
 * The tests for a list of changed files. Paths are relative to the project, with forward slashes.
 *
 * @param {readonly string[]} changed
 * @param {readonly { file: string, source: string }[]} tests every test file
 * @returns {{ tests: string[], subjects: string[], unplaced: string[] }} the tests to run beside those of the
 * unit suite, the words they were found by, and the changed files without a subject that a test has
 */
export function touchedBy(changed, tests) {
  const about = new Map(tests.map((test) => [test.file, subjectsOf(test)]))
  const files = [...about.keys()]
  const chosen = new Set()
  const subjects = new Set()
  const unplaced = []
  for (const file of changed) {
    if (read.test(file)) continue
    if (/\.test\.tsx?$/.test(file)) {
      if (about.has(file)) chosen.add(file)
      continue
    }
    const room = rooms.find(({ folder }) => file.startsWith(`${folder}/`))
    const [subject = ''] = room ? wordsOf(file.slice(room.folder.length + 1).split('/')[0]) : []
    const theirs = files.filter(
      (test) => room?.suites.includes(suiteOf(test)) && subject !== '' && about.get(test).has(subject),
    )
    for (const test of theirs) chosen.add(test)
    if (theirs.length > 0) subjects.add(subject)
    else {
      unplaced.push(file)
      for (const suite of room?.suites ?? Object.keys(samples))
        for (const test of files) if (samples[suite].test(test)) chosen.add(test)
    }
  }
  return { tests: [...chosen].sort(), subjects: [...subjects].sort(), unplaced }
}

/** The test that opens a page: that of its package, or the one of the tabs. @param {string} page */
export const visitsTo = (page) => {
  const [folder, room] = page.split('/')
  return `test/h5/pages/${folder === 'packages' ? room : 'tabs'}.test.ts`
}

/** Files that are in no page but decide nothing about one: what the cloud runs, and the tests. */
const inNoPage = /^(cloudfunctions|local|test)\/(?!support\/)/

/**
 * The pages of the page build that changed files are part of. Undefined where a file may be in every page or may
 * change how pages are tested: all of them are to be opened then.
 *
 * @param {readonly string[]} changed
 * @param {Readonly<Record<string, readonly string[]>>} sources the files of each page, as config/h5Manifest.ts
 * writes them
 * @returns {Set<string> | undefined}
 */
export function pagesTouchedBy(changed, sources) {
  const pages = new Set()
  for (const file of changed) {
    if (read.test(file) || inNoPage.test(file)) continue
    const theirs = Object.keys(sources).filter((page) => sources[page].includes(file))
    if (theirs.length === 0) return undefined
    for (const page of theirs) pages.add(page)
  }
  return pages
}
