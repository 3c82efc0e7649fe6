/**
 * Recomputes a draw from its published proof and says whether it is right. Needs nothing but Node, and nothing of ours:
 *
 *   node scripts/verify-draw.mjs proof.json
 *   node scripts/verify-draw.mjs https://…/proof.json [commitment]
 *
 * The proof is what session.drawProof answers, bare or as {ok, data}. A commitment that was noted before sign-up opened
 * is compared, too: without it the script can only say that the proof agrees with itself.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import process from 'node:process'

const hexHash = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Everything that is wrong with a proof, in words; an empty list for a right one. */
export function faultsOf({ commitment, seed, capacity, tickets, result }, noted) {
  if (typeof seed !== 'string' || !Array.isArray(result)) return ['还没有抽签：种子还没有公布。']
  const faults = []
  if (hexHash(seed) !== commitment) faults.push('种子与事先公布的承诺不符。')
  if (noted !== undefined && noted !== commitment) faults.push('承诺与您记下的不同。')
  if (new Set(tickets.map(({ ticket }) => ticket)).size < tickets.length) faults.push('有号重复。')
  const ranked = tickets
    .map((ticket) => ({ ...ticket, right: hexHash(seed + ticket.ticket) }))
    .sort((a, b) => (a.right < b.right ? -1 : 1))
  let left = capacity
  ranked.forEach(({ ticket, size, rank, result: said, right }, place) => {
    const fits = size <= left
    if (fits) left -= size
    if (rank !== right) faults.push(`号 ${ticket} 的名次算得不对。`)
    if (result[place] !== ticket) faults.push(`第 ${place + 1} 位应是号 ${ticket}。`)
    if (said !== (fits ? 'confirmed' : 'waitlisted'))
      faults.push(`号 ${ticket} 应当${fits ? '抽中' : '候补'}。`)
  })
  if (result.length !== ranked.length) faults.push('结果里的号数与名单不符。')
  return faults
}

async function read(where) {
  if (!/^https?:/.test(where)) return readFile(where, 'utf8')
  const response = await fetch(where)
  if (!response.ok) throw new Error(`${where}: ${response.status}`)
  return response.text()
}

async function main([where, noted]) {
  if (where === undefined) {
    console.error('node scripts/verify-draw.mjs <file or URL> [commitment]')
    return 2
  }
  const said = JSON.parse(await read(where))
  const faults = faultsOf(said.data ?? said, noted)
  if (faults.length === 0) console.log('抽签结果正确：按公布的种子和号重新算过，完全一致。')
  else for (const fault of faults) console.log(`不对：${fault}`)
  return faults.length === 0 ? 0 : 1
}

if (process.argv[1]?.endsWith('verify-draw.mjs')) process.exitCode = await main(process.argv.slice(2))
