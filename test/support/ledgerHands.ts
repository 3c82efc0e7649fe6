import type { StoredCertificate } from '#core/certificate/certificate'
import { hashOf, type LedgerLine, nextEntry } from '#core/hours/ledger'
import type { HourSums } from '#store/rows/hours'
import type { TestHouse } from './house'
import { sdkFor } from './sdk'

const without = ({ _id: _, ...rest }: LedgerLine) => rest

/** What a volunteer's document notes of the ledger. */
interface Note {
  hoursLines: number
  hoursHash: string
  hoursMark: string
}

/** What somebody with access to the database could do to a ledger. Each answers a function that undoes it. */
export function ledgerHands(house: Pick<TestHouse, 'cloud'>) {
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
  async function changeOne<Stored extends object>(collection: string, _id: string, change: Partial<Stored>) {
    const found = sdkFor(house.cloud).database().collection(collection).doc(_id)
    const { data } = (await found.get()) as unknown as { data: Stored & { _id: string } }
    const { _id: _, ...before } = data
    await found.set({ data: { ...before, ...change } })
    return async () => void (await found.set({ data: before }))
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
    /** Writes one more line, which follows from the last, with the mark of an earlier line or without one. */
    async append(memberId: string, minutes: number, mark?: string) {
      const last = (await ledger(memberId)).at(-1)
      if (!last) throw new Error(`${memberId} has no line`)
      const { teamId, title, servedFrom, servedTo, communityId, creditedAt } = last
      const credit = { effect: 'credit', memberId, teamId, title, servedFrom, servedTo, minutes } as const
      const line = nextEntry(last, { ...credit, source: 'booking:b_none' }, communityId, creditedAt)
      await put({ ...line, ...(mark !== undefined && { mark }) })
      return async () => void (await stored().doc(line._id).remove({}))
    },
    /** Changes what a certificate's document says. */
    changePaper: (certificateNo: string, change: Partial<StoredCertificate>) =>
      changeOne<StoredCertificate>('certificates', certificateNo, change),
    /** Changes the sums of a day. */
    changeSums: (_id: string, change: Partial<HourSums>) => changeOne<HourSums>('hourSums', _id, change),
    /**
     * Rewrites the volunteer's own note of the ledger; answers the note before, and a function that restores
     * it.
     */
    async note(memberId: string, noted: Partial<Note>) {
      const people = sdkFor(house.cloud).database().collection('members')
      const { data } = (await people.doc(memberId).get()) as unknown as {
        data: Note
      }
      const { hoursLines, hoursHash, hoursMark } = data
      const before: Note = { hoursLines, hoursHash, hoursMark }
      if (Object.keys(noted).length > 0) await people.doc(memberId).update({ data: noted })
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
