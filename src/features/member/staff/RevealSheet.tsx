import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
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
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { Cell } from '#ui/show/Row'
import { checkReveal, ownReason, type RevealFaults } from './revealDraft'

export interface RevealSheetProps {
  resident: FoundMember
  onClose: () => void
}

/**
 * Opens a resident's sealed fields for a reason that the resident will read. What is shown lives in this sheet only:
 * closing it takes it away.
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

function RevealForm({ memberId, onShown }: RevealFormProps) {
  const [fields, setFields] = useState<readonly Revealable[]>([])
  const [reason, setReason] = useState<string>()
  const [faults, setFaults] = useState<RevealFaults>({})
  const written = useRef('')
  const reveal = useCommand('member.reveal')

  async function submit() {
    const checked = checkReveal({ fields, reason, written: written.current })
    setFaults(checked.faults)
    if (!checked.asked) return showFirstFault()
    const values = await reveal.run({ memberId, ...checked.asked })
    if (values) onShown(checked.asked.fields, values)
  }
  const toggle = (field: string) => {
    setFaults(({ fields: _mended, ...rest }) => rest)
    setFields((before) => revealable.filter((each) => before.includes(each) !== (each === field)))
  }
  const chooseReason = (chosen: string) => {
    setFaults(({ fields: fault }) => (fault ? { fields: fault } : {}))
    setReason(chosen)
  }

  return (
    <>
      <Box>{words.revealText}</Box>
      <ManyChoice
        label={words.fields}
        options={revealable.map((field) => ({ value: field, title: words.field[field] }))}
        chosen={fields}
        onToggle={toggle}
        error={faults.fields}
      />
      <Choice
        label={words.reason}
        options={[
          ...words.reasons.map((title) => ({ value: title as string, title })),
          { value: ownReason, title: uiText.reasonOwn },
        ]}
        chosen={reason}
        onChoose={chooseReason}
        tall
        error={faults.reason}
      />
      <Maybe>
        {reason === ownReason && (
          <TextField
            label={uiText.reasonOwnLabel}
            maxLength={100}
            error={faults.written}
            onText={(text) => {
              written.current = text
            }}
          />
        )}
      </Maybe>
      <Maybe>{reveal.failure && <Banner tone='bad'>{reveal.failure.message}</Banner>}</Maybe>
      <Button busy={reveal.busy} onPress={submit}>
        {words.revealAction}
      </Button>
    </>
  )
}
