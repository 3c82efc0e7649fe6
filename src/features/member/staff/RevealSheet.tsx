import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { type FoundMember, type Revealable, type Revealed, revealable } from '#contract/member'
import { phoneWords } from '#text/member/phone'
import { residentText as words } from '#text/member/resident'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { CallButton } from '#ui/button/CallButton'
import { Choice } from '#ui/choice/Choice'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { Cell } from '#ui/show/Row'
import { checkReveal, ownReason, type RevealDraft } from './revealDraft'

export interface RevealSheetProps {
  resident: FoundMember
  onClose: () => void
}

/**
 * Opens a resident's sealed fields for a reason that the resident will read. The opened text stays in this sheet only
 * and is gone when the sheet closes.
 */
export function RevealSheet({ resident, onClose }: RevealSheetProps) {
  const [shown, setShown] = useState<{ fields: readonly Revealable[]; values: Revealed }>()
  if (!shown) {
    return (
      <Sheet title={words.revealTitle(resident.name)} onClose={onClose}>
        <RevealForm memberId={resident.memberId} onShown={(fields, values) => setShown({ fields, values })} />
      </Sheet>
    )
  }
  const { fields, values } = shown
  return (
    <Sheet key='shown' title={words.shownTitle(resident.name)} onClose={onClose}>
      <Box>
        {fields.map((field) => (
          <Cell key={field} name={words.field[field]}>
            {wordsOf(field, values)}
          </Cell>
        ))}
        {values.doorAsked && <Cell name={words.doorAsked}>{values.doorAsked}</Cell>}
      </Box>
      <Box className='soft small'>{words.shownNote}</Box>
      <Box className='stack-tight'>
        {values.phone && <CallButton phone={values.phone} words={phoneWords(values.phone)} />}
        <Button onPress={onClose}>{words.shownClose}</Button>
      </Box>
    </Sheet>
  )
}

function wordsOf(field: Revealable, { phone, door, birth }: Revealed): string {
  const said = {
    phone: phone && phoneWords(phone),
    door,
    birth: birth && words.birth(birth.day, birth.calendar),
  }
  return said[field] ?? words.absent
}

interface RevealFormProps {
  memberId: string
  onShown: (fields: readonly Revealable[], values: Revealed) => void
}

const noneYet: RevealDraft = { fields: [], written: '' }

function RevealForm({ memberId, onShown }: RevealFormProps) {
  const form = useForm(useDraft(noneYet), {
    check: (draft) => {
      const { input, faults } = checkReveal(draft)
      return { input: input && { memberId, ...input }, faults }
    },
    by: useCommand('member.reveal'),
    atFault: showFirstFault,
    onDone: (values, { fields }) => onShown(fields, values),
  })
  const { draft, faults, choose, write, setFaults } = form

  const toggle = (field: string) => {
    setFaults(({ fields: _mended, ...rest }) => rest)
    choose((now) => ({
      ...now,
      fields: revealable.filter((each) => now.fields.includes(each) !== (each === field)),
    }))
  }
  const chooseReason = (reason: string) => {
    setFaults(({ fields }) => (fields ? { fields } : {}))
    choose({ reason })
  }

  return (
    <>
      <Box>{words.revealText}</Box>
      <ManyChoice
        label={words.fields}
        options={revealable.map((field) => ({ value: field, title: words.field[field] }))}
        chosen={draft.fields}
        onToggle={toggle}
        error={faults.fields}
      />
      <Choice
        label={words.reason}
        options={[
          ...words.reasons.map((title) => ({ value: title as string, title })),
          { value: ownReason, title: uiText.reasonOwn },
        ]}
        chosen={draft.reason}
        onChoose={chooseReason}
        tall
        error={faults.reason}
      />
      <Maybe>
        {draft.reason === ownReason && (
          <TextField
            label={uiText.reasonOwnLabel}
            maxLength={100}
            error={faults.written}
            onText={(written) => write({ written })}
          />
        )}
      </Maybe>
      <FormFoot form={form} action={words.revealAction} />
    </>
  )
}
