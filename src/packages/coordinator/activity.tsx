import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { cloudNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { ActivityDetail } from '#contract/activity'
import { dayMs } from '#contract/shared/time'
import { toneOf } from '#features/coordinator/edit/ActivityRows'
import { PhotosCard } from '#features/coordinator/edit/PhotosCard'
import { RunSessionCard } from '#features/coordinator/roster/RunSessionCard'
import { callsOf, coordinatorActivity, coordinatorEditor, posterAt } from '#routes'
import { audienceWords, activityText as facts, isForVolunteers } from '#text/activity/activity'
import { coordinatorText as words } from '#text/activity/coordinator'
import { forwardText } from '#text/shared/forward'
import { dateWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { goInstead } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Confirm } from '#ui/sheet/Confirm'
import { ReasonSheet } from '#ui/sheet/ReasonSheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { Cell } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'

/** What was held so long ago is copied to this year's date. */
const heldLongAgoMs = 300 * dayMs

/** One activity as whoever runs it sees it: numbers, the door, rosters, and what can still be changed. */
export default function RunActivityPage() {
  const { id: activityId = '' } = useRouter().params
  const [read, refresh] = useRead('activity.get', { activityId })
  const publish = useCommand('activity.publish')
  const cancel = useCommand('activity.cancel')
  const copy = useCommand('activity.copy')
  const [asking, setAsking] = useState<'publish' | 'cancel'>()
  const [done, setDone] = useState<string>()

  async function finish(answered: Promise<unknown>, sentence: string) {
    if (!(await answered)) return
    setAsking(undefined)
    setDone(sentence)
    await refresh()
  }
  async function again() {
    const made = await copy.run({ activityId })
    if (made) goInstead(coordinatorActivity(made.activityId))
  }
  const close = () => setAsking(undefined)

  return (
    <Screen title={titles.coordinatorActivity}>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <Failure>{copy.failure}</Failure>
      <StateView of={read} onRetry={refresh}>
        {(activity) => {
          const { state, title, sessions, photos } = activity
          const draft = state === 'draft'
          const live = draft || state === 'published' || state === 'closed'
          return (
            <Box className='stack'>
              <Head activity={activity} />
              {sessions.map((session) => (
                <RunSessionCard
                  key={session.sessionId}
                  session={session}
                  draw={activity.signup.rule === 'draw' && session.state === 'open'}
                  activityId={activityId}
                  draft={draft}
                />
              ))}
              {draft && <Button onPress={() => setAsking('publish')}>{words.publish}</Button>}
              {live && (
                <Button look='quiet' to={coordinatorEditor(activityId)}>
                  {draft ? words.continueDraft : words.edit}
                </Button>
              )}
              {!draft && live && <PosterWay activityId={activityId} />}
              {!draft && (
                <Button look='quiet' busy={copy.busy} onPress={again}>
                  {cloudNow() - activity.to > heldLongAgoMs ? words.againLastYear : words.again}
                </Button>
              )}
              {live && (
                <Button look='quiet' onPress={() => setAsking('cancel')}>
                  {draft ? words.discard : words.cancel}
                </Button>
              )}
              {!draft && state !== 'cancelled' && (
                <PhotosCard activityId={activityId} photos={photos} onChanged={refresh} />
              )}
              {!draft && <ToCall activityId={activityId} />}
              <Changes changes={activity.changes} />
              <Maybe>
                {asking === 'publish' && (
                  <Confirm
                    title={words.publishTitle(title)}
                    text={words.publishText}
                    action={words.publish}
                    look='primary'
                    busy={publish.busy}
                    failure={publish.failure}
                    onConfirm={() => finish(publish.run({ activityId }), words.published)}
                    keep={words.publishKeep}
                    onClose={close}
                  />
                )}
                {asking === 'cancel' && (
                  <ReasonSheet
                    title={words.cancelTitle(title)}
                    text={draft ? words.discardText : words.cancelText}
                    label={words.cancelLabel}
                    reasons={draft ? words.discardReasons : words.cancelReasons}
                    action={draft ? words.discard : words.cancel}
                    busy={cancel.busy}
                    failure={cancel.failure}
                    onReason={(reason) => finish(cancel.run({ activityId, reason }), words.cancelled)}
                    onClose={close}
                  />
                )}
              </Maybe>
            </Box>
          )
        }}
      </StateView>
    </Screen>
  )
}

function PosterWay({ activityId }: { activityId: string }) {
  return (
    <Button look='quiet' to={posterAt('activity', activityId)}>
      {forwardText.poster}
    </Button>
  )
}

function Head({ activity }: { activity: ActivityDetail }) {
  const [community] = useRead('community.get', {})
  const shared = community.state === 'ready' ? community.data : undefined
  const { state, title, teamName, place, summary, cancelReason, signup, partyMax, audience } = activity
  const forVolunteers = isForVolunteers(activity)
  return (
    <Card edge='cinnabar'>
      <SealChip tone={toneOf[state]}>{words.state[state]}</SealChip>
      <Heading>{title}</Heading>
      <Box>{place}</Box>
      <Box className='soft'>{summary}</Box>
      <Box>
        {teamName && <Cell name={words.host}>{teamName}</Cell>}
        <Cell name={facts.audience}>
          {forVolunteers ? facts.volunteers : (audienceWords(audience, shared) ?? facts.everybody)}
        </Cell>
        {!forVolunteers && (
          <>
            <Cell name={facts.signup}>{facts.signupOf(signup, cloudNow())}</Cell>
            <Cell name={facts.rule}>{facts.rules[signup.rule]}</Cell>
            <Cell name={facts.party}>{facts.partyOf(partyMax)}</Cell>
          </>
        )}
      </Box>
      {cancelReason && <Box>{words.cancelledFor(cancelReason)}</Box>}
    </Card>
  )
}

const ToCall = ({ activityId }: { activityId: string }) => (
  <Button look='quiet' to={callsOf('activity', activityId)}>
    {titles.calls}
  </Button>
)

/** The changes since it was published, with their times. */
function Changes({ changes }: Pick<ActivityDetail, 'changes'>) {
  if (changes.length === 0) return null
  return (
    <Card title={words.changes}>
      {changes.map(({ at, what }) => (
        <Box key={at} className='small'>{`${dateWords(at)}：${what.join('；')}`}</Box>
      ))}
    </Card>
  )
}
