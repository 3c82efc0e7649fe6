import fc from 'fast-check'
import { clusterLeast } from '#contract/campaign'
import type { PublicationContent } from '#contract/publication'
import { clustersOf } from '#core/campaign/clusters'
import { decideCampaignResolve, decideStage, reachedOf } from '#core/campaign/course'
import { decideGather, decideResolveGathered } from '#core/campaign/gather'
import { decideNewEdition, decidePublishing, decideRetiring } from '#core/publication/decide'
import { newPublication, type Publication, writtenRev } from '#core/publication/publication'
import type { ServiceRequest } from '#core/request/request'
import { commandAt, no, yes } from '#support/commands'
import { decisions, filedAt, filedRequest, officerOf, requestRules } from '#support/requests'
import { dayMs, hourMs } from '#support/time'

const zhao = { _id: 'm_zhao', name: '赵姐', communityId: 'tubengkan' }
const at = (hours: number, word = 'tap') => commandAt(filedAt + hours * hourMs, word, 'zhao')
const content: PublicationContent = {
  ...{ title: '车棚专项治理', body: '把漏雨的车棚一起修好。' },
  ...{ category: 'parking_shed', stages: ['摸底', '施工', '验收'] },
}
const stands = (): Publication =>
  yes(decidePublishing(newPublication('pub_1', 'campaign', zhao, content, filedAt), at(0), zhao))
const sheds = { publicationId: 'pub_1', title: content.title, category: content.category }
const gathering = (request: ServiceRequest, hours: number, campaign = sheds) =>
  decideGather(request, at(hours, 'gather'), campaign, requestRules)
const resolving = (request: ServiceRequest, hours: number, word = 'resolve') =>
  decideResolveGathered(
    request,
    at(hours, word),
    { publicationId: 'pub_1', words: '棚顶都换了' },
    requestRules,
  )

describe('a request that comes to a campaign', () => {
  it('stays with its tier, keeps its deadline, and is answered by nobody thereby', () => {
    const filed = filedRequest()
    const gathered = yes(gathering(filed, 1))
    expect(gathered).toMatchObject({ campaignId: 'pub_1', state: 'filed', respondedAt: null })
    expect(gathered).toMatchObject({ queue: filed.queue, deadline: filed.deadline, wakesAt: filed.wakesAt })
    expect(gathered.events.at(-1)).toMatchObject({ event: 'gathered', note: '车棚专项治理' })
    expect(gathered.pending).toContainEqual(
      expect.objectContaining({ effect: 'gathered', publicationId: 'pub_1', requestId: 'r_1' }),
    )
  })

  it('comes once, to one campaign, of its category, while it is open', () => {
    const gathered = yes(gathering(filedRequest(), 1))
    expect(gathering(gathered, 2).next).toBe(gathered)
    expect(no(gathering(gathered, 2, { ...sheds, publicationId: 'pub_2' }))).toBe('in_campaign')
    expect(no(gathering(filedRequest({ category: 'safety' }), 1))).toBe('not_of_campaign')
    const done = yes(decisions.resolve(filedRequest(), at(1), officerOf('grid')))
    expect(no(gathering(done, 2))).toBe('request_finished')
  })

  it('is resolved as its holder would: with the words, the answer, the end of the clock, and the word to all', () => {
    const gathered = yes(gathering(filedRequest({ supporterCount: 1 }), 1))
    const done = yes(resolving(gathered, 2))
    const byHolder = yes(decisions.resolve(gathered, at(2, 'resolve'), officerOf('grid')))
    const told = ({ pending }: ServiceRequest) => pending.map((effect) => effect.effect)
    expect(told(done)).toEqual(told(byHolder))
    expect(done).toMatchObject({ state: 'resolved', resolution: '棚顶都换了', deadline: null })
    expect({ ...done, resolution: '', events: [], pending: [] }).toEqual({
      ...{ ...byHolder, resolution: '', events: [], pending: [] },
    })
    expect(yes(decisions.unsatisfied(done, at(3, 'rate')))).toMatchObject({ state: 'reopened' })
  })

  it('that is no longer open, or of another campaign, stays as it is', () => {
    const done = yes(decisions.resolve(filedRequest(), at(1), officerOf('grid')))
    expect(resolving(done, 2).next).toBe(done)
    const other = yes(gathering(filedRequest(), 1, { ...sheds, publicationId: 'pub_2' }))
    expect(resolving(other, 2).next).toBe(other)
  })
})

describe('the way of a campaign', () => {
  it('goes through its stages, back too, with words, and changes no text', () => {
    const began = yes(decideStage(stands(), at(1, 'one'), { stage: 0, words: '都看过了' }))
    const next = yes(decideStage(began, at(2, 'two'), { stage: 1 }))
    const back = yes(decideStage(next, at(3, 'back'), { stage: 0 }))
    expect(reachedOf(back).map(({ stage }) => stage)).toEqual([0, 1, 0])
    expect(decideStage(back, at(4), { stage: 0 }).next).toBe(back)
    expect(no(decideStage(back, at(4), { stage: 3 }))).toBe('invalid_input')
    expect(back).toMatchObject({ edition: 1, content })
    expect(writtenRev(back)).toBe(writtenRev(stands()))
    const shorter = yes(decideNewEdition(next, at(5), { stages: ['摸底'] }, zhao))
    expect(reachedOf(shorter)).toHaveLength(1)
    const over = yes(decideRetiring(next, at(6), null))
    expect(no(decideStage(over, at(7), { stage: 2 }))).toBe('publication_over')
  })

  it('ends with one word for all, also where the campaign is over, and stands at its last stage then', () => {
    const said = yes(decideCampaignResolve(stands(), at(1, 'all'), '棚顶都换了', zhao))
    expect(said.pending.at(-1)).toMatchObject({ effect: 'resolveGathered', cause: at(1, 'all').key })
    expect(reachedOf(said).at(-1)).toMatchObject({ stage: 2 })
    const over = yes(decideRetiring(said, at(2), null))
    const again = yes(decideCampaignResolve(over, at(3, 'all'), '这回都好了', zhao))
    expect(reachedOf(again)).toHaveLength(1)
    const draft = newPublication('pub_9', 'campaign', zhao, content, filedAt)
    expect(no(decideCampaignResolve(draft, at(1), '好了', zhao))).toBe('not_found')
    expect(no(decideStage(draft, at(1), { stage: 0 }))).toBe('not_found')
  })
})

describe('a cluster', () => {
  const open = (estateId: string | null, more: Partial<ServiceRequest> = {}) => ({
    ...{ category: 'parking_shed', estateId, filedAt },
    ...more,
  })
  it('is of one category and one estate, of those that no campaign has', () => {
    const three = [open('a'), open('a', { filedAt: filedAt - dayMs }), open('a')]
    expect(clustersOf(three)).toEqual([
      { category: 'parking_shed', estateId: 'a', count: 3, since: filedAt - dayMs },
    ])
    expect(clustersOf([...three.slice(1), open('b'), open(null), open('a', { category: 'safety' })])).toEqual(
      [],
    )
    expect(clustersOf([...three.slice(1), open('a', { campaignId: 'pub_1' })])).toEqual([])
  })

  it('is counted right, whatever else is open', () => {
    const some = fc.record({
      category: fc.constantFrom('a', 'b'),
      estateId: fc.option(fc.constantFrom('x', 'y')),
      filedAt: fc.nat(),
      campaignId: fc.option(fc.constant('pub'), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (requests) => {
        const found = clustersOf(requests as never)
        for (const category of ['a', 'b'])
          for (const estateId of ['x', 'y']) {
            const these = requests.filter(
              (each) =>
                each.category === category && each.estateId === estateId && each.campaignId === undefined,
            )
            const cluster = found.find((each) => each.category === category && each.estateId === estateId)
            expect(cluster?.count).toBe(these.length >= clusterLeast ? these.length : undefined)
          }
        expect(found.map(({ count }) => count)).toEqual(found.map(({ count }) => count).sort((a, b) => b - a))
      }),
    )
  })
})

type Move = 'gather' | 'other' | 'all' | 'again' | 'accept' | 'resolve' | 'unsatisfied' | 'withdraw' | 'pass'
const moves = fc.array(
  fc.constantFrom<Move>(
    'gather',
    'other',
    'all',
    'again',
    'accept',
    'resolve',
    'unsatisfied',
    'withdraw',
    'pass',
  ),
  { maxLength: 25 },
)

it('after any steps of its tier, its requester, the clock and two campaigns, a request is of one campaign and resolved by its words alone', () => {
  fc.assert(
    fc.property(moves, (taken) => {
      let request = filedRequest()
      let belongs: string | undefined
      for (const [index, one] of taken.entries()) {
        const hours = (index + 1) * 5
        const before = request
        const decided = () => {
          if (one === 'gather') return gathering(request, hours)
          if (one === 'other') return gathering(request, hours, { ...sheds, publicationId: 'pub_2' })
          if (one === 'all') return resolving(request, hours, 'all')
          if (one === 'again') return resolving(request, hours, 'again')
          if (one === 'pass') return decisions.pass(request, at(hours, one))
          return decisions[one](request, at(hours, one), officerOf(request.tier))
        }
        request = decided()?.next ?? request
        if (belongs !== undefined) expect(request.campaignId).toBe(belongs)
        belongs = request.campaignId
        const byCampaign = one === 'all' || one === 'again'
        if (byCampaign && request !== before) {
          expect(before).toMatchObject({ campaignId: 'pub_1', unfinished: true })
          expect(request).toMatchObject({ state: 'resolved', unfinished: false, deadline: null })
        }
        if (byCampaign && before.campaignId !== 'pub_1') expect(request).toBe(before)
      }
      const comings = request.events.filter(({ event }) => event === 'gathered')
      expect(comings).toHaveLength(belongs === undefined ? 0 : 1)
    }),
    { numRuns: 300 },
  )
})
