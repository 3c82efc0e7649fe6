import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import { BookingForm, type Principal } from '#features/booking/form/BookingForm'
import { CallRow } from '#features/community/CallRow'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { isResidentStaff } from '#features/member/own/rolesHeld'
import { wordsOfHome } from '#features/member/registration/wordsOfHome'
import { routes } from '#routes'
import { bookingFormText } from '#text/booking/bookingForm'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useBarTitle } from '#ui/page/useBarTitle'
import { Box } from '#ui/show/Box'

/** Books help. The page's path may name the service, and a member for whom the viewer acts. */
export default function RequestHelp() {
  const { params } = useRouter()
  const service = params.service || undefined
  const actingFor = params.for || undefined
  const [community, retryCommunity] = useRead('community.get', {})
  const [me, retryMe] = useRead('member.me', {})
  const [theirs] = useRead('member.dependents', {}, { actingFor, wait: !actingFor, visitor: true })

  const named = community.state === 'ready' ? serviceIn(community.data, service) : undefined
  const title = named && bookingFormText.titleOf(named.title)
  useBarTitle(title)

  return (
    <Screen title={title ?? titles.bookingRequest}>
      <StateView of={community} onRetry={retryCommunity}>
        {(shared) => (
          <StateView of={me} onRetry={retryMe}>
            {(person) => {
              const { member, household } = person
              const registration = registrationStateOf(person, strangersAreKnown())
              if (!member || registration !== 'verified') {
                return (
                  <>
                    <RegistrationStateCard
                      registration={registration === 'verified' ? 'visitor' : registration}
                    />
                    <CallRow phone={shared.phone} />
                  </>
                )
              }
              if (service !== undefined && !serviceIn(shared, service)) return <NoService />
              const form = (principal?: Principal) => (
                <Box className='stack'>
                  <Box className='strong'>
                    {principal ? bookingFormText.leadFor(principal.name) : bookingFormText.lead}
                  </Box>
                  <BookingForm
                    community={shared}
                    dependents={member.dependents}
                    actsFor={member.actsFor}
                    principal={principal}
                    theirs={theirs.state === 'ready' ? theirs.data.items : []}
                    service={service}
                    household={household && wordsOfHome(household, shared)}
                  />
                </Box>
              )
              if (!actingFor) return form()
              const principal = member.actsFor.find(({ memberId }) => memberId === actingFor)
              if (principal) return form(principal)
              return isResidentStaff(person) ? (
                <GridResident memberId={actingFor}>{form}</GridResident>
              ) : (
                <NoPrincipal />
              )
            }}
          </StateView>
        )}
      </StateView>
    </Screen>
  )
}

const serviceIn = ({ services }: Community, service: string | undefined) =>
  services.find((each) => each.service === service)

interface GridResidentProps {
  memberId: string
  children: (principal: Principal) => ReactNode
}

/** Reads the resident for whom a worker books. The cloud gives a name only for residents of the worker's grid. */
function GridResident({ memberId, children }: GridResidentProps) {
  const [found, refresh] = useRead('member.search', { q: memberId })
  return (
    <StateView of={found} onRetry={refresh} empty={<NoPrincipal />}>
      {({ items }) => (items[0] ? children(items[0]) : null)}
    </StateView>
  )
}

function NoPrincipal() {
  const { title, text, action } = bookingFormText.noPrincipal
  return (
    <Empty title={title} text={text}>
      <Button look='quiet' to={routes.me}>
        {action}
      </Button>
    </Empty>
  )
}

function NoService() {
  const { title, text, action } = bookingFormText.noService
  return (
    <Empty title={title} text={text}>
      <Button to={routes.home}>{action}</Button>
    </Empty>
  )
}
