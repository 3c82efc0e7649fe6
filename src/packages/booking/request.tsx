import { useRouter } from '@tarojs/taro'
import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import { BookingForm } from '#features/booking/form/BookingForm'
import { CallRow } from '#features/community/CallRow'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { ForWhom, type Principal } from '#features/member/proxy/ForWhom'
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
              return <ForWhom me={person}>{form}</ForWhom>
            }}
          </StateView>
        )}
      </StateView>
    </Screen>
  )
}

const serviceIn = ({ services }: Community, service: string | undefined) =>
  services.find((each) => each.service === service)

function NoService() {
  const { title, text, action } = bookingFormText.noService
  return (
    <Empty title={title} text={text}>
      <Button to={routes.home}>{action}</Button>
    </Empty>
  )
}
