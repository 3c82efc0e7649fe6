import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { phoneScript, callListText as words } from '#text/callList/callList'
import { phoneWords } from '#text/member/phone'
import { CallButton } from '#ui/button/CallButton'
import { FormFoot } from '#ui/form/FormFoot'
import { ReasonField } from '#ui/form/ReasonField'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import type { PersonToCall } from './byEvent'

/** Opens the number for a reason, and shows what to say. */
export function CallSheet({ person, onClose }: { person: PersonToCall; onClose: () => void }) {
  const { noticeId, memberId, name, callInstead } = person.first
  const callee = callInstead ?? { memberId, name }
  const [phone, setPhone] = useState<string | null>()
  const form = useForm(useDraft({ reason: '' }), {
    check: ({ reason }) => {
      const said = reason.trim().slice(0, 100)
      if (said.length < 2) return { faults: { reason: words.reasonMissing } }
      return { input: { memberId: callee.memberId, fields: ['phone' as const], reason: said, noticeId } }
    },
    by: useCommand('member.reveal'),
    onDone: (opened) => setPhone(opened.phone ?? null),
  })
  return (
    <Sheet title={words.sheetTitle(callee.name)} onClose={onClose}>
      <Card title={words.say} edge='ochre'>
        {person.notices.map(({ noticeId: key, title, text }) => (
          <Box key={key}>{phoneScript({ title, text })}</Box>
        ))}
      </Card>
      <Maybe>
        {phone && <CallButton phone={phone} words={phoneWords(phone)} />}
        {phone && <Box className='soft'>{words.afterCall}</Box>}
        {phone === null && <Box>{words.noNumber}</Box>}
      </Maybe>
      {phone === undefined && (
        <>
          <Box>{words.sheetText}</Box>
          <ReasonField
            label={words.reason}
            reasons={words.reasons}
            error={form.faults.reason}
            onReason={(reason) => form.write({ reason })}
          />
          <FormFoot form={form} action={words.open} />
        </>
      )}
    </Sheet>
  )
}
