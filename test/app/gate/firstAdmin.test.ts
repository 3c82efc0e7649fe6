import * as v from 'valibot'
import { type Operation, operations } from '#contract/operations'
import type { RefusalCode } from '#contract/shared/refusal'
import { existingIn } from '#support/existing'
import { openTestHouse, type TestHouse } from '#support/house'
import { validInputs } from '#support/validInputs'

/** The answers of operations that need no registration. Every other operation answers `not_registered`. */
const answered: { readonly [Op in Operation]?: 'ok' | RefusalCode } = {
  'community.get': 'ok',
  'community.whole': 'ok',
  'community.lacking': 'ok',
  'community.edit': 'ok',
  'desk.begin': 'ok',
  'desk.poll': 'not_found',
  'member.me': 'ok',
  'member.register': 'ok',
  'member.verify': 'ok',
  'member.grant': 'ok',
  'member.revoke': 'ok',
  'member.roles': 'ok',
  'member.pending': 'ok',
  'member.search': 'ok',
  'member.adopt': 'adopt_code_over',
  'member.import': 'ok',
  'member.removeDwelling': 'dwelling_unknown',
  'guardian.endRecord': 'ok',
  'team.list': 'ok',
  'team.get': 'ok',
  'poster.code': 'ok',
  'team.decide': 'ok',
  'team.roster': 'ok',
  'booking.noShows': 'ok',
  'booking.atRisk': 'ok',
  'booking.candidates': 'ok',
  'booking.dispatch': 'ok',
  'booking.invite': 'ok',
  'booking.forgotten': 'ok',
  'request.rates': 'ok',
  'session.drawProof': 'not_found',
  'activity.list': 'ok',
  'activity.get': 'not_found',
  'hours.honours': 'ok',
  'home.get': 'ok',
  'hours.leaderboard': 'ok',
  'hours.digest': 'not_found',
  'hours.verify': 'ok',
  'certificate.verify': 'ok',
  'certificate.revoke': 'ok',
  'report.overview': 'ok',
  'session.code': 'not_found',
  'session.undoWalkIn': 'not_found',
  'training.stock': 'not_found',
  'training.stocks': 'not_found',
  'session.roster': 'not_found',
  'session.feedbacks': 'not_found',
  'session.tellings': 'not_found',
  'training.board': 'not_found',
  'shift.candidates': 'not_found',
  'shift.list': 'ok',
  'shift.roster': 'ok',
  'activity.templates': 'ok',
  'hours.words': 'ok',
  'notice.unreached': 'ok',
  'vacancy.list': 'ok',
  'vacancy.get': 'not_found',
  'publication.list': 'ok',
  'publication.get': 'not_found',
  'publication.editions': 'not_found',
  'pact.proposals': 'not_found',
  'pact.proof': 'not_found',
  'standard.figures': 'ok',
  'campaign.get': 'not_found',
  'campaign.proposed': 'ok',
  'placement.list': 'not_found',
  'placement.due': 'ok',
  'placement.figures': 'ok',
}

/** Registering comes last, since afterwards the first admin is a member. */
const asked = (Object.keys(operations) as Operation[]).sort(
  (one, other) => Number(one === 'member.register') - Number(other === 'member.register'),
)

let house: TestHouse
let inputs: ReturnType<typeof validInputs>

beforeAll(async () => {
  house = await openTestHouse()
  inputs = validInputs(await existingIn(house))
})
afterAll(() => house.close())

describe.each(asked)('the first admin, who has not registered, sends %s', (op) => {
  it('with an input that the schema takes', () => {
    expect(v.safeParse(operations[op].input, inputs[op]).issues).toBeUndefined()
  })

  it(`and is answered ${answered[op] ?? 'not_registered'}`, async () => {
    const answer = await sent(op)
    expect(answer.ok ? 'ok' : answer.code).toBe(answered[op] ?? 'not_registered')
  })
})

const sent = <Op extends Operation>(op: Op) => house.admin.send(op, inputs[op])
