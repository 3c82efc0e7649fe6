import type { ActivityDetail } from '#contract/activity'
import { gainWords } from '#text/activity/activity'
import { courseText as words } from '#text/training/course'
import { Box } from '#ui/show/Box'
import { Cell } from '#ui/show/Row'

/** What one gets out of a course: what one can do afterwards stands first, then what comes with it. */
export function CourseOffers({ activity }: { activity: ActivityDetail }) {
  const { gain, subsidyFen, subsidyPer = 'course', sessions } = activity
  const progress = sessions[0]?.progress
  if (!progress) return null
  return (
    <>
      {gain && <Box className='strong'>{gainWords(gain)}</Box>}
      <Cell name={words.offers}>
        <Box>{words.free}</Box>
        {subsidyFen !== undefined && <Box>{words.subsidy(subsidyFen, subsidyPer)}</Box>}
        <Box>{words.certificate(progress)}</Box>
      </Cell>
    </>
  )
}
