import { useEffect } from 'react'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { teamsOf } from '#contract/shared/grants'
import { OpenBookings } from '#features/booking/hall/OpenBookings'
import { OwnBookings } from '#features/booking/list/OwnBookings'
import { isSettingUp, SettingUp } from '#features/community/SettingUp'
import { holdsRole, isVolunteer } from '#features/member/own/rolesHeld'
import { routes } from '#routes'
import { bookingListText } from '#text/booking/bookingList'
import { hallText } from '#text/booking/hall'
import { titles } from '#text/shared/titles'
import { shiftText } from '#text/shift/shift'
import { Button } from '#ui/button/Button'
import { noteVolunteer, useBookingsTab } from '#ui/elder/bookingsTab'
import { signInFrom } from '#ui/go/signInFrom'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useBarTitle } from '#ui/page/useBarTitle'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

/** The hall, where volunteers find open bookings. In elder mode it holds one's own bookings, for who does not volunteer. */
export default function Hall() {
  const bookings = useBookingsTab()
  const title = bookings ? titles.myBookings : titles.hall
  useBarTitle(title)
  return (
    <Screen title={title} tab='hall'>
      {bookings ? <BookingsTab /> : <HallTab />}
    </Screen>
  )
}

function BookingsTab() {
  const signedIn = useSignedIn()
  const [community] = useRead('community.get', {}, { visitor: true })
  if (isSettingUp(community)) return <SettingUp of={community} />
  if (!signedIn) return <HallIntro {...bookingListText.visitor} to={signInFrom()} />
  return <OwnBookings />
}

function HallTab() {
  const signedIn = useSignedIn()
  const [community] = useRead('community.get', {}, { visitor: true })
  const [me, retry] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const shared = community.state === 'ready' ? community.data : undefined
  const volunteers = me.state === 'ready' ? isVolunteer(me.data) : undefined
  useEffect(() => {
    if (volunteers !== undefined) noteVolunteer(volunteers)
  }, [volunteers])
  if (isSettingUp(community)) return <SettingUp of={community} />
  if (!signedIn) return <HallIntro {...hallText.visitor} to={routes.enter} />
  return (
    // a card has a line that the community knows: it is drawn when both are there, or it would grow
    <StateView of={community.state === 'loading' ? community : me} onRetry={retry}>
      {(person) =>
        holdsRole(person, 'volunteer') ? (
          <Box className='stack'>
            <ListRows>
              <ListRow
                icon='activities'
                title={shiftText.hall}
                detail={shiftText.hallDetail}
                to={routes.activities}
              />
            </ListRows>
            <OpenBookings community={shared} teamIds={teamsOf(person.roles, 'volunteer')} />
          </Box>
        ) : (
          <HallIntro {...hallText.join} to={routes.teams} />
        )
      }
    </StateView>
  )
}

/** Says what the hall is to a person who cannot claim yet, and leads to the next step towards it. */
function HallIntro({ title, text, action, to }: { title: string; text: string; action: string; to: string }) {
  return (
    <Empty title={title} text={text}>
      <Button look='pine' to={to}>
        {action}
      </Button>
    </Empty>
  )
}
