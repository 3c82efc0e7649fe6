/**
 * `npm run hours:verify`: walks every ledger and every day's digest of a running deployment and says where one does not
 * follow. Reads only.
 *
 *   npm run hours:verify -- --url http://localhost:10086 --token TOKEN [--digests FILE]
 *
 * TOKEN is an admin's browser token. With FILE, the latest digest is compared with what the file noted on earlier runs,
 * and added to it: keep the file away from the database, for example printed on the notice board. Exit 1 on a break.
 */
import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'

/** Asks one operation; throws a sentence for the operator. */
async function ask(url, token, op, input) {
  const response = await fetch(new URL('/api', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ op, input }),
  }).catch((error) => {
    throw new Error(`--url ${url} does not answer: ${error.cause?.code ?? error.message}`)
  })
  const answer = await response.json().catch(() => undefined)
  if (answer?.ok) return answer.data
  throw new Error(`${op} was refused: ${answer?.code ?? response.status}. Is --token an admin's?`)
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

async function main() {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, token: { type: 'string' }, digests: { type: 'string' } },
  })
  const { url, token, digests: file } = values
  if (!url || !token) throw new Error('Say where and as whom: --url ADDRESS --token TOKEN.')
  const breaks = []
  let chains = 0
  let entries = 0
  for (let cursor; ; ) {
    const page = await ask(url, token, 'hours.verify', { limit: 50, ...(cursor && { cursor }) })
    chains += page.chains
    entries += page.entries
    breaks.push(...page.breaks)
    cursor = page.nextCursor
    if (!cursor) break
  }
  if (file) {
    const known = await noted(file)
    for (const [day, digest] of Object.entries(known)) {
      const now = await ask(url, token, 'hours.digest', { day })
      if (now.digest !== digest) breaks.push({ day, noted: digest, published: now.digest })
    }
    const latest = await ask(url, token, 'hours.digest', {}).catch(() => undefined)
    if (latest && breaks.length === 0)
      await writeFile(file, `${JSON.stringify({ ...known, [latest.day]: latest.digest }, null, 2)}\n`)
  }
  for (const each of breaks) process.stdout.write(`broken: ${JSON.stringify(each)}\n`)
  process.stdout.write(`${chains} ledgers, ${entries} lines, ${breaks.length} breaks\n`)
  process.exitCode = breaks.length === 0 ? 0 : 1
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
