import { useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { Celebrant } from '#contract/activity'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { InviteCelebrants } from '#features/coordinator/edit/InviteCelebrants'
import { monthsFrom } from '#features/coordinator/edit/monthsFrom'
import { activityListText } from '#text/activity/activity'
import { celebrantText as words } from '#text/activity/celebrant'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Failure } from '#ui/form/Failure'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

const reasons = (['party', 'visit'] as const).map((value) => ({ value, title: words.reasons[value] }))
/** This month and the next two, since a party is planned some weeks ahead. */
const monthsAhead = 3

/** The celebrants of a month, opened for a reason, and their invitation to an activity. */
export default function BirthdaysPage() {
  const now = useNow()
  const months = monthsFrom(now, monthsAhead)
  const [chosen, setChosen] = useState<string>()
  const month = chosen ?? months[0]?.month ?? ''
  const [reason, setReason] = useState<'party' | 'visit'>('party')
  const [found, setFound] = useState<readonly Celebrant[]>()
  const [community] = useRead('community.get', {})
  const open = useCommand('activity.birthdays')
  const { eldersFromAge } = community.state === 'ready' ? community.data.limits : defaultLimits

  async function press() {
    const list = await open.run({ month, reason: words.reasons[reason] })
    if (list) setFound(list.items)
  }
  return (
    <Screen title={titles.birthdays}>
      <Box>{words.lead(eldersFromAge)}</Box>
      <Choice
        label={words.month}
        options={months.map(({ month: value, from }) => ({
          value,
          title: activityListText.month(from, now),
        }))}
        chosen={month}
        onChoose={(value) => {
          setChosen(value)
          setFound(undefined)
        }}
      />
      <Choice
        label={words.reason}
        hint={words.reasonHint}
        options={reasons}
        chosen={reason}
        onChoose={setReason}
      />
      <Failure>{open.failure}</Failure>
      <Maybe>
        {!found && (
          <Button busy={open.busy} onPress={press}>
            {words.action}
          </Button>
        )}
        {found?.length === 0 && <Empty title={words.none.title} text={words.none.text} />}
        {found && found.length > 0 && <InviteCelebrants key={month} celebrants={found} />}
      </Maybe>
    </Screen>
  )
}
