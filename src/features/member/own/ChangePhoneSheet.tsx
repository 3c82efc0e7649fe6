import type { Checked } from '#cloud/call/checked'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { RawInputOf } from '#contract/operations'
import { PhoneField } from '#features/member/registration/PhoneField'
import { isPhone } from '#features/member/registration/registration'
import { phoneText as words } from '#text/member/phone'
import { registrationText } from '#text/member/registration'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

export interface ChangePhoneSheetProps {
  onChanged: () => void
  onClose: () => void
}

/** Changes the telephone number: from WeChat with one tap, or typed. */
export function ChangePhoneSheet({ onChanged, onClose }: ChangePhoneSheetProps) {
  const form = useForm(useDraft<PhoneDraft>({ phone: '' }), {
    check: checkPhone,
    atFault: showFirstFault,
    by: useCommand('member.changePhone'),
    onDone: onChanged,
  })
  return (
    <Sheet title={words.changeTitle} onClose={onClose}>
      <Box>{words.changeText}</Box>
      <PhoneField
        initial=''
        taken={false}
        error={form.faults.phone}
        onPhone={(phone) => form.write({ phone })}
        onPhoneCode={(code) => form.write({ code })}
      />
      <FormFoot form={form} action={words.change} />
    </Sheet>
  )
}

/** A code from WeChat wins over a typed number. */
interface PhoneDraft {
  phone: string
  code?: string | undefined
}

function checkPhone({ phone, code }: PhoneDraft): Checked<RawInputOf<'member.changePhone'>, 'phone'> {
  if (code !== undefined) return { input: { phoneCode: code } }
  const number = phone.trim()
  return isPhone(number) ? { input: { phone: number } } : { faults: { phone: registrationText.phoneWrong } }
}
