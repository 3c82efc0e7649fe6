import type { Operation, RawInputOf, ReplyOf } from '#contract/operations'
import type { Answer } from '#contract/shared/refusal'
import { callsOf } from '#support/callCount'
import { bookingFrom, codeOn, hourMs, openTestHouse, type Person, volunteerIn } from '#support/house'

interface Counted {
  step: string
  before: number
  after: number
  openApis: number
  goal: number | undefined
}

/**
 * Counts the database calls of every step from a booking to the statement, and of a request, as clients send
 * them: with a commandId. The counts hold on every machine.
 */
export async function run(): Promise<void> {
  const house = await openTestHouse({ workers: 1 })
  const counts: Counted[] = []
  let sent = 0
  const counted = async <Op extends Operation>(
    who: Person,
    op: Op,
    input: RawInputOf<Op>,
    goal?: number,
    step: string = op,
  ): Promise<ReplyOf<Op>> => {
    const data = { op, input, commandId: `bench-${sent++}` }
    const { reply, ...calls } = await callsOf(
      house.cloud,
      async () => (await house.cloud.call(who.openid, 'api', data)) as Answer<ReplyOf<Op>>,
    )
    if (!reply.ok) throw new Error(`${op} was refused: ${reply.code}`)
    counts.push({ step, ...calls, goal })
    return reply.data
  }
  try {
    const resident = await house.person('wx_resident')
    const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
    const leads = [{ role: 'team_leader' as const, scope: { teamId: 'repair' } }]
    const leader = await house.person('wx_leader', leads)
    const worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
    for (let index = 0; index < 12; index++) await house.person(`wx_more_${index}`, [volunteerIn('repair')])

    const { bookingId } = await counted(resident, 'booking.request', bookingFrom(house.cloud.now()))
    await counted(volunteer, 'booking.list', { scope: 'open' }, undefined, 'booking.list open')
    await counted(leader, 'booking.atRisk', {})
    await counted(leader, 'booking.candidates', { bookingId }, undefined, 'booking.candidates, 13 volunteers')
    await counted(volunteer, 'booking.get', { bookingId }, undefined, 'booking.get before the claim')
    await counted(volunteer, 'booking.claim', { bookingId }, 5)
    await counted(volunteer, 'booking.release', { bookingId, reason: '临时有事，来不了' }, 6)
    await counted(volunteer, 'booking.claim', { bookingId }, 5, 'booking.claim once more')
    await counted(volunteer, 'booking.get', { bookingId }, undefined, 'booking.get by the claimer')
    house.cloud.advance(hourMs)
    const arrived = await codeOn(house, resident, bookingId)
    await counted(volunteer, 'booking.checkIn', { bookingId, code: arrived }, 3)
    house.cloud.advance(hourMs)
    const left = await codeOn(house, resident, bookingId)
    await counted(volunteer, 'booking.checkOut', { bookingId, code: left }, 3)
    await counted(resident, 'booking.confirm', { bookingId, stars: 5 }, 6)
    await counted(volunteer, 'hours.statement', {})
    await counted(leader, 'team.roster', { teamId: 'repair' }, 3, 'team.roster, 13 volunteers')
    const shed = {
      category: 'parking_shed',
      description: '车棚漏雨，下雨天没法停车',
      gridId: 'grid1',
    } as const
    for (const who of [resident, volunteer, leader, worker])
      await counted(who, 'home.get', {}, 4, `home.get by ${who.openid.slice('wx_'.length)}`)
    const { requestId } = await counted(resident, 'request.file', shed, 5)
    await counted(worker, 'request.accept', { requestId }, 5)
  } finally {
    await house.close()
  }
  console.log(
    '\nDatabase calls of one step, the caller’s own record included; goal; what follows the answer:',
  )
  for (const { step, before, after, openApis, goal } of counts) {
    const mark = goal === undefined ? '' : `≤ ${goal} ${before <= goal ? 'met' : 'MISSED'}`
    const more = [
      ...(after > 0 ? [`+ ${after} after it`] : []),
      ...(openApis > 0 ? [`and ${openApis} of WeChat’s open APIs`] : []),
    ]
    const line = `  ${step.padEnd(34)} ${String(before).padStart(2)}  ${mark.padEnd(12)} ${more.join(', ')}`
    console.log(line.trimEnd())
  }
}
