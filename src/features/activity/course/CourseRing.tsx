import type { CourseProgress } from '#contract/session'
import { courseText } from '#text/training/course'
import { Ring } from '#ui/drawing/Ring'
import { Box } from '#ui/show/Box'
import './CourseRing.scss'

/** How far somebody has come with a course, as a ring and in words. */
export function CourseRing({ progress }: { progress: CourseProgress }) {
  const { attended = 0, of } = progress
  const words = courseText.cameTo(progress)
  return (
    <Box className='course-ring'>
      <Ring part={of === 0 ? 0 : attended / of} label={words}>
        {`${attended}/${of}`}
      </Ring>
      <Box silent>{words}</Box>
    </Box>
  )
}
