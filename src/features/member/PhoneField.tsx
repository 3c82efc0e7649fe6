import { Button as NativeButton } from '@tarojs/components'
import { useState } from 'react'
import { registerText } from '../../text/register'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { TextField } from '../../ui/TextField'
import '../../ui/Button.scss'

export interface PhoneFieldProps {
  error?: string | undefined
  onPhone: (phone: string) => void
  /** A code from WeChat's phone button; undefined when the person types instead. */
  onPhoneCode: (code: string | undefined) => void
}

/** The phone number: from WeChat at one tap, or typed. */
export function PhoneField({ error, onPhone, onPhoneCode }: PhoneFieldProps) {
  const [outcome, setOutcome] = useState<'taken' | 'refused'>()
  return (
    <Box className='stack-tight'>
      {outcome !== 'taken' && (
        <NativeButton
          className='button button-quiet'
          hoverClass='button-pressed'
          openType='getPhoneNumber'
          onGetPhoneNumber={(event) => {
            const code = event.detail.code || undefined
            onPhoneCode(code)
            setOutcome(code ? 'taken' : 'refused')
          }}
        >
          {registerText.phoneFromWeChat}
        </NativeButton>
      )}
      {outcome === 'taken' && <Banner tone='good'>{registerText.phoneTaken}</Banner>}
      {outcome === 'refused' && <Banner tone='plain'>{registerText.phoneRefused}</Banner>}
      {outcome !== 'taken' && (
        <TextField
          label={registerText.phone}
          hint={registerText.phoneHint}
          keyboard='phone'
          optional
          maxLength={14}
          error={error}
          onText={onPhone}
        />
      )}
    </Box>
  )
}
