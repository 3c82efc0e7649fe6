import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useRead } from '#cloud/call/useRead'
import { useDraft } from '#cloud/kept/useDraft'
import type { Team } from '#contract/team'
import { hoursText as words } from '#text/hours/hours'
import { durationWords } from '#text/shared/time'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { checkHonour, type HonourDraft } from './honourDraft'

export interface HonourSheetProps {
  memberId: string
  name: string
  /** The teams that the viewer leads. With one team there is no choice. */
  teams: readonly Pick<Team, 'teamId' | 'name'>[]
  onProposed: () => void
  onClose: () => void
}

/** Proposes honour minutes with a reason. They count after another person has approved them. */
export function HonourSheet({ memberId, name, teams, onProposed, onClose }: HonourSheetProps) {
  const draft = useDraft<HonourDraft>({ hours: '', minutes: '', reason: '', teamId: teams[0]?.teamId })
  const form = useForm(draft, {
    check: (written) => {
      const { input, faults } = checkHonour(written)
      return { input: input && { memberId, ...input }, faults }
    },
    atFault: showFirstFault,
    by: useCommand('hours.honour'),
    onDone: onProposed,
  })
  const { faults, choose, write } = form
  const [community] = useRead('community.get', {})
  const most = community.state === 'ready' ? community.data.limits.honourMonthMinutes : undefined
  return (
    <Sheet title={words.honourTitle(name)} onClose={onClose}>
      <Box>{words.honourText}</Box>
      <Maybe>
        {most !== undefined && <Box>{words.honourMost(most > 0 ? durationWords(most) : undefined)}</Box>}
      </Maybe>
      {teams.length > 1 && (
        <Choice
          label={words.honourTeam}
          options={teams.map((team) => ({ value: team.teamId, title: team.name }))}
          chosen={form.draft.teamId}
          onChoose={(teamId) => choose({ teamId })}
          tall
        />
      )}
      <TextField
        label={words.honourHours}
        keyboard='digits'
        maxLength={3}
        error={faults.hours}
        onText={(hours) => write({ hours })}
      />
      <TextField
        label={words.honourMinutes}
        keyboard='digits'
        optional
        maxLength={2}
        onText={(minutes) => write({ minutes })}
      />
      <ParagraphField
        label={words.honourReason}
        hint={words.honourReasonHint}
        maxLength={60}
        error={faults.reason}
        onText={(reason) => write({ reason })}
      />
      <FormFoot form={form} action={words.honourSend} look='pine' />
    </Sheet>
  )
}
