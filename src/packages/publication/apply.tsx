import { useRouter } from '@tarojs/taro'
import { strangersAreKnown } from '#cloud/call/session'
import { useRead } from '#cloud/call/useRead'
import { ApplyForm } from '#features/guide/ApplyForm'
import { takesApplications } from '#features/guide/ApplyOffer'
import { RegistrationStateCard } from '#features/member/own/RegistrationStateCard'
import { registrationStateOf } from '#features/member/own/registrationState'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { publicationDetail, routes } from '#routes'
import { guideText as words } from '#text/guide/guide'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'

/** Answers the questions of a guide before one comes, for oneself or for a member for whom one acts. */
export default function ApplyPage() {
  const { id } = useRouter().params
  return <Screen title={titles.guideApplication}>{id ? <Apply publicationId={id} /> : <NoGuide />}</Screen>
}

function Apply({ publicationId }: { publicationId: string }) {
  const [guide, refresh] = useRead('publication.get', { publicationId }, { visitor: true, offline: true })
  const [me, retryMe] = useRead('member.me', {}, { offline: true })
  if (guide.state === 'failed' && (guide.code === 'not_found' || guide.code === 'invalid_input'))
    return <NoGuide />
  return (
    <StateView of={guide} onRetry={refresh}>
      {(shown) =>
        takesApplications(shown) ? (
          <StateView of={me} onRetry={retryMe}>
            {(person) => {
              const registration = registrationStateOf(person, strangersAreKnown())
              if (registration !== 'verified') return <RegistrationStateCard registration={registration} />
              return (
                <ForWhom me={person}>
                  {(principal) => (
                    <Box className='stack'>
                      <Heading>{shown.title}</Heading>
                      <ApplyForm guide={shown} actingFor={principal?.memberId} onOvertaken={refresh} />
                    </Box>
                  )}
                </ForWhom>
              )
            }}
          </StateView>
        ) : (
          <Empty title={words.closed.title} text={words.closed.text}>
            <Button to={publicationDetail(publicationId)}>{words.closed.action}</Button>
          </Empty>
        )
      }
    </StateView>
  )
}

/** A link that is old or wrong. */
function NoGuide() {
  const { title, text, action } = words.none
  return (
    <Empty title={title} text={text} drawing='gate'>
      <Button to={routes.publications}>{action}</Button>
    </Empty>
  )
}
