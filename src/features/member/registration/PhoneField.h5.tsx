import { registrationText } from '#text/member/registration'
import { TextField } from '#ui/field/TextField'
import type { PhoneFieldProps } from './PhoneField'

/** A field for the telephone number. In a browser it can only be typed. */
export function PhoneField({ initial, error, onPhone }: PhoneFieldProps) {
  return (
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
  )
}
