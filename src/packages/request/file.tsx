import { useRouter } from '@tarojs/taro'
import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import { CallRow } from '#features/community/CallRow'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { handlesRequests } from '#features/member/own/rolesHeld'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { FilingForm } from '#features/request/filing/FilingForm'
import { filingText } from '#text/request/requestFiling'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

/** Files a request, the viewer's own or that of a member for whom they act. */
export default function FileRequest() {
  const begun = begunBy(useRouter().params)
  const [community, retryCommunity] = useRead('community.get', {}, { offline: true })
  const [me, retryMe] = useRead('member.me', {}, { offline: true })
  return (
    <Screen title={titles.requestFile}>
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
              return (
                <ForWhom me={person}>
                  {(principal) => (
                    <Box className='stack'>
                      <Box className='strong'>{filingText.lead}</Box>
                      <FilingForm
                        community={shared}
                        home={
                          principal
                            ? (principal.home ?? { gridId: '' })
                            : { gridId: member.gridId, estateId: household?.estateId }
                        }
                        mayFileForOthers={!principal && handlesRequests(person)}
                        actingFor={principal?.memberId}
                        begun={begun}
                      />
                    </Box>
                  )}
                </ForWhom>
              )
            }}
          </StateView>
        )}
      </StateView>
    </Screen>
  )
}

/** What the page that led here has begun to write; undefined where it has written nothing. */
function begunBy({ category, of, about }: { category?: string; of?: string; about?: string }) {
  if (!category || !of || !about) return undefined
  return { of, category, description: decodedOnce(about) }
}

/** The browser's router has decoded it already, WeChat's has not; what is no encoding stands as it is. */
function decodedOnce(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
