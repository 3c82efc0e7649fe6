import { openTestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { medianMs } from './measure'

const crowd = 20

/** One winner among twenty: a conditional write against a transaction that reads and then writes. */
export async function run(): Promise<void> {
  const house = await openTestHouse()
  try {
    const database = sdkFor(house.cloud).database()
    const bookings = database.collection('bookings')
    let serial = 0
    const race = (claim: (id: string, claimerId: string) => Promise<unknown>) => async () => {
      const _id = `b_bench_${serial++}`
      await bookings.add({ data: { _id, state: 'open' } })
      await Promise.all(Array.from({ length: crowd }, (_, index) => claim(_id, `m_${index}`)))
    }
    const conditional = await medianMs(
      7,
      race(async (id, claimerId) =>
        bookings.where({ _id: id, state: 'open' }).update({ data: { state: 'claimed', claimerId } }),
      ),
    )
    const transaction = await medianMs(
      7,
      race(async (id, claimerId) => {
        for (let attempt = 0; attempt < 50; attempt++) {
          const held = await database.startTransaction()
          try {
            const { data } = (await held.collection('bookings').doc(id).get()) as { data: { state: string } }
            if (data.state === 'open')
              await held
                .collection('bookings')
                .doc(id)
                .update({ data: { state: 'claimed', claimerId } })
            await held.commit()
            return
          } catch {
            // A conflict: somebody else wrote first. The transaction is gone with it; look again.
            await held.rollback('conflict').catch(() => undefined)
          }
        }
      }),
    )
    console.log(`\n${crowd} claims of one booking at once, median of 7:`)
    console.log(`  conditional write ${conditional.toFixed(1)} ms, transaction ${transaction.toFixed(1)} ms`)
    console.log(`  ratio transaction / conditional write: ${(transaction / conditional).toFixed(1)}`)
  } finally {
    await house.close()
  }
}
