import { strangersAreKnown } from '../../cloud/session'
import { useRead } from '../../cloud/useRead'
import { StandingCard } from '../../features/member/StandingCard'
import { isOffice, standingOf } from '../../features/member/standing'
import { FilingForm } from '../../features/request/FilingForm'
import { filingText } from '../../text/requestFiling'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Screen } from '../../ui/Screen'
import { StateView } from '../../ui/StateView'

/** Files a request: what, where, in the person's words. */
export default function FileRequest() {
  const [community, retryCommunity] = useRead('community.get', {}, { offline: true })
  const [me, retryMe] = useRead('member.me', {}, { offline: true })
  return (
    <Screen title={titles.requestFile}>
      <StateView of={community} onRetry={retryCommunity}>
        {(shared) => (
          <StateView of={me} onRetry={retryMe}>
            {(person) => {
              const { member, household } = person
              const standing = standingOf(person, strangersAreKnown)
              if (!member || standing !== 'verified') {
                return <StandingCard standing={standing === 'verified' ? 'visitor' : standing} />
              }
              return (
                <Box className='stack'>
                  <Box className='strong'>{filingText.lead}</Box>
                  <FilingForm
                    community={shared}
                    home={{ gridId: member.gridId, estateId: household?.estateId }}
                    mayFileForOthers={isOffice(person)}
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
