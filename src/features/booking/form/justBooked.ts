let booked: string | undefined

/** Notes a booking that was sent a moment ago, for the page that opens next. */
export function noteBooked(bookingId: string): void {
  booked = bookingId
}

/** Whether this booking was sent a moment ago; it is said once. */
export function takeBooked(bookingId: string): boolean {
  const is = booked === bookingId
  booked = undefined
  return is
}
