import fc from 'fast-check'
import { type PublicationContent, publicationKinds } from '#contract/publication'
import { hexHash } from '#contract/shared/draw'
import type { EditionEffect } from '#core/change/effect'
import {
  type ContentEdit,
  decideDraft,
  decideNewEdition,
  decidePublicationPassing,
  decidePublishing,
  decideRetiring,
  decideSecondWord,
  decideSendBack,
} from '#core/publication/decide'
import { editionHash, editionText, partsChanged } from '#core/publication/edition'
import { contentFault, newPublication, type Publication } from '#core/publication/publication'
import { publicationStepsFor } from '#core/publication/view'
import { decideVoteEnded } from '#core/publication/vote'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, mondayNine } from '#support/time'

const zhao = { _id: 'm_zhao', name: '赵姐', communityId: 'tubengkan' }
const tan = { _id: 'm_tan', name: '谭姐' }
const water: PublicationContent = {
  title: '明天停水',
  body: '明天 8 点到 18 点停水，请先接好水。',
  validTo: mondayNine + 2 * dayMs,
}
const advice: PublicationContent = {
  title: '高龄津贴怎么领',
  body: '年满 80 周岁的老人，每月可以领高龄津贴。',
  summary: '满 80 岁就能领，带上户口本到社区办。',
  concerns: '80 岁以上的老人',
}
const voting = { pactVoteDays: 3, pactLeastVotes: 1 }
const draft = (kind: Publication['kind'], content: PublicationContent): Publication =>
  yes(
    decideDraft(
      newPublication('pub_1', kind, zhao, content, mondayNine),
      commandAt(mondayNine, 'draft'),
      content,
    ),
  )
const at = (afterMs: number, word = 'tap') => commandAt(mondayNine + afterMs, word)
const editionList = ({ pending }: Publication): EditionEffect[] =>
  pending.flatMap((effect) => (effect.effect === 'edition' ? [effect] : []))

describe('a publication', () => {
  it('is read by all from when it is published, and retires by itself on its last day', () => {
    const written = draft('bulletin', water)
    expect(written).toMatchObject({ state: 'draft', edition: 0, hash: '' })
    const stands = yes(decidePublishing(written, at(1), zhao))
    expect(stands).toMatchObject({ state: 'published', edition: 1, wakesAt: water.validTo, lead: water.body })
    expect(decidePublicationPassing(stands, at(2 * dayMs - 1))).toBeUndefined()
    const over = yes(decidePublicationPassing(stands, at(2 * dayMs)))
    expect(over).toMatchObject({ state: 'retired', wakesAt: null })
    expect(no(decideNewEdition(over, at(3 * dayMs), { body: '又停水' }, zhao))).toBe('publication_over')
    expect(decideRetiring(over, at(3 * dayMs), null).next).toBe(over)
  })

  it.each(publicationKinds)('of the kind %s has the parts of its kind and no others', (kind) => {
    const whole: PublicationContent = {
      ...advice,
      ...{ validTo: mondayNine + dayMs, steps: ['到社区登记'], category: 'safety', stages: ['收到', '办好'] },
      ...{ place: '火车站广场', hours: [{ days: [1], fromMinute: 480, toMinute: 1080 }] },
      promises: [{ duty: '接诉', who: '网格员', standard: '当天回话', limit: '一个工作日' }],
    }
    const fault = contentFault(kind, whole)
    expect(fault).toMatchObject({ fault: 'not_of_kind' })
    const { title, body } = whole
    if (kind !== 'pact') expect(contentFault(kind, { title, body })).toMatchObject({ fault: 'missing' })
  })

  it('ends ahead, and not too far ahead', () => {
    const past = draft('bulletin', { ...water, validTo: mondayNine })
    expect(no(decidePublishing(past, at(1), zhao))).toBe('publication_ends')
    const far = draft('bulletin', { ...water, validTo: mondayNine + 401 * dayMs })
    expect(no(decidePublishing(far, at(1), zhao))).toBe('publication_ends')
    const pinned = draft('bulletin', { ...water, pinnedUntil: mondayNine + 61 * dayMs })
    expect(no(decidePublishing(pinned, at(1), zhao))).toBe('publication_pinned')
  })

  it('says in each edition which parts changed, and an edit that changes nothing makes none', () => {
    const stands = yes(decidePublishing(draft('bulletin', water), at(1), zhao))
    expect(decideNewEdition(stands, at(2), { title: water.title }, zhao).next).toBe(stands)
    const next = yes(decideNewEdition(stands, at(2), { body: '停水改到后天。', phone: '023-72811234' }, tan))
    expect(next).toMatchObject({ edition: 2, writerName: '谭姐', at: mondayNine + 2 })
    expect(editionList(next).at(-1)).toMatchObject({ edition: 2, changed: ['body', 'phone'] })
    const without = yes(decideNewEdition(next, at(3), { phone: null }, tan))
    expect(without.content).not.toHaveProperty('phone')
    expect(no(decideNewEdition(next, at(3), { body: '再改' }, tan, next.rev - 1))).toBe('conflict')
  })

  it('that gives or asks something counts by the word of a second person alone', () => {
    const waits = yes(decidePublishing(draft('policy', advice), at(1), zhao))
    expect(waits).toMatchObject({ state: 'waiting', edition: 0, pending: [] })
    expect(no(decideSecondWord(waits, at(2), zhao, voting))).toBe('own_word')
    const stands = yes(decideSecondWord(waits, at(2), tan, voting))
    expect(stands).toMatchObject({ state: 'published', edition: 1, proposed: null })
    expect(editionList(stands)).toMatchObject([{ writerName: '赵姐', approverName: '谭姐' }])

    const edited = yes(decideNewEdition(stands, at(3), { body: '津贴提高了。' }, tan))
    expect(edited).toMatchObject({ state: 'published', edition: 1, content: advice })
    expect(no(decideSecondWord(edited, at(4), tan, voting))).toBe('own_word')
    expect(no(decideSecondWord(edited, at(4), zhao, voting, edited.rev - 1))).toBe('conflict')
    const back = yes(decideSendBack(edited, at(4), '数字不对'))
    expect(back).toMatchObject({ state: 'published', proposed: null, returned: '数字不对' })
    expect(no(decideSecondWord(back, at(5), zhao, voting))).toBe('nothing_waits')
    expect(yes(decideSecondWord(edited, at(4), zhao, voting))).toMatchObject({ edition: 2 })
  })

  it('sent back before it was ever published is a draft again', () => {
    const waits = yes(decidePublishing(draft('policy', advice), at(1), zhao))
    expect(no(decideNewEdition(waits, at(2), { body: '改' }, zhao))).toBe('second_word_waits')
    expect(yes(decideSendBack(waits, at(2), '先等等'))).toMatchObject({ state: 'draft', returned: '先等等' })
  })

  it('offers each reader the steps that would be taken', () => {
    const waits = yes(decidePublishing(draft('policy', advice), at(1), zhao))
    expect(publicationStepsFor(waits, { memberId: zhao._id, writes: true })).toEqual(['return', 'retire'])
    expect(publicationStepsFor(waits, { memberId: tan._id, writes: true })).toEqual([
      'approve',
      'return',
      'retire',
    ])
    expect(publicationStepsFor(waits, { memberId: 'm_wang', writes: false })).toEqual([])
  })
})

describe('the hash of an edition', () => {
  const edition = { publicationId: 'pub_1', edition: 1, kind: 'bulletin' as const, content: water }

  it('is the SHA-256 of ASCII text, as printf and sha256sum compute it', () => {
    const text = editionText(edition, '')
    expect(text).toMatch(/^[ -~]+$/)
    expect(JSON.parse(text)).toEqual(['pub_1', 1, 'bulletin', '', water])
    expect(editionHash(edition, '')).toBe(hexHash(text))
  })
  it('is another for another text, number or past', () => {
    const hashes = [
      editionHash(edition, ''),
      editionHash({ ...edition, edition: 2 }, ''),
      editionHash(edition, 'a'),
      editionHash({ ...edition, content: { ...water, title: '后天停水' } }, ''),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

type Move =
  | { act: 'draft'; body: string }
  | { act: 'publish' | 'approve' | 'edit'; by: number; body: string; stale: boolean }
  | { act: 'return' }
  | { act: 'retire' }
  | { act: 'pass' }
  | { act: 'count'; yes: number; no: number }

const bodies = fc.constantFrom('一', '二', '三', '四')
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ act: fc.constant('draft' as const), body: bodies }),
  fc.record({
    act: fc.constantFrom('publish' as const, 'approve' as const, 'edit' as const),
    by: fc.nat(2),
    body: bodies,
    stale: fc.boolean(),
  }),
  fc.record({ act: fc.constant('count' as const), yes: fc.nat(2), no: fc.nat(2) }),
  fc.constantFrom<Move>({ act: 'return' }, { act: 'retire' }, { act: 'pass' }),
)
const people = [zhao, tan, { _id: 'm_sun', name: '孙主任' }]

/** Takes a move; a refusal changes nothing. */
function moved(publication: Publication, one: Move, afterMs: number): Publication {
  const command = at(afterMs, one.act)
  const decided = () => {
    if (one.act === 'draft')
      return decideDraft(publication, command, { ...publication.content, body: one.body })
    if (one.act === 'return') return decideSendBack(publication, command, '再看看')
    if (one.act === 'retire') return decideRetiring(publication, command, null)
    if (one.act === 'count') {
      const pollId = publication.pact?.vote?.pollId ?? 'none'
      return decideVoteEnded(publication, command, {
        pollId,
        counts: { yes: one.yes, no: one.no },
        at: afterMs,
      })
    }
    if (one.act === 'pass') return decidePublicationPassing(publication, command)
    const who = people[one.by] ?? zhao
    const rev = one.stale ? publication.rev - 1 : undefined
    const edit: ContentEdit = { body: one.body }
    if (one.act === 'publish') return decidePublishing(publication, command, who, rev)
    if (one.act === 'approve') return decideSecondWord(publication, command, who, voting, rev)
    return decideNewEdition(publication, command, edit, who, rev)
  }
  return decided()?.next ?? publication
}

describe('after any order of drafts, edits, second words, returns, ends and the clock', () => {
  it.each(['bulletin', 'pact'] as const)(
    'the editions of a %s are numbered without a gap and chained',
    (kind) => {
      fc.assert(
        fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
          let now = draft(kind, { ...water, validTo: mondayNine + 20 * dayMs })
          for (const [index, one] of moves.entries()) {
            const before = now
            now = moved(now, one, (index + 1) * dayMs)
            // what stands changes only with its number
            if (before.edition === now.edition && now.edition > 0) expect(now.content).toBe(before.content)
          }
          const kept = editionList(now)
          expect(kept.map(({ edition }) => edition)).toEqual(kept.map((_, index) => index + 1))
          expect(now.edition).toBe(kept.length)
          let past = ''
          for (const [index, edition] of kept.entries()) {
            expect(edition.hash).toBe(editionHash(edition, past))
            const previous = kept[index - 1]
            if (previous) expect(edition.changed).toEqual(partsChanged(previous.content, edition.content))
            if (kind === 'pact') expect(edition.approverId).not.toBe(edition.writerId)
            past = edition.hash
          }
          if (kept.length > 0) expect(now).toMatchObject({ content: kept.at(-1)?.content, hash: past })
        }),
        { numRuns: 300 },
      )
    },
  )
})
