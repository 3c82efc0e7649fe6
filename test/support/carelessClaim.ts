import type { TestHouse } from './house'
import { sdkFor } from './sdk'

/**
 * A claim done wrongly: it checks first and writes afterwards. Answers how many of the volunteers were told
 * that they had won. A race test in which this is not more than one proves nothing.
 */
export async function carelessClaims(house: TestHouse, memberIds: string[]): Promise<number> {
  const bookings = sdkFor(house.cloud).database().collection('bookings')
  const _id = 'b_careless'
  await bookings.add({ data: { _id, state: 'open' } })
  const won = await Promise.all(
    memberIds.map(async (claimerId) => {
      const { data } = (await bookings.doc(_id).get({})) as { data: { state?: string } }
      if (data.state !== 'open') return false
      await bookings.doc(_id).update({ data: { state: 'claimed', claimerId } })
      return true
    }),
  )
  return won.filter(Boolean).length
}
