import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { MemberId } from '#contract/shared/scalars'
import { bookingRequestAt } from '#routes'
import { bookingListText as words } from '#text/booking/bookingList'
import { requesterNext } from '#text/booking/bookingState'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Empty } from '#ui/page/StateView'
import { Maybe } from '#ui/show/Maybe'
import { BookingPages } from './BookingPages'

const mine = ''

/** The viewer's bookings, for themselves and their relatives, or those of one of their principals. */
export function OwnBookings() {
  const [me] = useRead('member.me', {})
  const [whose, setWhose] = useState(mine)
  const actsFor = me.state === 'ready' ? (me.data.member?.actsFor ?? []) : []
  const principal = actsFor.find(({ memberId }) => memberId === whose)
  return (
    <>
      <Maybe>
        {actsFor.length > 0 && (
          <Choice
            label={words.whose}
            options={[
              { value: mine, title: words.mine },
              ...actsFor.map(({ memberId, name }) => ({ value: memberId, title: words.theirs(name) })),
            ]}
            chosen={principal?.memberId ?? mine}
            onChoose={setWhose}
          />
        )}
      </Maybe>
      <BookingsOf key={principal?.memberId} principal={principal} />
    </>
  )
}

/** The bookings of the viewer, or of a member for whom they act. */
export function BookingsOf({ principal }: { principal: { memberId: MemberId; name: string } | undefined }) {
  const { title, text, action } = principal ? words.theirsEmpty(principal.name) : words.mineEmpty
  return (
    <BookingPages
      scope='mine'
      actingFor={principal?.memberId}
      next={(booking, now) => requesterNext(booking, now, principal?.name)}
      empty={
        <Empty title={title} text={text} drawing='tools'>
          <Button to={bookingRequestAt('', principal?.memberId)}>{action}</Button>
        </Empty>
      }
    />
  )
}
