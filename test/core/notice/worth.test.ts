import type { NoticeEffect } from '#core/change/effect'
import { messagePage, tellUntil } from '#core/notice/message'
import { noticeKinds } from '#core/notice/notice'
import { worthOf, worths } from '#core/notice/worth'
import { worthRows } from '#core/notice/worthRows'
import { dayMs, hourMs, mondayNine } from '#support/time'

const ids = { bookingId: 'b1', requestId: 'r1', activityId: 'a1', teamId: 't1' }

it('a message opens a page that there is', async () => {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { pages = [], subPackages = [] } = (await import('../../../src/app.config')).default
  const there = [
    ...pages,
    ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  for (const kind of noticeKinds) expect(there).toContain(messagePage({ kind, ...ids }).split('?')[0])
})

it('a message opens the matter that it is about, and the inbox where the matter has no id', () => {
  expect(messagePage({ kind: 'place_offered', activityId: 'a1' })).toBe('packages/activity/detail?id=a1')
  expect(messagePage({ kind: 'request_asked', requestId: 'r1' })).toBe('packages/request/detail?id=r1')
  expect(messagePage({ kind: 'honour_proposed', teamId: 't1' })).toBe('packages/hours/team?id=t1')
  expect(messagePage({ kind: 'place_offered' })).toBe('packages/inbox/index')
})

it('an offer that ends is worth more than what is settled, and that more than a second reminder', () => {
  const numbers = worths.map(worthOf)
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  expect(worthOf('offer')).toBeGreaterThan(worthOf('cancelled'))
  expect(worthOf('resolved')).toBeGreaterThan(worthOf('again'))
})

it.each<[NoticeEffect['kind'], Pick<NoticeEffect, 'until' | 'windowFrom'>, number | undefined]>([
  ['place_offered', { until: mondayNine + hourMs, windowFrom: mondayNine + dayMs }, mondayNine + hourMs],
  ['booking_cancelled', { windowFrom: mondayNine + 2 * hourMs }, mondayNine + 2 * hourMs],
  ['request_resolved', {}, mondayNine + 3 * dayMs],
  ['activity_cancelled', {}, mondayNine + dayMs],
  ['acted_for', {}, undefined],
])('%s is worth telling until its time is over', (kind, about, until) => {
  expect(tellUntil({ kind, ...about }, mondayNine)).toBe(until)
})

it('of every purpose there is a kind that is worth a message', () => {
  const served = new Set(Object.values(worthRows).flatMap((row) => (row.message ? [row.purpose] : [])))
  expect([...served].sort()).toEqual([
    'activity',
    'booking',
    'bulletin',
    'duty',
    'member',
    'request',
    'team',
    'training',
  ])
})
