import type { ActivityDetail } from '#contract/activity'
import type { Community } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { audienceWords, festivalWords, isForVolunteers, activityText as words } from '#text/activity/activity'
import { datedWindowWords } from '#text/shared/time'
import { courseText } from '#text/training/course'
import { Band } from '#ui/drawing/Band'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { Cell } from '#ui/show/Row'
import { CourseOffers } from '../course/CourseOffers'
import { bandOf } from './bandOf'

export interface ActivityFactsProps {
  activity: ActivityDetail
  /** Absent while it is being read. */
  community: Community | undefined
  now: Instant
}

/** Shows what the activity is, where and when it is, for whom, and how sign-up works. */
export function ActivityFacts({ activity, community, now }: ActivityFactsProps) {
  const { title, teamName, summary, place, sessions, signup, partyMax, audience, subsidyFen } = activity
  const forVolunteers = isForVolunteers(activity)
  const festival = festivalWords(activity)
  const whom = audienceWords(audience, community)
  return (
    <Card title={title} head={<Band name={bandOf(activity)} />}>
      {festival && <Box className='strong'>{festival}</Box>}
      <Maybe>{activity.lessonCount !== undefined && <CourseOffers activity={activity} />}</Maybe>
      <Box className='paragraph'>{summary}</Box>
      <Box>
        <Cell name={words.when}>
          {sessions.map((session) => (
            <Box key={session.sessionId}>
              {sessionWhen(activity, session, now).map((line) => (
                <Box key={line}>{line}</Box>
              ))}
            </Box>
          ))}
        </Cell>
        <Cell name={words.where}>{place}</Cell>
        {teamName && <Cell name={words.host}>{teamName}</Cell>}
        <Cell name={words.audience}>{forVolunteers ? words.volunteers : (whom ?? words.everybody)}</Cell>
        {!forVolunteers && (
          <>
            <Cell name={words.signup}>{words.signupOf(signup, now)}</Cell>
            <Cell name={words.rule}>{words.rules[signup.rule]}</Cell>
            {activity.lessonCount === undefined && <Cell name={words.party}>{words.partyOf(partyMax)}</Cell>}
          </>
        )}
        {subsidyFen !== undefined && activity.lessonCount === undefined && (
          <Cell name={words.subsidy}>{words.subsidyOf(subsidyFen)}</Cell>
        )}
      </Box>
    </Card>
  )
}

/** When a session is; a course says from when to when, and how many lessons it has. */
const sessionWhen = (
  { lessonCount }: Pick<ActivityDetail, 'lessonCount'>,
  session: ActivityDetail['sessions'][number],
  now: Instant,
): string[] =>
  lessonCount === undefined
    ? [datedWindowWords(session, now)]
    : [courseText.span(session, now), courseText.lessonCount(lessonCount)]

/** What elder mode says first: what it is, when and where. The rest stands below what can be done. */
export function ActivityInShort({ activity, now }: Pick<ActivityFactsProps, 'activity' | 'now'>) {
  const { title, sessions, place } = activity
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{title}</Heading>
      {sessions.length === 1 &&
        sessions.map((session) => (
          <Box key={session.sessionId} className='strong'>
            {sessionWhen(activity, session, now).join('，')}
          </Box>
        ))}
      <Box>{place}</Box>
    </Box>
  )
}
