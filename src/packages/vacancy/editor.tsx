import { useRouter } from '@tarojs/taro'
import { cloudNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import type { Sender } from '#cloud/call/useForm'
import { useRead } from '#cloud/call/useRead'
import type { RawInputOf } from '#contract/operations'
import type { VacancyDetail } from '#contract/vacancy'
import { ForPublishers } from '#features/vacancy/ForPublishers'
import { VacancyForm } from '#features/vacancy/VacancyForm'
import { draftOfVacancy, emptyVacancy } from '#features/vacancy/vacancyDraft'
import { vacancyPeople } from '#routes'
import { titles } from '#text/shared/titles'
import { vacancyFormText as words } from '#text/vacancy/vacancy'
import { goBack, goInstead } from '#ui/go/go'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'

const fewCourses = 10

/** Writes a vacancy: a new one, or one that stands. */
export default function VacancyEditor() {
  const { id = '' } = useRouter().params
  return (
    <Screen title={titles.vacancyEditor}>
      <ForPublishers>{id ? <Change vacancyId={id} /> : <Write />}</ForPublishers>
    </Screen>
  )
}

/** The courses that a vacancy can follow: the latest that are over, and those to come. */
function useCourses() {
  const [past] = useRead('activity.list', { when: 'past', kind: 'training', limit: fewCourses })
  const [ahead] = useRead('activity.list', { when: 'upcoming', kind: 'training', limit: fewCourses })
  const found = [past, ahead].flatMap((read) => (read.state === 'ready' ? read.data.items : []))
  return found.filter(({ state }) => state !== 'cancelled')
}

function Write() {
  const courses = useCourses()
  const publish = useCommand('vacancy.publish')
  return (
    <VacancyForm
      begin={emptyVacancy(cloudNow())}
      courses={courses}
      action={words.publish}
      by={publish}
      onDone={(vacancyId) => goInstead(vacancyPeople(vacancyId))}
    />
  )
}

function Change({ vacancyId }: { vacancyId: string }) {
  const [read, refresh] = useRead('vacancy.get', { vacancyId })
  const courses = useCourses()
  return (
    <StateView of={read} onRetry={refresh}>
      {(vacancy) => <ChangeForm vacancy={vacancy} courses={courses} />}
    </StateView>
  )
}

interface ChangeFormProps {
  vacancy: VacancyDetail
  courses: ReturnType<typeof useCourses>
}

function ChangeForm({ vacancy, courses }: ChangeFormProps) {
  const { vacancyId, activityId, courseTitle } = vacancy
  const edit = useCommand('vacancy.edit')
  // what may be absent is taken away where it is empty now
  const by: Sender<RawInputOf<'vacancy.publish'>, { vacancyId: string }> = {
    ...edit,
    attempt: ({ words: said = null, count = null, activityId: course = null, ...content }) =>
      edit.attempt({ vacancyId, ...content, words: said, count, activityId: course }),
  }
  const own = courses.some((course) => course.activityId === activityId)
  return (
    <VacancyForm
      begin={draftOfVacancy(vacancy)}
      courses={
        activityId === undefined || own ? courses : [{ activityId, title: courseTitle ?? '' }, ...courses]
      }
      action={words.save}
      by={by}
      onDone={() => goBack()}
    />
  )
}
