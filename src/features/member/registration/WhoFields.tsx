import { registrationText as words } from '#text/member/registration'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { PhoneField } from './PhoneField'
import type { RegistrationChoices, RegistrationFaults, RegistrationWords } from './registration'

const calendars = (['solar', 'lunar'] as const).map((value) => ({ value, title: words.calendars[value] }))

export interface WhoFieldsProps {
  /** The first text of the fields. */
  initial: RegistrationWords
  calendar: RegistrationChoices['calendar']
  faults: RegistrationFaults
  onChoose: (part: Partial<RegistrationChoices>) => void
  onWrite: (part: Partial<RegistrationWords>) => void
}

/** Asks for name, telephone number and birthday. The last two may stay empty. */
export function WhoFields({ initial, calendar, faults, onChoose, onWrite }: WhoFieldsProps) {
  return (
    <Card title={words.who}>
      <Box>{words.whoLead}</Box>
      <TextField
        label={words.name}
        initial={initial.name}
        maxLength={20}
        error={faults.name}
        onText={(name) => onWrite({ name })}
      />
      <PhoneField
        initial={initial.phone}
        taken={initial.phoneCode !== undefined}
        error={faults.phone}
        onPhone={(phone) => onWrite({ phone })}
        onPhoneCode={(phoneCode) => onWrite({ phoneCode })}
      />
      <TextField
        label={words.birthday}
        hint={words.birthdayHint}
        optional
        initial={initial.birthday}
        maxLength={12}
        error={faults.birthday}
        onText={(birthday) => onWrite({ birthday })}
      />
      <Choice
        label={words.calendar}
        options={calendars}
        chosen={calendar}
        onChoose={(chosen) => onChoose({ calendar: chosen })}
      />
    </Card>
  )
}
