import { hashOf, type LedgerLine } from '#core/hours/ledger'
import type { TestHouse } from './house'
import { sdkFor } from './sdk'

const without = ({ _id: _, ...rest }: LedgerLine) => rest

/** What somebody with access to the database could do to a ledger. Each answers a function that undoes it. */
export function ledgerHands(house: TestHouse) {
  const stored = () => sdkFor(house.cloud).database().collection('entries')
  const ledger = async (memberId: string) => {
    const found = await stored().where({ memberId }).orderBy('seq', 'asc').limit(1000).get()
    return (found as unknown as { data: LedgerLine[] }).data
  }
  const put = (entry: LedgerLine) =>
    stored()
      .doc(entry._id)
      .set({ data: without(entry) })
  const back = (entries: readonly LedgerLine[]) => async () => {
    for (const entry of entries) await put(entry)
  }
  return {
    /** Every line as it is stored, from the first. */
    ledger,
    /** Rewrites a line; with `chain` also every line after it, so that the chain holds. */
    async rewrite(memberId: string, seq: number, change: Partial<LedgerLine>, chain: boolean) {
      const lines = await ledger(memberId)
      let prev: string | undefined
      for (const entry of lines.filter((line) => line.seq >= seq)) {
        const { hash: _, ...rest } = {
          ...entry,
          ...(entry.seq === seq ? change : {}),
          ...(prev === undefined ? {} : { prev }),
        }
        const hash = chain ? hashOf(rest) : entry.hash
        await put({ ...rest, hash })
        if (!chain) break
        prev = hash
      }
      return back(lines)
    },
    /** Changes one byte of one field in one of the first `upTo` lines; the seed decides which. */
    async changeByte(memberId: string, seed: number, upTo: number) {
      const lines = (await ledger(memberId)).filter(({ seq }) => seq <= upTo)
      const line = lines[seed % lines.length]
      if (!line) throw new Error(`${memberId} has no line`)
      const paths = leavesOf(without(line))
      await put(changed(line, paths[seed % paths.length] ?? [], seed))
      return back([line])
    },
    /**
     * Rewrites the volunteer's own note of the ledger; answers the note before, and a function that restores
     * it.
     */
    async note(memberId: string, noted: { hoursLines?: number; hoursHash?: string }) {
      const people = sdkFor(house.cloud).database().collection('members')
      const { data } = (await people.doc(memberId).get()) as unknown as {
        data: { hoursLines: number; hoursHash: string }
      }
      const before = { hoursLines: data.hoursLines, hoursHash: data.hoursHash }
      await people.doc(memberId).update({ data: noted })
      return [before, async () => void (await people.doc(memberId).update({ data: before }))] as const
    },
    async remove(memberId: string, seq: number) {
      const line = (await ledger(memberId)).find((each) => each.seq === seq)
      if (!line) throw new Error(`${memberId} has no line ${seq}`)
      await stored().doc(line._id).remove({})
      return back([line])
    },
  }
}

/** Every value in a line, by its path. */
export function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, field]) => leavesOf(field, [...path, key]))
}

/** The same value with one byte of the field at the path changed. */
export function changed<Value>(value: Value, path: readonly string[], seed: number): Value {
  const [key, ...rest] = path
  if (key !== undefined) {
    const fields = value as Record<string, unknown>
    return { ...fields, [key]: changed(fields[key], rest, seed) } as Value
  }
  if (typeof value === 'number') return (value + 1 + (seed % 1000)) as Value
  const text = value as string
  const at = seed % Math.max(text.length, 1)
  const other = text.charAt(at) === '0' ? '1' : '0'
  return (text.slice(0, at) + other + text.slice(at + 1)) as Value
}
