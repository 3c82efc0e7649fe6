import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { PhoneField } from '#features/member/registration/PhoneField'
import { phoneText as words } from '#text/member/phone'
import { registrationText } from '#text/member/registration'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

export interface ChangePhoneSheetProps {
  onChanged: () => void
  onClose: () => void
}

/** Another telephone number, from WeChat at one tap or typed. */
export function ChangePhoneSheet({ onChanged, onClose }: ChangePhoneSheetProps) {
  const typed = useRef<{ phone: string; code?: string | undefined }>({ phone: '' })
  const [fault, setFault] = useState<string>()
  const change = useCommand('member.changePhone')

  async function submit() {
    const { phone, code } = typed.current
    const number = phone.replace(/[\s-]/g, '')
    const right = code !== undefined || /^(\+?86)?1[3-9]\d{9}$/.test(number)
    setFault(right ? undefined : registrationText.phoneWrong)
    if (right && (await change.run(code === undefined ? { phone: number } : { phoneCode: code }))) onChanged()
  }
  return (
    <Sheet title={words.changeTitle} onClose={onClose}>
      <Box>{words.changeText}</Box>
      <PhoneField
        initial=''
        taken={false}
        error={fault}
        onPhone={(phone) => {
          typed.current.phone = phone
        }}
        onPhoneCode={(code) => {
          typed.current.code = code
        }}
      />
      <Maybe>{change.failure && <Banner tone='bad'>{change.failure.message}</Banner>}</Maybe>
      <Button busy={change.busy} onPress={submit}>
        {words.change}
      </Button>
    </Sheet>
  )
}
