import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { StepCourse } from '#cloud/call/useStep'
import type { MemberId } from '#contract/shared/scalars'
import type { VacancyDetail } from '#contract/vacancy'
import { CallRow } from '#features/community/CallRow'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { useMatterRead } from '#features/notice/useMatterRead'
import { forwardedVacancy } from '#features/vacancy/forwardedVacancy'
import { InterestForm } from '#features/vacancy/InterestForm'
import { MyWay } from '#features/vacancy/MyWay'
import { VacancyFacts } from '#features/vacancy/VacancyFacts'
import { behalfAt, requestAbout, routes, vacancyDetail, vacancyPeople } from '#routes'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { interestText, vacancyText as words } from '#text/vacancy/vacancy'
import { Button } from '#ui/button/Button'
import { PassOn } from '#ui/forward/PassOn'
import { useForward } from '#ui/forward/useForward'
import { signInFrom } from '#ui/go/signInFrom'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { useWindowName } from '#ui/page/windowName'
import { HiddenCanvas } from '#ui/picture/HiddenCanvas'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

const prepared = '/packages/vacancy/forward.png'

/** The page of one vacancy, for everybody: what it is, how far the viewer is, and the one next step. */
export default function VacancyPage() {
  const { id } = useRouter().params
  return (
    <Screen title={titles.vacancy}>
      {id ? (
        <ForWhom>{(principal) => <OpenVacancy vacancyId={id} actingFor={principal?.memberId} />}</ForWhom>
      ) : (
        <NoVacancy />
      )}
    </Screen>
  )
}

interface OpenVacancyProps {
  vacancyId: string
  actingFor: MemberId | undefined
}

function OpenVacancy({ vacancyId, actingFor }: OpenVacancyProps) {
  const signedIn = useSignedIn()
  const [read, refresh] = useRead('vacancy.get', { vacancyId }, { visitor: true, actingFor })
  const [community] = useRead('community.get', {}, { visitor: true })
  const [me] = useRead('member.me', {}, { visitor: true, wait: !signedIn || actingFor !== undefined })
  const [news, tell] = useNews()
  const shared = community.state === 'ready' ? community.data : undefined
  const vacancy = read.state === 'ready' ? read.data : undefined
  useMatterRead({ vacancyId }, signedIn && !actingFor && vacancy !== undefined)
  useWindowName(vacancy && uiText.about.vacancy(vacancy.title))
  useForward(prepared, vacancy && shared && forwardedVacancy(vacancy, shared))
  const member = signedIn && me.state === 'ready' ? me.data.member : undefined
  const course: StepCourse = { actingFor, refresh, tell }
  const mayGo = actingFor !== undefined || member?.state === 'verified'

  if (read.state === 'failed' && read.code === 'not_found') return <NoVacancy />
  return (
    <>
      <StateView of={read} onRetry={refresh}>
        {(held) => (
          <Box className='stack'>
            <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
            <Maybe>
              {held.state === 'closed' && <Banner tone='plain'>{words.closed(held.closedReason)}</Banner>}
            </Maybe>
            <VacancyFacts vacancy={held} />
            <Maybe>{held.mine && <MyWay vacancy={held} mine={held.mine} course={course} />}</Maybe>
            <Maybe>{mayGo && mayAsk(held) && <InterestForm vacancy={held} course={course} />}</Maybe>
            <Maybe>
              {!signedIn && held.state === 'open' && <Button to={signInFrom()}>{interestText.signIn}</Button>}
              {signedIn && !actingFor && me.state === 'ready' && !member && held.state === 'open' && (
                <Button to={routes.register}>{interestText.register}</Button>
              )}
            </Maybe>
            <Maybe>{held.runs && !actingFor && <RunVacancy vacancyId={vacancyId} />}</Maybe>
            <PassOn path={vacancyDetail(vacancyId)} pageAddress={shared?.pageAddress} />
            <ListRows>
              <ListRow
                icon='info'
                title={words.report}
                detail={words.reportDetail}
                to={requestAbout('jobs', vacancyId, words.reportAbout(held))}
              />
            </ListRows>
            <Maybe>{!mayGo && shared?.phone && <ByTelephone phone={shared.phone} />}</Maybe>
            <Button look='quiet' to={behalfAt(routes.vacancies, actingFor)}>
              {words.all}
            </Button>
          </Box>
        )}
      </StateView>
      <HiddenCanvas />
    </>
  )
}

/** Whether the person may say that they want to go: nobody has decided, and they are not on the way. */
const mayAsk = ({ state, mine }: VacancyDetail): boolean =>
  state === 'open' && (mine === undefined || mine.state === 'withdrawn' || mine.state === 'left')

function RunVacancy({ vacancyId }: { vacancyId: string }) {
  return (
    <ListRows>
      <ListRow title={words.run} to={vacancyPeople(vacancyId)} />
    </ListRows>
  )
}

/** The way for whoever has no phone of that kind. */
function ByTelephone({ phone }: { phone: string }) {
  return (
    <Box className='stack-tight'>
      <Box>{words.byPhone}</Box>
      <CallRow phone={phone} />
    </Box>
  )
}

/** A link that is old or wrong. */
function NoVacancy() {
  const { title, text, action } = words.none
  return (
    <Empty title={title} text={text} drawing='gate'>
      <Button to={routes.vacancies}>{action}</Button>
    </Empty>
  )
}
