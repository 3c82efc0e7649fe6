import type { Booking } from '#core/booking/booking'
import type { Collection } from '#store/engine/documents'
import { losesName, remains } from '#store/engine/fate'
import { row } from '#store/engine/row'
import type { NeedsOf } from '#store/table'
import { plus } from '#store/words/changes'
import { above, oneOf } from '#store/words/conditions'

/**
 * These lines are never run. `npm run types` compiles them, and fails where an expected error does not come.
 */
const unrun = (_: () => unknown) => expect(_).toBeInstanceOf(Function)

describe('a row', () => {
  it('knows the fields of its documents', () => {
    unrun(() => {
      // @ts-expect-error: A booking has no field of that name.
      row<Booking>()({ indexes: { mine: ['requesterID'] }, sealed: {}, fate: losesName, passes: false })
      // @ts-expect-error: A booking has no such field to seal.
      row<Booking>()({ indexes: {}, sealed: { contakt: 'contact' }, fate: losesName, passes: false })
    })
  })
  it('must state everything, without defaults', () => {
    unrun(() => {
      // @ts-expect-error: The row does not say what happens when a person is forgotten.
      row<Booking>()({ indexes: {}, sealed: {}, passes: false })
      // @ts-expect-error: The row does not say whether time passes.
      row<Booking>()({ indexes: {}, sealed: {}, fate: remains('It names nobody.') })
    })
  })
  it('says that time passes where it has an index of what is due, and only there', () => {
    unrun(() => {
      // @ts-expect-error: Time passes, but there is no index of what is due.
      row<Booking>()({ indexes: {}, sealed: {}, fate: losesName, passes: true })
      // @ts-expect-error: There is an index of what is due, but time does not pass.
      row<Booking>()({ indexes: { due: ['dueAt'] }, sealed: {}, fate: losesName, passes: false })
    })
  })
})

describe('a query', () => {
  const ask = (bookings: Collection<Booking, NeedsOf<'bookings'>>) => [
    bookings.find('mine', { requesterId: 'm' }, { limit: 1 }),
    bookings.find(
      'open',
      { communityId: 'c', state: oneOf(['open', 'done']) },
      { limit: 1, fields: ['place'] },
    ),
    bookings.count('open', { communityId: 'c' }),
    // @ts-expect-error: There is no such index.
    bookings.find('yours', { requesterId: 'm' }, { limit: 1 }),
    // @ts-expect-error: The index begins with the requester.
    bookings.find('mine', { createdAt: above(1) }, { limit: 1 }),
    // @ts-expect-error: The index sorts by time only within one state.
    bookings.find('open', { communityId: 'c' }, { limit: 1 }),
    // @ts-expect-error: A range of states is not one state.
    bookings.find('open', { communityId: 'c', state: above('a') }, { limit: 1 }),
    // @ts-expect-error: A booking has no such state.
    bookings.find('open', { communityId: 'c', state: 'opened' }, { limit: 1 }),
    // @ts-expect-error: A check-out has no such value for `how`.
    bookings.find('mine', { requesterId: 'm', 'checkedOut.how': 'by_hand' }, { limit: 1 }),
    // @ts-expect-error: A booking has no such field to read.
    bookings.find('mine', { requesterId: 'm' }, { limit: 1, fields: ['plaice'] }),
  ]
  it('names an index and says what it needs', () => unrun(() => ask))

  const read = async (bookings: Collection<Booking, NeedsOf<'bookings'>>) => {
    const [booking] = await bookings.find(
      'mine',
      { requesterId: 'm' },
      { limit: 1, fields: ['checkedOut.how'] },
    )
    // @ts-expect-error: The field `place` was not read.
    return [booking?._id, booking?.checkedOut, booking?.place]
  }
  it('gives only the fields that it has read', () => unrun(() => read))
})

describe('a change', () => {
  const change = (bookings: Collection<Booking, NeedsOf<'bookings'>>) => [
    bookings.update({ _id: 'b', state: 'open' }, { state: 'claimed', claims: plus(1) }),
    // @ts-expect-error: A change must name one document by its id.
    bookings.update({ state: 'open' }, { state: 'claimed' }),
    // @ts-expect-error: There is no such field.
    bookings.update({ _id: 'b' }, { status: 'claimed' }),
    // @ts-expect-error: A text field cannot be incremented.
    bookings.update({ _id: 'b' }, { state: plus(1) }),
  ]
  it('is of one document, by its fields', () => unrun(() => change))
})
