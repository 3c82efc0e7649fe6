import { useRouter } from '@tarojs/taro'
import { strangersAreKnown } from '../../../cloud/session'
import { useRead } from '../../../cloud/useRead'
import { RequestForm } from '../../../features/booking/RequestForm'
import { StandingCard } from '../../../features/member/StandingCard'
import { standingOf } from '../../../features/member/standing'
import { wordsOfHome } from '../../../features/member/wordsOfHome'
import { routes } from '../../../routes'
import { requestText } from '../../../text/bookingRequest'
import { titles } from '../../../text/titles'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Screen } from '../../../ui/Screen'
import { Empty, StateView } from '../../../ui/StateView'

/** Books help, of the service in the page's path or of the one chosen here. */
export default function RequestHelp() {
  const service = useRouter().params.service || undefined
  const [community, retryCommunity] = useRead('community.get', {})
  const [me, retryMe] = useRead('member.me', {})

  return (
    <Screen title={titles.bookingRequest}>
      <StateView of={community} onRetry={retryCommunity}>
        {(shared) => (
          <StateView of={me} onRetry={retryMe}>
            {(person) => {
              const { member, household } = person
              const standing = standingOf(person, strangersAreKnown)
              if (!member || standing !== 'verified') {
                return <StandingCard standing={standing === 'verified' ? 'visitor' : standing} />
              }
              const offered = shared.services.find((each) => each.service === service)
              if (service !== undefined && !offered) return <NoService />
              return (
                <Box className='stack'>
                  <Box className='strong'>
                    {offered ? requestText.leadOf(offered.title) : requestText.lead}
                  </Box>
                  <RequestForm
                    community={shared}
                    dependents={member.dependents}
                    service={service}
                    household={household && wordsOfHome(household, shared)}
                  />
                </Box>
              )
            }}
          </StateView>
        )}
      </StateView>
    </Screen>
  )
}

function NoService() {
  const { title, text, action } = requestText.noService
  return (
    <Empty title={title} text={text}>
      <Button to={routes.home}>{action}</Button>
    </Empty>
  )
}
