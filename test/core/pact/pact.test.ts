import fc from 'fast-check'
import type { PublicationContent } from '#contract/publication'
import type { Effect } from '#core/change/effect'
import { type Assent, assentAfter, assentWithout, nextPaperLine, type PaperAssents } from '#core/pact/assent'
import { decidePollPassing, newPoll, type Poll } from '#core/poll/poll'
import { decideDraft, decideNewEdition, decidePublishing, decideSecondWord } from '#core/publication/decide'
import { editionHash } from '#core/publication/edition'
import { newPublication, type Publication } from '#core/publication/publication'
import { decideVoteEnded, hasPassed } from '#core/publication/vote'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, mondayNine } from '#support/time'

const zhao = { _id: 'm_zhao', name: '赵姐', communityId: 'tubengkan' }
const tan = { _id: 'm_tan', name: '谭姐' }
const voting = { pactVoteDays: 7, pactLeastVotes: 2 }
const text: PublicationContent = { title: '楼道公约', body: '楼道里不堆东西。' }
const at = (afterMs: number, word = 'tap') => commandAt(mondayNine + afterMs, `${word}${afterMs}`)

const draft = yes(decideDraft(newPublication('pub_1', 'pact', zhao, text, mondayNine), at(0, 'draft'), text))
const waits = yes(decidePublishing(draft, at(1), zhao))
const standing = yes(decideSecondWord(waits, at(2), tan, voting))
const edited = yes(decideNewEdition(standing, at(3), { body: '楼道里不堆东西，不停电动车。' }, zhao))
const inVote = yes(decideSecondWord(edited, at(4), tan, voting))
const pollId = inVote.pact?.vote?.pollId ?? ''
const ended = (counts: Record<string, number>) =>
  yes(decideVoteEnded(inVote, at(8 * dayMs), { pollId, counts, at: mondayNine + 7 * dayMs }))

describe('a new edition of a pact', () => {
  it('is voted on, but not the first', () => {
    expect(standing).toMatchObject({ edition: 1, state: 'published' })
    expect(inVote).toMatchObject({ edition: 1, content: text, proposed: null })
    expect(inVote.pact?.vote).toMatchObject({
      edition: 2,
      changed: ['body'],
      closesAt: mondayNine + 4 + 7 * dayMs,
    })
  })
  it('counts where more are for it than against it, and enough have voted', () => {
    const after = ended({ yes: 2, no: 1 })
    expect(after).toMatchObject({
      edition: 2,
      writerName: '赵姐',
      pact: { vote: null, last: { passed: true } },
    })
    expect(after.content.body).toContain('电动车')
  })
  it.each([{ yes: 1 }, { yes: 2, no: 2 }, { no: 3 }, {}])('does not count by %o', (counts) => {
    const after = ended(counts)
    expect(after).toMatchObject({ edition: 1, content: text, pact: { vote: null, last: { passed: false } } })
    expect(after.returned).toContain('没有通过')
  })
  it('cannot be replaced by another while the vote runs', () => {
    expect(no(decideNewEdition(inVote, at(5), { body: '别的' }, zhao))).toBe('vote_runs')
    expect(no(decideSecondWord(inVote, at(5), tan, voting))).toBe('nothing_waits')
  })
  it('follows the count of its own vote alone', () => {
    const old = { pollId: 'pub_1_vote9', counts: { yes: 9 }, at: 0 }
    expect(decideVoteEnded(inVote, at(5), old).next).toBe(inVote)
  })
})

/** What the store holds of a pact: who taps and votes is a number. */
interface World {
  pact: Publication
  polls: Map<string, Poll>
  assents: Map<string, Assent>
  papers: PaperAssents[]
  assentedTo: Map<number, string>
}

const people = ['m_1', 'm_2', 'm_3', 'm_4']
const member = fc.constantFrom(...people)
type Move =
  | { act: 'assent'; who: string; on: boolean; tap: number }
  | { act: 'vote'; who: string; choice: string }
  | { act: 'paper'; count: number; reverses: boolean }
  | { act: 'edit'; body: string }
  | { act: 'approve' | 'time' }
  | { act: 'forget'; who: string }
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ act: fc.constant('assent' as const), who: member, on: fc.boolean(), tap: fc.nat(3) }),
  fc.record({ act: fc.constant('vote' as const), who: member, choice: fc.constantFrom('yes', 'no') }),
  fc.record({
    act: fc.constant('paper' as const),
    count: fc.integer({ min: 1, max: 9 }),
    reverses: fc.boolean(),
  }),
  fc.record({ act: fc.constant('edit' as const), body: fc.constantFrom('一', '二', '三') }),
  fc.record({ act: fc.constantFrom('approve' as const, 'time' as const) }),
  fc.record({ act: fc.constant('forget' as const), who: member }),
)

const idOf = (edition: number, who: string) => `as_${edition}_${who}`

function take(world: World, one: Move, index: number): void {
  const now = at((index + 1) * dayMs, one.act)
  const { pact } = world
  const decided = ({ next }: { next?: Publication | undefined }) => {
    world.pact = next ?? world.pact
  }
  switch (one.act) {
    case 'assent': {
      const { edition } = pact
      const _id = idOf(edition, one.who)
      const start = {
        _id,
        communityId: '',
        publicationId: pact._id,
        edition,
        memberId: one.who,
        on: false,
        rev: 0,
        by: [],
      }
      world.assents.set(_id, assentAfter(world.assents.get(_id) ?? start, one.on, `tap${one.tap}`))
      world.assentedTo.set(edition, world.assentedTo.get(edition) ?? pact.hash)
      return
    }
    case 'vote': {
      const poll = world.polls.get(pact.pact?.vote?.pollId ?? '')
      if (poll?.state !== 'open' || Object.hasOwn(poll.voters, one.who)) return
      const ballotId = `b_${one.who}_${index}`
      world.polls.set(poll._id, {
        ...poll,
        voters: { ...poll.voters, [one.who]: { ballotId } },
        ballots: { ...poll.ballots, [ballotId]: { choice: one.choice } },
        cast: poll.cast + 1,
      })
      return
    }
    case 'paper': {
      const own = world.papers.filter(({ edition }) => edition === pact.edition)
      const said = {
        communityId: '',
        publicationId: pact._id,
        edition: pact.edition,
        note: '',
        byId: 'm_zhao',
        byName: '赵姐',
        at: 0,
      }
      const back = own.find(
        ({ _id, reverses }) => reverses === undefined && !own.some((line) => line.reverses === _id),
      )
      if (one.reverses && !back) return
      const next =
        one.reverses && back
          ? nextPaperLine(own.at(-1), -back.count, {
              ...said,
              source: `back:${back._id}`,
              reverses: back._id,
            })
          : nextPaperLine(own.at(-1), one.count, { ...said, source: `c${index}` })
      world.papers.push(next)
      return
    }
    case 'edit':
      decided(decideNewEdition(pact, now, { body: one.body }, zhao))
      return
    case 'approve':
      decided(decideSecondWord(pact, now, tan, voting))
      return
    case 'time': {
      const vote = pact.pact?.vote
      const poll = world.polls.get(vote?.pollId ?? '')
      const next = poll && decidePollPassing(poll, commandAt(poll.closesAt, `time${index}`))?.next
      if (!next) return
      world.polls.set(next._id, next)
      for (const effect of next.pending)
        if (effect.effect === 'pollCounted') decided(decideVoteEnded(pact, now, effect))
      return
    }
    case 'forget':
      for (const [_id, assent] of world.assents) {
        const after = assentWithout(assent, { memberId: one.who, name: '', words: '' })
        if (after === 'remove') world.assents.delete(_id)
        else if (after !== assent) world.assents.set(`${_id}_${index}`, after) && world.assents.delete(_id)
      }
  }
}

const owed = <Name extends Effect['effect']>(pact: Publication, name: Name) =>
  pact.pending.filter((effect): effect is Extract<Effect, { effect: Name }> => effect.effect === name)

describe('after any order of assents, papers, editions, votes and time', () => {
  it('counts equal a recount, nobody assents or votes twice, and no edition changes after its first assent', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const world: World = {
          pact: standing,
          polls: new Map(),
          assents: new Map(),
          papers: [],
          assentedTo: new Map(),
        }
        for (const [index, one] of moves.entries()) {
          take(world, one, index)
          for (const effect of owed(world.pact, 'poll'))
            if (!world.polls.has(effect.pollId)) world.polls.set(effect.pollId, newPoll(effect, 'tubengkan'))
        }
        const editions = owed(world.pact, 'edition')
        let past = ''
        for (const edition of editions) {
          expect(edition.hash).toBe(editionHash(edition, past))
          past = edition.hash
        }
        // what was assented to is what stands under its number
        for (const [number, hash] of world.assentedTo) expect(editions[number - 1]?.hash).toBe(hash)
        const named = [...world.assents.values()].filter(({ memberId }) => memberId !== null)
        expect(new Set(named.map(({ edition, memberId }) => `${edition} ${memberId}`)).size).toBe(
          named.length,
        )
        for (const { edition } of editions) {
          const lines = world.papers.filter((line) => line.edition === edition)
          expect(lines.at(-1)?.total ?? 0).toBe(lines.reduce((sum, { count }) => sum + count, 0))
          expect(lines.at(-1)?.total ?? 0).toBeGreaterThanOrEqual(0)
        }
        for (const poll of world.polls.values()) {
          const list = poll.proof?.ballots ?? Object.keys(poll.ballots)
          expect(list).toHaveLength(poll.cast)
          expect(poll.cast).toBeLessThanOrEqual(people.length)
        }
        const { last, opened = 0 } = world.pact.pact ?? {}
        expect(world.polls.size).toBe(opened)
        const proof = last && world.polls.get(`pub_1_vote${last.vote}`)?.proof
        if (last && proof) {
          expect(proof.ballots.filter(({ choice }) => choice === 'yes')).toHaveLength(last.yes)
          expect(proof.ballots.filter(({ choice }) => choice === 'no')).toHaveLength(last.no)
          expect(last.passed).toBe(hasPassed(last))
        }
      }),
      { numRuns: 300 },
    )
  })
})
