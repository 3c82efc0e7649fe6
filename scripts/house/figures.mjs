/** The figures of the house. Each counts one thing in a tree; they know the rooms, but no single file. */
import { blindCasts, casts, farImports, sdkInApp } from './code.mjs'
import { listed } from './counting.mjs'
import { doubleTerms, sharedNames, sharedNamesTakenAlone } from './names.mjs'
import { firstAdminUnasked, readsAsWrites, strayOperationNames } from './operations.mjs'
import { fullestFolder, indexLines, longFunctions } from './sizes.mjs'

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} atMost
 * @property {(tree: import('./tree.mjs').Tree, atMost: number) => import('./counting.mjs').Count} count
 */

const isPart = (file) => file.startsWith('src/ui/')
/** One file for each subject: there are as many as there are subjects. */
const isOfSubject = (file) => /^(contract|cloudfunctions\/store\/rows)\/[^/]+$/.test(file)
/** A page and its configuration are one thing to find. */
const isPageConfig = (file) => /^src\/(packages|pages)\/.*\.config\.ts$/.test(file)
const isOther = (file) => !isPart(file) && !isOfSubject(file) && !isPageConfig(file)

/** @type {Figure[]} */
const figures = [
  {
    name: 'files in the fullest folder of src/ui',
    atMost: 30,
    count: ({ files }, atMost) => fullestFolder(files.filter(isPart), atMost),
  },
  {
    name: 'files in the fullest folder of one file a subject',
    atMost: 44,
    count: ({ files }, atMost) => fullestFolder(files.filter(isOfSubject), atMost),
  },
  {
    name: 'files in the fullest other folder',
    atMost: 21,
    count: ({ files }, atMost) => fullestFolder(files.filter(isOther), atMost),
  },
  { name: 'operation names in app beyond one each', atMost: 0, count: strayOperationNames },
  { name: '`as` casts in app and store', atMost: 29, count: casts },
  { name: '`as unknown as` and `as never`', atMost: 0, count: blindCasts },
  { name: 'files of app that import the SDK', atMost: 0, count: sdkInApp },
  { name: 'export names in more than one file', atMost: 34, count: sharedNames },
  { name: 'of these, names that are no namespace word', atMost: 0, count: sharedNamesTakenAlone },
  { name: 'glossary terms defined twice', atMost: 0, count: doubleTerms },
  { name: 'functions over 100 lines', atMost: 3, count: longFunctions },
  { name: '`../../` imports in src', atMost: 99, count: farImports },
  { name: 'lines that declare indexes', atMost: 250, count: indexLines },
  { name: 'reads that count as writes', atMost: 0, count: readsAsWrites },
  { name: 'missing tests of the unregistered first admin', atMost: 0, count: firstAdminUnasked },
  { name: 'circles, and arrows that run up', atMost: 0, count: ({ wrongArrows }) => listed(wrongArrows) },
]

/** @param {import('./tree.mjs').Tree} tree */
export const countedIn = (tree) =>
  figures.map((figure) => {
    const { now, found } = figure.count(tree, figure.atMost)
    return { ...figure, now, found, broken: now === undefined || now > figure.atMost }
  })
