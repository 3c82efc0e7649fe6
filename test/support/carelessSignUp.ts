import type { TestHouse } from './house'
import { sdkFor } from './sdk'

/**
 * A sign-up done wrongly: it looks for a free place first and writes afterwards. Answers how many were told
 * that they have a place. A race test in which this is not more than there are places proves nothing.
 */
export async function carelessSignUps(house: TestHouse, count: number, places: number): Promise<number> {
  const database = sdkFor(house.cloud).database()
  const sessions = database.collection('sessions')
  const _id = 's_careless'
  await sessions.add({ data: { _id, free: places } })
  const won = await Promise.all(
    Array.from({ length: count }, async () => {
      const answer: unknown = await sessions.doc(_id).get({})
      if ((answer as { data: { free: number } }).data.free < 1) return false
      await sessions.doc(_id).update({ data: { free: database.command.inc(-1) } })
      return true
    }),
  )
  await sessions.doc(_id).remove({})
  return won.filter(Boolean).length
}
