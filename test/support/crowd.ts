import { memberIdOf } from '#app/call/ids'
import type { Operation, RawInputOf, ReplyOf } from '#contract/operations'
import type { Answer } from '#contract/shared/refusal'
import type { TestHouse } from './house'

/** A verified resident without a browser, so that many are made quickly. */
export interface Resident {
  openid: string
  memberId: string
  send<Op extends Operation>(op: Op, input: RawInputOf<Op>): Promise<Answer<ReplyOf<Op>>>
}

const atOnce = 10

/** Registers and verifies so many residents. */
export async function crowdOf(house: TestHouse, count: number): Promise<Resident[]> {
  const crowd: Resident[] = []
  const add = async (index: number) => {
    const openid = `wx_crowd_${index}`
    const { send } = house.stranger(openid)
    const registered = await send('member.register', {
      name: '居民',
      gridId: 'grid1',
      estateId: 'huochai',
      building: '1栋',
      unit: `${1 + (index % 6)}-${1 + (index % 20)}`,
      consents: [
        { kind: 'service', version: '1' },
        { kind: 'sensitive', version: '1' },
      ],
    })
    if (!registered.ok) throw new Error(`registering: ${JSON.stringify(registered)}`)
    await house.admin.ask('member.verify', { memberId: registered.data.memberId, accept: true })
    crowd.push({ openid, memberId: memberIdOf('tubengkan', openid), send })
  }
  for (let start = 0; start < count; start += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, count - start) }, (_, index) => add(start + index)),
    )
  return crowd
}
