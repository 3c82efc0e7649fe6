import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { Celebrant } from '#contract/activity'
import { instantOf } from '#contract/shared/wallClock'
import { coordinatorBegin } from '#routes'
import { celebrantText as words } from '#text/activity/celebrant'
import { dateWords, windowWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Tick } from '#ui/choice/Tick'
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
  const [left, setLeft] = useState<readonly string[]>([])
  const [activityId, setActivityId] = useState<string>()
  const [fault, setFault] = useState<string>()
  const [sent, setSent] = useState<number>()
  const [read, refresh] = useRead('activity.list', {
    when: 'upcoming',
    kind: 'birthday',
    limit: fewActivities,
  })
  const invite = useCommand('activity.invite')
  const asked = celebrants.filter((each) => !left.includes(keyOf(each)))
  const memberIds = [...new Set(asked.map(({ memberId }) => memberId))]

  async function send() {
    const wrong =
      asked.length === 0 ? words.nobody : activityId === undefined ? words.whichMissing : undefined
    setFault(wrong)
    setSent(undefined)
    if (wrong || activityId === undefined) return
    for (let first = 0; first < memberIds.length; first += atOnce)
      if (!(await invite.run({ activityId, memberIds: memberIds.slice(first, first + atOnce) }))) return
    setSent(memberIds.length)
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
                setLeft((before) =>
                  ticked ? before.filter((key) => key !== keyOf(each)) : [...before, keyOf(each)],
                )
              }
            />
          )
        })}
      </Box>
      <StateView of={read} onRetry={refresh} empty={<NoActivity />}>
        {({ items }) => (
          <Choice
            label={words.invite}
            tall
            options={items
              .filter(({ state }) => state !== 'cancelled')
              .map((card) => ({
                value: card.activityId,
                title: card.title,
                detail: windowWords(card, Date.now()),
              }))}
            chosen={activityId}
            onChoose={setActivityId}
          />
        )}
      </StateView>
      <Maybe>
        {(fault ?? invite.failure) && <Banner tone='bad'>{fault ?? invite.failure ?? ''}</Banner>}
        {sent !== undefined && <Banner tone='good'>{words.sent(sent)}</Banner>}
      </Maybe>
      <Button busy={invite.busy} onPress={send}>
        {words.send(asked.length)}
      </Button>
    </Box>
  )
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
