import { Button as NativeButton } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { privacyText } from '#text/account/privacy'
import { registrationText } from '#text/member/registration'
import { Button } from '#ui/button/Button'
import { mustAgree } from '#ui/device/privacySetting'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { AgreeSheet } from '#ui/sheet/AgreeSheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import '../../../ui/button/Button.scss'

export interface PhoneFieldProps {
  /** The first text of the field. */
  initial: string
  /** Whether WeChat has given a number already. */
  taken: boolean
  error?: string | undefined
  onPhone: (phone: string) => void
  /** Called with a code from WeChat's phone button, or with undefined when the person types instead. */
  onPhoneCode: (code: string | undefined) => void
}

/**
 * A field for the telephone number, from WeChat with one tap or typed. WeChat's button works only after the person has
 * agreed to the privacy guideline. So the sheet asks first and says why. A person who does not agree types the number.
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
      <Maybe>
        {outcome !== 'taken' && toAgree && (
          <Button look='quiet' onPress={() => setAsking(true)}>
            {registrationText.phoneFromWeChat}
          </Button>
        )}
        {outcome !== 'taken' && !toAgree && (
          <NativeButton
            className='button button-quiet'
            openType='getPhoneNumber'
            onGetPhoneNumber={(event) => {
              const code = event.detail.code || undefined
              onPhoneCode(code)
              setOutcome(code ? 'taken' : 'refused')
            }}
          >
            {registrationText.phoneFromWeChat}
          </NativeButton>
        )}
      </Maybe>
      {outcome === 'taken' && <Banner tone='good'>{registrationText.phoneTaken}</Banner>}
      {outcome === 'refused' && <Banner tone='plain'>{registrationText.phoneRefused}</Banner>}
      {outcome === 'not_agreed' && <Banner tone='plain'>{registrationText.phoneNotAgreed}</Banner>}
      {outcome !== 'taken' && (
        <TextField
          label={registrationText.phone}
          hint={registrationText.phoneHint}
          keyboard='phone'
          initial={initial}
          optional
          maxLength={24}
          error={error}
          onText={onPhone}
        />
      )}
      <Maybe>
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
      </Maybe>
    </Box>
  )
}
