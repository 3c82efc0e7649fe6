import type { ServiceKind } from '#contract/community'
import { decideBook, type NewBooking, newBooking } from '#core/booking/book'
import { limits } from '#support/bookings'
import { commandAt, yes } from '#support/commands'
import { hourMs, mondayNine } from '#support/time'

const plumbing: ServiceKind = { kind: 'plumbing', title: '水管漏水' }
const asking = (more: Partial<NewBooking> = {}): NewBooking => ({
  _id: 'b_1',
  communityId: 'tubengkan',
  service: { service: 'repair', title: '上门维修', teamId: 'repair' },
  kind: plumbing,
  requesterId: 'm_wang',
  requesterName: '王奶奶',
  dependentId: null,
  forName: null,
  estateId: 'huochai',
  gridId: 'grid1',
  window: { from: mondayNine, to: mondayNine + hourMs },
  place: 'home',
  description: '厨房水龙头漏水',
  fileIds: [],
  textChecked: true,
  risks: '无',
  contact: 'sealed',
  ...more,
})

const request = (at: number, more?: Partial<NewBooking>) => {
  const command = commandAt(at, 'request')
  return decideBook(newBooking(asking(more), command), command, limits)
}

describe('a request for help', () => {
  it('is open, remembers its command, owes nothing and wakes for whom nobody claims', () => {
    const at = mondayNine - 10 * hourMs
    const { key: command } = commandAt(at, 'request')
    const booking = yes(request(at))
    expect(booking).toMatchObject({ state: 'open', rev: 1, pending: [], claims: 0, needsLicence: null })
    expect(booking.events).toMatchObject([{ event: 'requested', command }])
    expect(booking.dueAt).toBe(booking.wakesAt)
    expect(booking.wakesAt).toBeGreaterThan(booking.createdAt)
    expect(booking.wakesAt).toBeLessThanOrEqual(booking.windowTo)
  })

  it.each([
    ['as it begins', mondayNine, undefined],
    ['while it was under way', mondayNine + 4_999, undefined],
    ['later than a slow network takes', mondayNine + 5_000, 'window_past'],
    ['after its end', mondayNine + hourMs, 'window_past'],
  ])('asks %s', (_, at, refusal) => {
    expect(request(at).refusal).toBe(refusal)
  })

  it('takes over what the kind of help demands', () => {
    const kind: ServiceKind = { ...plumbing, needsLicence: 'electrician', experienced: true }
    const booking = yes(request(mondayNine - hourMs, { kind, fileIds: ['f_1'] }))
    expect(booking).toMatchObject({
      needsLicence: 'electrician',
      minAge: 18,
      experienced: true,
      photoIds: ['f_1'],
    })
    expect(yes(request(mondayNine - hourMs))).not.toHaveProperty('photoIds')
  })
})
