import { Button as NativeButton } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { privacyText } from '#text/account/privacy'
import { registerText } from '#text/member/registration'
import { Button } from '#ui/button/Button'
import { mustAgree } from '#ui/device/privacySetting'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { AgreeSheet } from '#ui/sheet/AgreeSheet'
import { Box } from '#ui/show/Box'
import { Place } from '#ui/show/Place'
import '../../../ui/button/Button.scss'

export interface PhoneFieldProps {
  /** What stands in the field at first. */
  initial: string
  /** WeChat has given a number already. */
  taken: boolean
  error?: string | undefined
  onPhone: (phone: string) => void
  /** A code from WeChat's phone button; undefined when the person types instead. */
  onPhoneCode: (code: string | undefined) => void
}

/**
 * The phone number: from WeChat at one tap, or typed. WeChat's button is refused until the person has agreed to its
 * guideline, so they are asked first, with the reason; who does not agree types the number.
 */
export function PhoneField({ initial, taken, error, onPhone, onPhoneCode }: PhoneFieldProps) {
  const [outcome, setOutcome] = useState<'taken' | 'refused' | 'not_agreed' | undefined>(
    taken ? 'taken' : undefined,
  )
  const [toAgree, setToAgree] = useState(false)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    void mustAgree().then(setToAgree)
  }, [])
  return (
    <Box className='stack-tight'>
      <Place>
        {outcome !== 'taken' && toAgree && (
          <Button look='quiet' onPress={() => setAsking(true)}>
            {registerText.phoneFromWeChat}
          </Button>
        )}
        {outcome !== 'taken' && !toAgree && (
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
      </Place>
      {outcome === 'taken' && <Banner tone='good'>{registerText.phoneTaken}</Banner>}
      {outcome === 'refused' && <Banner tone='plain'>{registerText.phoneRefused}</Banner>}
      {outcome === 'not_agreed' && <Banner tone='plain'>{registerText.phoneNotAgreed}</Banner>}
      {outcome !== 'taken' && (
        <TextField
          label={registerText.phone}
          hint={registerText.phoneHint}
          keyboard='phone'
          initial={initial}
          optional
          maxLength={14}
          error={error}
          onText={onPhone}
        />
      )}
      <Place>
        {asking && (
          <AgreeSheet
            why={privacyText.askPhone}
            refuse={privacyText.refuse}
            onAnswer={(agreed) => {
              setAsking(false)
              setToAgree(!agreed)
              setOutcome(agreed ? undefined : 'not_agreed')
            }}
          />
        )}
      </Place>
    </Box>
  )
}
