import fc from 'fast-check'
import {
  type OpenHours,
  type PublicationContent,
  type StationThing,
  stationThings,
} from '#contract/publication'
import { holdsStill, isOpenByHours, isOpenNow, saidHoldsMs, saidToldMs } from '#contract/station'
import { decideNewEdition, decidePublishing, decideRetiring } from '#core/publication/decide'
import { newPublication, type Publication, writtenRev } from '#core/publication/publication'
import { publicationCardOf, publicationDetailOf, publicationStepsFor } from '#core/publication/view'
import { decideSaying } from '#core/station/say'
import { commandAt, no, yes } from '#support/commands'
import { dayMs, hourMs, minuteMs, mondayNine } from '#support/time'

const zhao = { _id: 'm_zhao', name: '赵姐', communityId: 'tubengkan' }
const onWorkdays: OpenHours = { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60, toMinute: 18 * 60 }
const content: PublicationContent = {
  ...{ title: '火车站广场驿站', body: '环卫工人、骑手、路过的人都可以进来歇脚。', place: '火车站广场东侧' },
  hours: [onWorkdays],
  things: ['water', 'seats', 'first_aid'],
}
const at = (afterMs: number, word = 'tap', who = 'li') => commandAt(mondayNine + afterMs, word, who)
const stands = (): Publication =>
  yes(
    decidePublishing(
      newPublication('pub_1', 'station', zhao, content, mondayNine - dayMs),
      at(-dayMs, 'publish', 'zhao'),
      zhao,
    ),
  )

describe('what is said of a station', () => {
  it('is what it has now, without a new edition and without a name', () => {
    const said = yes(decideSaying(stands(), at(0), { open: true, has: ['seats', 'water', 'water'] }))
    expect(said).toMatchObject({ edition: 1, now: { open: true, has: ['water', 'seats'], at: mondayNine } })
    expect(said.events.at(-1)).toMatchObject({ event: 'said', who: 'li' })
    expect(JSON.stringify(publicationCardOf(said, mondayNine))).not.toContain('"who')
    const reader = { memberId: undefined, writes: false }
    expect(publicationDetailOf(said, undefined, reader, mondayNine)).not.toHaveProperty('saidBy')
    const staff = publicationDetailOf(said, undefined, { memberId: 'm_zhao', writes: true }, mondayNine)
    expect(staff.saidBy).toBe('li')
  })

  it('is not in the way of whoever writes: what they have read is still the text', () => {
    const read = stands()
    const said = yes(decideSaying(read, at(0), { open: false, has: [] }))
    expect(writtenRev(said)).toBe(writtenRev(read))
    const edited = yes(decideNewEdition(said, at(1), { place: '广场西侧' }, zhao, writtenRev(read)))
    expect(edited).toMatchObject({ edition: 2, now: { open: false } })
    expect(no(decideNewEdition(edited, at(2), { place: '广场北侧' }, zhao, writtenRev(read)))).toBe(
      'conflict',
    )
  })

  it('is about what the station has, and about nothing else', () => {
    expect(no(decideSaying(stands(), at(0), { open: true, has: ['toilet'] }))).toBe('invalid_input')
    const said = yes(decideSaying(stands(), at(0), { open: true, has: ['water', 'seats'] }))
    const without = yes(decideNewEdition(said, at(1), { things: ['water'] }, zhao))
    expect(publicationCardOf(without, mondayNine + 1).now?.has).toEqual(['water'])
  })

  it('is said of stations that stand alone', () => {
    const { hours: _, things: __, place: ___, ...words } = content
    const bulletin = yes(decidePublishing(newPublication('pub_2', 'bulletin', zhao, words, 0), at(0), zhao))
    expect(no(decideSaying(bulletin, at(1), { open: true, has: [] }))).toBe('not_found')
    const draft = newPublication('pub_3', 'station', zhao, content, 0)
    expect(no(decideSaying(draft, at(1), { open: true, has: [] }))).toBe('not_found')
    const over = yes(decideRetiring(stands(), at(0), null))
    expect(no(decideSaying(over, at(1), { open: true, has: [] }))).toBe('publication_over')
    expect(publicationStepsFor(over, { memberId: 'm_li', writes: false, says: true })).toEqual([])
    expect(publicationStepsFor(stands(), { memberId: 'm_li', writes: false, says: true })).toEqual(['say'])
  })

  it('is told for two days, and taken for true for twelve hours', () => {
    const said = yes(decideSaying(stands(), at(0), { open: true, has: [] }))
    expect(publicationCardOf(said, mondayNine + saidToldMs - 1)).toHaveProperty('now')
    expect(publicationCardOf(said, mondayNine + saidToldMs)).not.toHaveProperty('now')
    expect(holdsStill({ at: mondayNine }, mondayNine + saidHoldsMs - 1)).toBe(true)
    expect(holdsStill({ at: mondayNine }, mondayNine + saidHoldsMs)).toBe(false)
  })
})

describe('whether a station is open', () => {
  const open = (now: { open: boolean; at: number } | undefined, afterMs: number, hours = [onWorkdays]) =>
    isOpenNow({ hours, now: now && { ...now, has: [] } }, mondayNine + afterMs)
  const monday = (hour: number, minute = 0) => (hour - 9) * hourMs + minute * minuteMs

  it.each([
    ['in its hours', undefined, monday(8), true],
    ['a minute before', undefined, monday(7, 59), false],
    ['at its end', undefined, monday(18), false],
    ['on Saturday', undefined, monday(9) + 5 * dayMs, false],
    ['found shut in its hours', { open: false, at: mondayNine }, monday(10), false],
    ['found shut before it was due to open', { open: false, at: mondayNine - 2 * hourMs }, monday(9), true],
    ['found open before its end', { open: true, at: mondayNine + 8 * hourMs }, monday(19), false],
    ['found open after its end', { open: true, at: mondayNine + 9.5 * hourMs }, monday(19), true],
    ['found open on a Saturday', { open: true, at: mondayNine + 5 * dayMs }, monday(10) + 5 * dayMs, true],
    [
      'found open on a Saturday, thirteen hours ago',
      { open: true, at: mondayNine + 5 * dayMs },
      monday(22) + 5 * dayMs,
      false,
    ],
  ])('%s', (_, now, afterMs, expected) => {
    expect(open(now, afterMs)).toBe(expected)
  })

  it('does not turn where one span ends and the next begins', () => {
    const split = [
      { days: [1], fromMinute: 8 * 60, toMinute: 12 * 60 },
      { days: [1], fromMinute: 12 * 60, toMinute: 18 * 60 },
    ]
    expect(open({ open: false, at: mondayNine }, monday(13), split)).toBe(false)
  })

  it('follows its hours wherever nobody has said anything that still holds', () => {
    const spans = fc.array(
      fc
        .record({
          days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
          fromMinute: fc.integer({ min: 0, max: 1439 }),
          length: fc.integer({ min: 1, max: 600 }),
        })
        .map(({ days, fromMinute, length }) => ({
          ...{ days, fromMinute },
          toMinute: Math.min(fromMinute + length, 1440),
        })),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 0, max: 14 * 1440 }),
        fc.integer({ min: 0, max: 1440 }),
        fc.boolean(),
        (hours, minute, agoMinutes, said) => {
          const now = mondayNine + minute * minuteMs
          const byHours = isOpenByHours(hours, now)
          expect(isOpenNow({ hours }, now)).toBe(byHours)
          const shown = isOpenNow(
            { hours, now: { open: said, has: [], at: now - agoMinutes * minuteMs } },
            now,
          )
          const steps = Array.from({ length: agoMinutes }, (_, back) => now - back * minuteMs)
          const turned = steps.some(
            (one) => isOpenByHours(hours, one - minuteMs) !== isOpenByHours(hours, one),
          )
          expect(shown).toBe(turned || agoMinutes >= 720 ? byHours : said)
        },
      ),
      { numRuns: 100 },
    )
  })
})

const saying = fc.record({
  open: fc.boolean(),
  has: fc.array(fc.constantFrom<StationThing>(...stationThings), { maxLength: 4 }),
  laterMs: fc.integer({ min: -2000, max: hourMs }),
})

it('after any sayings, the last one that was about its things counts, and no time goes back', () => {
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 20 }), (sayings) => {
      let station = stands()
      let clock = 0
      for (const [index, { open, has, laterMs }] of sayings.entries()) {
        clock += laterMs
        const before = station
        const decision = decideSaying(station, at(clock, `say${index}`), { open, has })
        station = decision.next ?? station
        if (has.every((thing) => content.things?.includes(thing))) {
          expect(station.now).toMatchObject({ open })
          expect(new Set(station.now?.has)).toEqual(new Set(has))
          expect(station.now?.at).toBeGreaterThanOrEqual(before.now?.at ?? 0)
        } else expect(station).toBe(before)
        expect(station).toMatchObject({ edition: 1, content, hash: before.hash })
        expect(writtenRev(station)).toBe(writtenRev(before))
      }
    }),
    { numRuns: 200 },
  )
})
