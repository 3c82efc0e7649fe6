import type { SignupCard } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { activityDetail, routes } from '#routes'
import { signupStateText, timeLeftWords, mySignupsText as words } from '#text/session/signup'
import { datedWindowWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRow, ListRows } from '#ui/show/Row'
import { isStillMine } from './nextStep'
import { offersFirst } from './offersFirst'

/** Shows the viewer's most urgent sign-up: an offer to answer, or the next session. Without one it shows nothing. */
export function NextSignup({ signups, now }: { signups: readonly SignupCard[]; now: Instant }) {
  const ahead = signups.filter(({ mine, to }) => isStillMine(mine) && now < to)
  const next = offersFirst(ahead)[0]
  if (!next) return null
  const { mine, title, activityId } = next
  const offered = mine.state === 'offered' && mine.offerUntil !== undefined
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{offered ? words.offerFirst : words.next}</Heading>
      <ListRows>
        <ListRow
          icon='activities'
          title={title}
          detail={
            offered && mine.offerUntil !== undefined
              ? timeLeftWords(mine.offerUntil, now)
              : `${datedWindowWords(next, now)} · ${signupStateText[mine.state]}`
          }
          to={activityDetail(activityId)}
        />
        <ListRow title={words.all} to={routes.mySignups} />
      </ListRows>
    </Box>
  )
}
