import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { ActivityDetail } from '#contract/activity'
import type { Community } from '#contract/community'
import type { PosterSubject } from '#contract/poster'
import type { PublicationDetail } from '#contract/publication'
import type { Team } from '#contract/team'
import { Poster } from '#features/poster/Poster'
import { posterAddress } from '#features/poster/posterAddress'
import { activityPoster, publicationPoster, sessionsAhead, teamPoster } from '#features/poster/postersOf'
import { activityDetail, coordinatorActivity, publicationDetail, routes, teamDetail } from '#routes'
import { posterText as words } from '#text/poster/poster'
import { datedWindowWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Folded } from '#ui/page/Folded'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useWindowName } from '#ui/page/windowName'
import { Box } from '#ui/show/Box'

const subjects: readonly PosterSubject[] = ['activity', 'team', 'publication']

/** The poster of an activity, of a team or of what stands written: printed on a sheet, or kept as a picture for a phone. Anybody may make it. */
export default function PosterPage() {
  const { of, id } = useRouter().params
  const { title, text } = words.noId
  return (
    <Screen title={titles.poster}>
      {id && of === 'activity' && <OfActivity activityId={id} />}
      {id && of === 'team' && <OfTeam teamId={id} />}
      {id && of === 'publication' && <OfPublication publicationId={id} />}
      {!(id && subjects.some((each) => each === of)) && (
        <Empty title={title} text={text}>
          <Button look='quiet' to={routes.home}>
            {uiText.goHome}
          </Button>
        </Empty>
      )}
    </Screen>
  )
}

function OfActivity({ activityId }: { activityId: string }) {
  const [activity, retry] = useRead('activity.get', { activityId }, { visitor: true })
  const [community, retryCommunity] = useRead('community.get', {}, { visitor: true })
  useWindowName(activity.state === 'ready' ? uiText.about.poster(activity.data.title) : undefined)
  return (
    <StateView of={activity} onRetry={retry}>
      {(held) => (
        <StateView of={community} onRetry={retryCommunity}>
          {(shared) => <ActivityPoster activity={held} community={shared} />}
        </StateView>
      )}
    </StateView>
  )
}

const all = 'all'

function ActivityPoster({ activity, community }: { activity: ActivityDetail; community: Community }) {
  const now = useNow()
  const [chosen, setChosen] = useState<string>(all)
  const { state, activityId } = activity
  const ahead = sessionsAhead(activity, now)
  const aheadIds = ahead.map(({ sessionId }) => sessionId).join()
  const poster = useMemo(() => {
    const one = activity.sessions.filter(({ sessionId }) => sessionId === chosen)
    const every = activity.sessions.filter(({ sessionId }) => aheadIds.split(',').includes(sessionId))
    return activityPoster(activity, one.length > 0 ? one : every, community)
  }, [activity, community, chosen, aheadIds])
  if (state === 'draft')
    return (
      <Empty title={words.draft.title} text={words.draft.text}>
        <Button to={coordinatorActivity(activityId)}>{words.draft.action}</Button>
      </Empty>
    )
  if (state === 'cancelled' || ahead.length === 0) {
    const { title, text, action } = state === 'cancelled' ? words.cancelled : words.over
    return (
      <Empty title={title} text={text}>
        <Button to={routes.activities}>{action}</Button>
      </Empty>
    )
  }
  return (
    <Box className='stack'>
      <Box className='stack not-printed'>
        <Box>{words.lead}</Box>
        {ahead.length > 1 && (
          <Folded title={words.only}>
            <Choice
              label={words.which}
              options={[
                { value: all, title: words.all },
                ...ahead.map((session) => ({
                  value: session.sessionId,
                  title: datedWindowWords(session, now),
                })),
              ]}
              chosen={chosen}
              onChoose={setChosen}
            />
          </Folded>
        )}
      </Box>
      <Poster
        of='activity'
        id={activityId}
        words={poster}
        address={posterAddress(activityDetail(activityId), community)}
      />
    </Box>
  )
}

function OfTeam({ teamId }: { teamId: string }) {
  const [team, retry] = useRead('team.get', { teamId }, { visitor: true })
  const [community, retryCommunity] = useRead('community.get', {}, { visitor: true })
  useWindowName(team.state === 'ready' ? uiText.about.poster(team.data.name) : undefined)
  return (
    <StateView of={team} onRetry={retry}>
      {(held) => (
        <StateView of={community} onRetry={retryCommunity}>
          {(shared) => <TeamPoster team={held} community={shared} />}
        </StateView>
      )}
    </StateView>
  )
}

function TeamPoster({ team, community }: { team: Team; community: Community }) {
  const poster = useMemo(() => teamPoster(team, community), [team, community])
  return (
    <Box className='stack'>
      <Box className='not-printed'>{words.lead}</Box>
      <Poster
        of='team'
        id={team.teamId}
        words={poster}
        address={posterAddress(teamDetail(team.teamId), community)}
      />
    </Box>
  )
}

function OfPublication({ publicationId }: { publicationId: string }) {
  const [publication, retry] = useRead('publication.get', { publicationId }, { visitor: true })
  const [community, retryCommunity] = useRead('community.get', {}, { visitor: true })
  useWindowName(publication.state === 'ready' ? uiText.about.poster(publication.data.title) : undefined)
  return (
    <StateView of={publication} onRetry={retry}>
      {(held) => (
        <StateView of={community} onRetry={retryCommunity}>
          {(shared) => <PublicationPoster publication={held} community={shared} />}
        </StateView>
      )}
    </StateView>
  )
}

interface PublicationPosterProps {
  publication: PublicationDetail
  community: Community
}

function PublicationPoster({ publication, community }: PublicationPosterProps) {
  const poster = useMemo(() => publicationPoster(publication, community), [publication, community])
  const { publicationId, state } = publication
  if (state !== 'published')
    return (
      <Empty title={words.notStanding.title} text={words.notStanding.text}>
        <Button to={routes.publications}>{words.notStanding.action}</Button>
      </Empty>
    )
  return (
    <Box className='stack'>
      <Box className='not-printed'>{words.lead}</Box>
      <Poster
        of='publication'
        id={publicationId}
        words={poster}
        address={posterAddress(publicationDetail(publicationId), community)}
      />
    </Box>
  )
}
