import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { BookingPages } from '#features/booking/list/BookingPages'
import { bookingRequestAt } from '#routes'
import { bookingListText as words } from '#text/booking/booking'
import { requesterNext } from '#text/booking/bookingState'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'
import { Maybe } from '#ui/show/Maybe'

const mine = ''

/** The viewer's bookings, for themselves and their relatives, or those of one of their principals. */
export default function MyBookings() {
  const [me] = useRead('member.me', {})
  const [whose, setWhose] = useState(mine)
  const actsFor = me.state === 'ready' ? (me.data.member?.actsFor ?? []) : []
  const principal = actsFor.find(({ memberId }) => memberId === whose)
  const { title, text, action } = principal ? words.theirsEmpty(principal.name) : words.mineEmpty
  return (
    <Screen title={titles.myBookings}>
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
      <BookingPages
        key={principal?.memberId}
        scope='mine'
        actingFor={principal?.memberId}
        next={(booking, now) => requesterNext(booking, now, principal?.name)}
        empty={
          <Empty title={title} text={text}>
            <Button to={bookingRequestAt('', principal?.memberId)}>{action}</Button>
          </Empty>
        }
      />
    </Screen>
  )
}
