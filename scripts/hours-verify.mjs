/**
 * `npm run hours:verify`: walks every ledger, every day's digest and sums, and every certificate, and says where one does
 * not follow or was not written by the deployment. Changes no hours.
 *
 *   npm run hours:verify                                    the data of this machine: LOCAL_DATA, or .local
 *   npm run hours:verify -- --data FOLDER                   another data folder; nothing else may run on it
 *   npm run hours:verify -- --url ADDRESS --token TOKEN     a running deployment; TOKEN is an admin's browser token
 *   … --digests FILE
 *
 * With FILE, every digest that was noted there on earlier runs is compared with what is published now, and the latest is
 * added: keep the file away from the database, for example printed on the notice board. Exit 1 on a break.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Asks a running deployment; throws one sentence for the operator. */
const through = (url, token) => async (op, input) => {
  const response = await fetch(new URL('/api', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ op, input }),
  }).catch((error) => {
    throw new Error(`--url ${url} does not answer: ${error.cause?.code ?? error.message}`)
  })
  return await response.json().catch(() => ({ ok: false, code: response.status }))
}

const granted = (op, answer) => {
  if (answer?.ok) return answer.data
  throw new Error(`${op} was refused: ${answer?.code}. It takes an admin's word; is --token one's?`)
}

/** The digests noted so far, by day. */
async function noted(file) {
  const text = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${file} does not hold what this command wrote. Give another file.`)
  }
}

/** Checks everything and answers one sentence for each break. */
async function walk(ask, file) {
  const broken = []
  let chains = 0
  let entries = 0
  let certificates = 0
  const older = { lines: 0, certificates: 0 }
  for (let cursor; ; ) {
    const page = granted('hours.verify', await ask('hours.verify', { limit: 50, ...(cursor && { cursor }) }))
    chains += page.chains
    entries += page.entries
    certificates += page.certificates ?? 0
    older.lines += page.unmarkedLines ?? 0
    older.certificates += page.unmarkedCertificates ?? 0
    broken.push(...page.breaks.map(sentenceOf))
    cursor = page.nextCursor
    if (!cursor) break
  }
  const answer = await ask('hours.digest', {})
  const latest = answer?.ok ? answer.data : undefined
  const known = file ? await noted(file) : {}
  for (const [day, digest] of Object.entries(known)) {
    const now = await ask('hours.digest', { day })
    if (now?.data?.digest !== digest)
      broken.push(`the digest of ${day} is not the one noted in ${file}: hours up to that day were rewritten`)
  }
  if (file && latest && broken.length === 0)
    await writeFile(file, `${JSON.stringify({ ...known, [latest.day]: latest.digest }, null, 2)}\n`)
  return { chains, entries, certificates, older, broken, latest, noted: Object.keys(known).length }
}

const certificateWords = {
  words_changed: 'does not say what was issued: it was changed',
  ledger_changed: 'does not agree with its ledger',
  attendance_changed: 'does not agree with the lists of its course',
}

function sentenceOf({ day, memberId, certificateNo, what, seq, until, whole }) {
  if (certificateNo) return `the certificate ${certificateNo} ${certificateWords[what]}`
  if (day && what === 'sums') return `the sums of ${day} are not what its lines give: they were changed`
  if (day) return `the digest of ${day} is not what its lines give: a ledger was rewritten, or a digest`
  const ledger = `the ledger of ${memberId}`
  const lines = seq === until ? `line ${seq}` : `lines ${seq} to ${until}`
  if (whole) return `${ledger} is gone: it had ${until} ${until === 1 ? 'line' : 'lines'}`
  if (what === 'missing') return `${ledger} lacks ${lines}: removed`
  if (what === 'rewritten')
    return `${ledger} does not have at line ${seq} what was noted there: it was rewritten up to that line`
  if (what === 'forged') return `${ledger} has at line ${seq} a line that this deployment has not written`
  if (what === 'misnoted')
    return `${ledger} is noted by its volunteer's document as ending with line ${seq}, which this deployment has not noted`
  if (what === 'missummed')
    return `${ledger} has sums up to line ${seq} that are not what its lines give: they were changed`
  if (what === 'unnoted')
    return `${ledger} has ${seq} ${seq === 1 ? 'line' : 'lines'}, and its volunteer's document knows of none`
  return `${ledger} does not follow at line ${seq}: it was changed, or the line before`
}

const options = {
  url: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string' },
  digests: { type: 'string' },
}

/** Joins a token to its option: parseArgs would take a token that begins with a dash for an option. */
function joined(args) {
  const named = (arg) => arg.startsWith('--') && Object.hasOwn(options, arg.slice(2))
  return args.flatMap((arg, at) => {
    if (named(arg) && at + 1 < args.length && !named(args[at + 1])) return [`${arg}=${args[at + 1]}`]
    return at > 0 && named(args[at - 1]) && !named(arg) ? [] : [arg]
  })
}

async function main() {
  const { values } = parseArgs({ args: joined(process.argv.slice(2)), options })
  const { url, token, data = process.env.LOCAL_DATA ?? '.local', digests } = values
  const file = digests && resolve(digests)
  if (url && !token) throw new Error("Say as whom: --token, an admin's browser token.")
  const found = url ? await walk(through(url, token), file) : await walkFolder(resolve(data), file)
  for (const each of found.broken) process.stdout.write(`broken: ${each}\n`)
  const { latest } = found
  if (latest) process.stdout.write(`latest digest: ${latest.day} ${latest.digest}\n`)
  if (file) process.stdout.write(`${found.noted} digests noted earlier were compared\n`)
  const { older, certificates } = found
  if (older.lines + older.certificates > 0)
    process.stdout.write(
      `${older.lines} lines and ${older.certificates} certificates are from before they had a mark: of these, digests and ledgers alone are proof\n`,
    )
  process.stdout.write(
    `${found.chains} ledgers, ${found.entries} lines, ${certificates} certificates, ${found.broken.length} breaks\n`,
  )
  process.exitCode = found.broken.length === 0 ? 0 : 1
}

async function walkFolder(folder, file) {
  process.chdir(root)
  const { ensureBuilt } = await import('./build.mjs')
  await ensureBuilt(['cloud'], (line) => process.stderr.write(`${line}\n`))
  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  return await require('../local/verifyHours.ts').onFolder(folder, (ask) => walk(ask, file))
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
