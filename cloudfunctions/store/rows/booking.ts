import type { Booking } from '#core/booking/booking'
import { bookingWithout, noShowWithout } from '#core/booking/forgetting'
import type { NoShow } from '#core/booking/noShow'
import type { BookingRoom } from '#core/booking/room'
import { roomsJoined } from '#core/enrolment/joining'
import { by, goesWith } from '#store/engine/fate'
import { goesAlong, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export const bookingsRow = row<Booking>()({
  indexes: {
    open: ['communityId', 'state', 'windowFrom'],
    byTeam: ['communityId', 'state', 'teamId', 'windowFrom'],
    atRisk: ['communityId', 'state', 'atRisk', 'windowFrom'],
    mine: ['requesterId', '-createdAt'],
    created: ['communityId', 'createdAt'],
    createdByState: ['communityId', 'state', 'createdAt'],
    claimed: ['claimerId', '-windowFrom'],
    team: ['communityId', 'teamId', '-windowFrom'],
    due: ['dueAt'],
  },
  sealed: { contact: 'contact' },
  fate: by(bookingWithout),
  joins: goesAlong,
  passes: true,
})

export const noShowsRow = row<NoShow>()({
  indexes: {
    booking: ['bookingId', 'claim'],
    accused: ['accusedId', '-saidAt'],
    sayer: ['saidById', '-saidAt'],
    team: ['teamId', '-saidAt'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: by(noShowWithout),
  joins: goesAlong,
  passes: true,
})

export const bookingRoomsRow = row<BookingRoom>()({
  indexes: {},
  sealed: {},
  fate: goesWith('_id'),
  joins: rekeyed(roomsJoined),
  passes: false,
})
