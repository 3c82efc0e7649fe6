import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { Team } from '#contract/team'
import { hoursText as words } from '#text/hours/hours'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { honourMinutesOf, honourReasonOf } from './honourDraft'

export interface HonourSheetProps {
  memberId: string
  name: string
  /** The teams the caller leads; of one there is nothing to choose. */
  teams: readonly Pick<Team, 'teamId' | 'name'>[]
  onProposed: () => void
  onClose: () => void
}

/** Proposes honour minutes, with what they are for; they count with somebody else's word. */
export function HonourSheet({ memberId, name, teams, onProposed, onClose }: HonourSheetProps) {
  const written = useRef({ hours: '', minutes: '', reason: '' })
  const [teamId, setTeamId] = useState(teams[0]?.teamId)
  const [wrong, setWrong] = useState<{ amount?: boolean; reason?: boolean }>({})
  const propose = useCommand('hours.honour')

  async function submit() {
    const minutes = honourMinutesOf(written.current.hours, written.current.minutes)
    const reason = honourReasonOf(written.current.reason)
    setWrong({ amount: minutes === undefined, reason: reason === undefined })
    if (minutes === undefined || reason === undefined) return
    if (await propose.run({ memberId, ...(teamId && { teamId }), minutes, reason })) onProposed()
  }

  return (
    <Sheet title={words.honourTitle(name)} onClose={onClose}>
      <Box>{words.honourText}</Box>
      {teams.length > 1 && (
        <Choice
          label={words.honourTeam}
          options={teams.map((team) => ({ value: team.teamId, title: team.name }))}
          chosen={teamId}
          onChoose={setTeamId}
          tall
        />
      )}
      <TextField
        label={words.honourHours}
        keyboard='digits'
        maxLength={3}
        error={wrong.amount ? words.honourAmountWrong : undefined}
        onText={(text) => {
          written.current.hours = text
        }}
      />
      <TextField
        label={words.honourMinutes}
        keyboard='digits'
        optional
        maxLength={2}
        onText={(text) => {
          written.current.minutes = text
        }}
      />
      <ParagraphField
        label={words.honourReason}
        hint={words.honourReasonHint}
        maxLength={60}
        error={wrong.reason ? words.honourReasonWrong : undefined}
        onText={(text) => {
          written.current.reason = text
        }}
      />
      <Maybe>{propose.failure && <Banner tone='bad'>{propose.failure.message}</Banner>}</Maybe>
      <Button look='pine' busy={propose.busy} onPress={submit}>
        {words.honourSend}
      </Button>
    </Sheet>
  )
}
