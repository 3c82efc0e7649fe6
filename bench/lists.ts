import { openTestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { medianMs } from './measure'

const few = 200
const many = 20_000
const batch = 500

/** The hall's first page and a page far down, among few and among many bookings: neither may grow with the number. */
export async function run(): Promise<void> {
  const house = await openTestHouse()
  try {
    const database = sdkFor(house.cloud).database()
    const _ = database.command
    const bookings = database.collection('bookings')
    const fill = async (from: number, to: number) => {
      for (let start = from; start < to; start += batch)
        await bookings.add({
          data: Array.from({ length: Math.min(batch, to - start) }, (_unused, index) => ({
            _id: `b_${start + index}`,
            communityId: 'tubengkan',
            state: 'open',
            teamId: `team${(start + index) % 11}`,
            windowFrom: start + index,
            description: '厨房水龙头漏水',
          })) as never,
        })
    }
    const page = (from: number) => async () =>
      bookings
        .where({ communityId: 'tubengkan', state: 'open', windowFrom: _.gte(from) })
        .orderBy('windowFrom', 'asc')
        .orderBy('_id', 'asc')
        .limit(20)
        .get()
    await fill(0, few)
    await page(0)()
    const firstOfFew = await medianMs(21, page(0))
    await fill(few, many)
    const firstOfMany = await medianMs(21, page(0))
    const deepOfMany = await medianMs(21, page(many - 100))
    console.log(`\nA page of 20 in the hall through the SDK, median of 21:`)
    console.log(`  first page of ${few}: ${firstOfFew.toFixed(2)} ms`)
    console.log(
      `  first page of ${many}: ${firstOfMany.toFixed(2)} ms, ratio ${(firstOfMany / firstOfFew).toFixed(2)}`,
    )
    console.log(
      `  last page of ${many}: ${deepOfMany.toFixed(2)} ms, ratio ${(deepOfMany / firstOfFew).toFixed(2)}`,
    )
  } finally {
    await house.close()
  }
}
