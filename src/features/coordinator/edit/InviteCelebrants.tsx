import { useState } from 'react'
import { cloudNow } from '#clock'
import { type SentCommand, useCommand } from '#cloud/call/useCommand'
import { type Sender, useForm } from '#cloud/call/useForm'
import { useRead } from '#cloud/call/useRead'
import { useDraft } from '#cloud/kept/useDraft'
import type { Celebrant } from '#contract/activity'
import type { RawInputOf, ReplyOf } from '#contract/operations'
import { instantOf } from '#contract/shared/wallClock'
import { coordinatorBegin } from '#routes'
import { celebrantText as words } from '#text/activity/celebrant'
import { dateWords, windowWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Tick } from '#ui/choice/Tick'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** As many as one invitation takes. */
const atOnce = 100
/** Birthday parties to choose among. */
const fewActivities = 10

const keyOf = ({ memberId, dependentId = '' }: Celebrant) => `${memberId} ${dependentId}`

/** Who is invited, and to what; everybody at first. */
export function InviteCelebrants({ celebrants }: { celebrants: readonly Celebrant[] }) {
  const [sent, setSent] = useState<number>()
  const [read, refresh] = useRead('activity.list', {
    when: 'upcoming',
    kind: 'birthday',
    limit: fewActivities,
  })
  const askedOf = (left: readonly string[]) => celebrants.filter((each) => !left.includes(keyOf(each)))
  const form = useForm(useDraft<{ left: readonly string[]; activityId?: string }>({ left: [] }), {
    check: ({ left, activityId }) => {
      const memberIds = [...new Set(askedOf(left).map(({ memberId }) => memberId))]
      if (memberIds.length > 0 && activityId !== undefined) return { input: { activityId, memberIds } }
      return {
        faults: {
          ...(memberIds.length === 0 && { whole: words.nobody }),
          ...(activityId === undefined && { activityId: words.whichMissing }),
        },
      }
    },
    by: inParts(useCommand('activity.invite')),
    atFault: showFirstFault,
    onDone: (_, { memberIds }) => setSent(memberIds.length),
  })
  const { left, activityId } = form.draft
  const submit = () => {
    setSent(undefined)
    return form.submit()
  }
  return (
    <Box className='stack'>
      <Box className='strong' live='polite'>
        {words.count(celebrants.length)}
      </Box>
      <Box className='stack-tight'>
        {celebrants.map((each) => {
          const { name, day, turns, lunar, dependentId } = each
          const when = words.row(dateWords(instantOf(day, '00:00') ?? 0), turns, lunar)
          return (
            <Tick
              key={keyOf(each)}
              label={name}
              detail={dependentId ? `${when}，${words.caredFor}` : when}
              ticked={!left.includes(keyOf(each))}
              onTick={(ticked) =>
                form.choose((now) => ({
                  ...now,
                  left: ticked ? now.left.filter((key) => key !== keyOf(each)) : [...now.left, keyOf(each)],
                }))
              }
            />
          )
        })}
      </Box>
      <StateView of={read} onRetry={refresh} empty={<NoActivity />}>
        {({ items }) => (
          <>
            <Choice
              label={words.invite}
              tall
              options={items
                .filter(({ state }) => state !== 'cancelled')
                .map((card) => ({
                  value: card.activityId,
                  title: card.title,
                  detail: windowWords(card, cloudNow()),
                }))}
              chosen={activityId}
              onChoose={(chosen) => form.choose({ activityId: chosen })}
              error={form.faults.activityId}
            />
            <Maybe>{sent !== undefined && <Banner tone='good'>{words.sent(sent)}</Banner>}</Maybe>
            <FormFoot form={{ ...form, submit }} action={words.send(askedOf(left).length)} />
          </>
        )}
      </StateView>
    </Box>
  )
}

/** Sends as many invitations as it takes; stops at the first that is not done. */
function inParts(
  invite: SentCommand<'activity.invite'>,
): Sender<RawInputOf<'activity.invite'>, ReplyOf<'activity.invite'>> {
  return {
    ...invite,
    attempt: async ({ memberIds, ...to }) => {
      for (let first = 0; ; first += atOnce) {
        const outcome = await invite.attempt({ ...to, memberIds: memberIds.slice(first, first + atOnce) })
        if (!outcome?.ok || first + atOnce >= memberIds.length) return outcome
      }
    },
  }
}

function NoActivity() {
  return (
    <Box className='stack-tight'>
      <Box>{words.noActivity}</Box>
      <Button look='quiet' to={coordinatorBegin}>
        {words.toBegin}
      </Button>
    </Box>
  )
}
