import type { Checked } from '#cloud/call/checked'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { FoundMember } from '#contract/member'
import type { RawInputOf } from '#contract/operations'
import { isPersonName } from '#contract/shared/text'
import { guardianText, guardianPaperText as words } from '#text/guardian/guardian'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'

export interface GuardianPaperSheetProps {
  resident: FoundMember
  onDone: (sentence: string) => void
  onClose: () => void
}

/** Records what a guardian without an account has said on paper, or that it was taken back. */
export function GuardianPaperSheet({ resident, onDone, onClose }: GuardianPaperSheetProps) {
  const guardian = resident.minor?.guardian
  const stands = guardian?.state === 'given'
  return (
    <Sheet title={words.title(resident.name)} onClose={onClose}>
      <Maybe>
        {guardian && (
          <Card
            title={guardianText.nameOf(guardian.name, guardian.relation)}
            edge={stands ? 'pine' : 'ochre'}
          >
            <Box>{guardianText.ownState[guardian.state]}</Box>
            {guardian.recorded && <Box>{words.recorded(guardian.recorded.by, guardian.recorded.note)}</Box>}
          </Card>
        )}
      </Maybe>
      {!stands && <RecordForm resident={resident} onDone={onDone} />}
      {stands && guardian.recorded && <EndForm resident={resident} onDone={onDone} />}
      {stands && !guardian.recorded && <Box>{words.ownWord}</Box>}
    </Sheet>
  )
}

type FormProps = Pick<GuardianPaperSheetProps, 'resident' | 'onDone'>
const relations = guardianText.relations.map((relation) => ({ value: relation, title: relation }))

interface PaperDraft {
  name: string
  relation?: (typeof guardianText.relations)[number]
  note: string
}

function RecordForm({ resident: { memberId, name }, onDone }: FormProps) {
  const form = useForm(useDraft<PaperDraft>({ name: '', note: '' }), {
    check: (draft) => {
      const { input, faults } = checkPaper(draft)
      return { input: input && { memberId, ...input }, faults }
    },
    by: useCommand('guardian.record'),
    atFault: showFirstFault,
    onDone: () => onDone(words.done(name)),
  })
  const { draft, faults, choose, write } = form
  return (
    <>
      <Box>{words.lead}</Box>
      <TextField
        label={words.name}
        maxLength={20}
        error={faults.name}
        onText={(text) => write({ name: text })}
      />
      <Choice
        label={words.relation}
        options={relations}
        chosen={draft.relation}
        onChoose={(relation) => choose({ relation })}
        error={faults.relation}
      />
      <TextField
        label={words.note}
        hint={words.noteHint}
        maxLength={100}
        error={faults.note}
        onText={(note) => write({ note })}
      />
      <FormFoot form={form} action={words.record} look='pine' />
    </>
  )
}

function checkPaper({
  relation,
  ...typed
}: PaperDraft): Checked<Omit<RawInputOf<'guardian.record'>, 'memberId'>, 'name' | 'relation' | 'note'> {
  const guardianName = typed.name.trim()
  const note = typed.note.trim()
  const faults = {
    ...(!isPersonName(guardianName) && { name: words.nameWrong }),
    ...(!relation && { relation: words.relationMissing }),
    ...(note.length < 2 && { note: words.noteMissing }),
  }
  return Object.keys(faults).length > 0 || !relation
    ? { faults }
    : { input: { guardianName, relation, note } }
}

function EndForm({ resident: { memberId, name }, onDone }: FormProps) {
  const form = useForm(useDraft({ reason: '' }), {
    check: (draft) => {
      const reason = draft.reason.trim()
      return reason.length < 2 ? { faults: { reason: words.endMissing } } : { input: { memberId, reason } }
    },
    by: useCommand('guardian.endRecord'),
    atFault: showFirstFault,
    onDone: () => onDone(words.ended(name)),
  })
  return (
    <>
      <Box>{words.endLead}</Box>
      <TextField
        label={words.endReason}
        hint={words.endHint}
        maxLength={100}
        error={form.faults.reason}
        onText={(reason) => form.write({ reason })}
      />
      <FormFoot form={form} action={words.end} look='danger' />
    </>
  )
}
