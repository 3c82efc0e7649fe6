import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Grant } from '#contract/member'
import { type Operation, operations } from '#contract/operations'
import { askThrough } from '#local/sample/driver'
import { fillSample } from '#local/sample/fill'
import { existingIn } from '#support/existing'
import { openTestHouse, type TestHouse, volunteerIn } from '#support/house'
import { validInputs } from '#support/validInputs'

/**
 * The most calls to the database that an operation makes before its answer, with a commandId as clients send
 * it: in the sample's week, and with an input that is valid. A new operation without a number does not compile.
 */
const most: { readonly [Op in Operation]: number } = {
  'community.get': 1,
  'home.get': 2,
  'community.whole': 2,
  'community.lacking': 2,
  'community.edit': 5,
  'desk.begin': 2,
  'desk.poll': 2,
  'desk.approve': 3,
  'desk.list': 2,
  'desk.logout': 2,
  'member.me': 5,
  'member.register': 13,
  'member.changePhone': 5,
  'member.move': 6,
  'member.rename': 4,
  'member.settleAsked': 3,
  'member.verify': 4,
  'member.enrol': 10,
  'member.adoptCode': 4,
  'member.adopt': 4,
  'member.grant': 8,
  'member.revoke': 4,
  'member.roles': 2,
  'member.dependents': 2,
  'member.addDependent': 10,
  'member.editDependent': 3,
  'member.removeDependent': 3,
  'member.appointProxy': 9,
  'member.dismissProxy': 5,
  'member.acceptProxy': 3,
  'member.declineProxy': 3,
  'member.consent': 4,
  'member.pending': 4,
  'member.search': 2,
  'member.import': 14,
  'member.removeDwelling': 4,
  'member.reveal': 4,
  'member.accessLog': 2,
  'member.export': 23,
  'member.unfinished': 14,
  'member.close': 19,
  'member.keep': 4,
  'guardian.ask': 5,
  'guardian.answer': 5,
  'guardian.record': 4,
  'guardian.endRecord': 8,
  'guardian.list': 3,
  'team.list': 13,
  'team.get': 13,
  'poster.code': 3,
  'team.apply': 9,
  'team.decide': 14,
  'team.mine': 2,
  'team.showLicence': 6,
  'team.decideLicence': 3,
  'team.revokeLicence': 3,
  'team.endProbation': 4,
  'team.leave': 11,
  'team.roster': 3,
  'booking.request': 11,
  'booking.weeks': 1,
  'booking.list': 5,
  'booking.get': 3,
  'booking.claim': 6,
  'booking.release': 6,
  'booking.cancel': 4,
  'booking.change': 4,
  'booking.code': 2,
  'booking.slip': 4,
  'booking.checkIn': 5,
  'booking.checkOut': 5,
  'booking.confirm': 7,
  'booking.noShow': 3,
  'booking.object': 3,
  'booking.appeal': 3,
  'booking.decideNoShow': 3,
  'booking.noShows': 2,
  'booking.atRisk': 2,
  'booking.candidates': 6,
  'booking.dispatch': 8,
  'booking.invite': 6,
  'booking.forgotten': 2,
  'booking.settle': 7,
  'request.file': 5,
  'guide.apply': 4,
  'pact.assent': 3,
  'pact.paperAssents': 3,
  'pact.papers': 2,
  'pact.propose': 3,
  'pact.proposals': 2,
  'pact.vote': 3,
  'pact.proof': 2,
  'request.similar': 2,
  'request.support': 6,
  'request.list': 2,
  'request.get': 2,
  'request.accept': 5,
  'request.assign': 4,
  'request.progress': 5,
  'request.ask': 5,
  'request.extend': 3,
  'request.escalate': 3,
  'request.takeOver': 3,
  'request.return': 3,
  'request.approve': 3,
  'request.resolve': 5,
  'request.decline': 3,
  'request.publish': 5,
  'request.answer': 3,
  'request.rate': 5,
  'request.reopen': 3,
  'request.correct': 6,
  'request.supplement': 6,
  'request.withdraw': 6,
  'request.hands': 2,
  'request.rates': 4,
  'file.begin': 5,
  'file.part': 4,
  'file.url': 2,
  'session.code': 2,
  'session.checkIn': 2,
  'session.mark': 3,
  'session.walkIn': 3,
  'session.undoWalkIn': 3,
  'session.roster': 4,
  'notice.unreached': 5,
  'notice.toldByPhone': 4,
  'session.tell': 6,
  'session.tellings': 2,
  'session.export': 5,
  'session.appeal': 4,
  'session.feedback': 5,
  'session.feedbacks': 2,
  'shift.signUp': 8,
  'shift.withdraw': 3,
  'shift.checkIn': 9,
  'shift.checkOut': 6,
  'shift.confirm': 9,
  'shift.add': 8,
  'shift.candidates': 2,
  'shift.list': 1,
  'shift.mine': 2,
  'shift.roster': 2,
  'training.stock': 4,
  'training.handOut': 3,
  'training.takeBack': 3,
  'training.stocks': 2,
  'subsidy.claim': 3,
  'subsidy.withdrawClaim': 3,
  'subsidy.draw': 3,
  'subsidy.approve': 3,
  'subsidy.pay': 3,
  'subsidy.receive': 3,
  'subsidy.reverse': 3,
  'subsidy.sheet': 3,
  'subsidy.lines': 2,
  'subsidy.mine': 2,
  'session.signUp': 6,
  'session.withdraw': 7,
  'session.acceptOffer': 2,
  'session.declineOffer': 2,
  'session.changeParty': 6,
  'session.mine': 2,
  'session.drawProof': 1,
  'activity.saveDraft': 4,
  'activity.publish': 8,
  'activity.edit': 3,
  'activity.copy': 3,
  'activity.cancel': 12,
  'activity.list': 1,
  'activity.get': 2,
  'activity.templates': 2,
  'activity.birthdays': 8,
  'activity.invite': 3,
  'activity.addPhotos': 3,
  'activity.removePhoto': 3,
  'hours.statement': 4,
  'hours.honour': 6,
  'hours.word': 8,
  'hours.words': 2,
  'hours.approveHonour': 12,
  'hours.honours': 2,
  'hours.reverse': 17,
  'hours.months': 3,
  'hours.leaderboard': 5,
  'hours.digest': 1,
  'hours.verify': 18,
  'hours.certificate': 7,
  'hours.certificates': 2,
  'certificate.get': 2,
  'certificate.revoke': 4,
  'certificate.verify': 4,
  'training.board': 2,
  'training.complete': 3,
  'training.certificate': 2,
  'training.admit': 4,
  'report.overview': 10,
  'inbox.list': 3,
  'inbox.read': 4,
  'notice.allow': 2,
  'vacancy.publish': 5,
  'vacancy.edit': 5,
  'vacancy.close': 5,
  'vacancy.list': 2,
  'vacancy.get': 4,
  'publication.saveDraft': 5,
  'publication.publish': 6,
  'publication.approve': 5,
  'publication.return': 5,
  'publication.edit': 6,
  'publication.retire': 5,
  'publication.list': 2,
  'publication.get': 3,
  'publication.editions': 2,
  'station.say': 4,
  'standard.figures': 20,
  'campaign.gather': 3,
  'campaign.stage': 4,
  'campaign.resolve': 4,
  'campaign.get': 7,
  'campaign.requests': 3,
  'campaign.proposed': 3,
  'placement.interest': 6,
  'placement.withdraw': 5,
  'placement.pass': 5,
  'placement.invite': 5,
  'placement.place': 5,
  'placement.decline': 5,
  'placement.leave': 5,
  'placement.followUp': 5,
  'placement.list': 5,
  'placement.mine': 5,
  'placement.due': 5,
  'placement.figures': 5,
}

/** The community is read every few seconds, by whichever call comes then. */
const communityRead = 1

const everyRole: Grant[] = [
  { role: 'admin' },
  { role: 'coordinator' },
  { role: 'grid_worker', scope: { gridId: 'grid1' } },
  { role: 'officer', scope: { tier: 'community' } },
  { role: 'team_leader', scope: { teamId: 'repair' } },
  volunteerIn('repair'),
]

/** What takes somebody's roles away, or ends their account, comes last. */
const endings: ReadonlySet<Operation> = new Set([
  'team.leave',
  'member.move',
  'member.rename',
  'member.close',
  'member.unfinished',
  'member.keep',
])
const asked = (Object.keys(operations) as Operation[]).sort(
  (one, other) => Number(endings.has(one)) - Number(endings.has(other)),
)

let house: TestHouse
let found: Map<Operation, number>

beforeAll(async () => {
  house = await openTestHouse({ workers: 1 })
  const { cloud } = house
  let sent = 0
  const commandId = () => `counted-${sent++}`
  const clock = {
    now: cloud.now,
    async until(at: number) {
      if (at > cloud.now()) cloud.advance(at - cloud.now())
    },
  }
  const ask = askThrough((openid, name, data) =>
    cloud.drive(openid, name, { ...(data as object), commandId: commandId() }),
  )
  await fillSample(ask, clock, async () => void (await cloud.tick()))
  const inputs = validInputs(await existingIn(house))
  await house.person('wx_every_role', everyRole)
  for (const op of asked)
    await cloud.drive('wx_every_role', 'api', { op, input: inputs[op], commandId: commandId() })
  found = callsIn(join(house.dataDir, 'functions.log'))
})
afterAll(() => house.close())

/** The most calls of each operation that the functions' log tells of. */
function callsIn(file: string): Map<Operation, number> {
  const calls = new Map<Operation, number>()
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { text } = JSON.parse(line) as { text: string }
    if (!text.startsWith('{"event":"api.call"')) continue
    const said = JSON.parse(text) as { op: Operation; calls: number }
    calls.set(said.op, Math.max(calls.get(said.op) ?? 0, said.calls))
  }
  return calls
}

it.each(asked)('%s makes no more calls than its number', (op) => {
  expect(found.get(op)).toBeDefined()
  expect(found.get(op)).toBeLessThanOrEqual(most[op] + communityRead)
})
