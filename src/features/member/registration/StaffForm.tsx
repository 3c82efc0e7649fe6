import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Controller } from '#contract/shared/controller'
import { isPersonName } from '#contract/shared/text'
import { staffRegistrationText as words } from '#text/member/adoption'
import { registrationText } from '#text/member/registration'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { ConsentFields } from './ConsentFields'
import { PhoneField } from './PhoneField'
import { consentsGiven, isPhone } from './registration'

interface StaffDraft {
  name: string
  phone: string
  phoneCode?: string | undefined
  office: string
  service: boolean
}
const nobody: StaffDraft = { name: '', phone: '', office: '', service: false }

export interface StaffFormProps {
  /** Who keeps the records. */
  controller: Controller | undefined
  onRegistered: () => void
}

/** Registers somebody who works here and lives elsewhere. */
export function StaffForm({ controller, onRegistered }: StaffFormProps) {
  const form = useForm(useDraft(nobody), {
    check: ({ phoneCode, service, ...typed }) => {
      const [name, phone, office] = [typed.name.trim(), typed.phone.trim(), typed.office.trim()]
      const faults = {
        ...(!name && { name: registrationText.nameMissing }),
        ...(name && !isPersonName(name) && { name: registrationText.nameWrong }),
        ...(!phoneCode && phone && !isPhone(phone) && { phone: registrationText.phoneWrong }),
        ...(office.length < 2 && { office: words.officeMissing }),
        ...(!service && { consents: words.consentMissing }),
      }
      if (Object.keys(faults).length > 0) return { faults }
      const consents = consentsGiven(controller, ['service'])
      return { input: { name, office, ...(phoneCode ? { phoneCode } : phone && { phone }), consents } }
    },
    by: useCommand('member.register'),
    atFault: showFirstFault,
    onDone: onRegistered,
  })
  const { draft, faults, choose, write } = form
  return (
    <Box className='stack'>
      <ConsentFields
        kinds={['service']}
        chosen={draft}
        error={faults.consents}
        onChoose={({ service }) => service !== undefined && choose({ service })}
      />
      <Card>
        <Box>{words.lead}</Box>
        <TextField
          label={registrationText.name}
          maxLength={20}
          error={faults.name}
          onText={(name) => write({ name })}
        />
        <TextField
          label={words.office}
          hint={words.officeHint}
          maxLength={40}
          error={faults.office}
          onText={(office) => write({ office })}
        />
        <PhoneField
          initial=''
          taken={false}
          error={faults.phone}
          onPhone={(phone) => write({ phone })}
          onPhoneCode={(phoneCode) => write({ phoneCode })}
        />
      </Card>
      <FormFoot form={form} action={words.submit} />
    </Box>
  )
}
