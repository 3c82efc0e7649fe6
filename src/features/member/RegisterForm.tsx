import { useRef, useState } from 'react'
import type { Community } from '#contract/community'
import { useCommand } from '../../cloud/useCommand'
import { routes } from '../../routes'
import { privacyText } from '../../text/privacy'
import { registerText } from '../../text/register'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { LineButton } from '../../ui/LineButton'
import { Place } from '../../ui/Place'
import { showFirstFault } from '../../ui/showFirstFault'
import { TextField } from '../../ui/TextField'
import { Tick } from '../../ui/Tick'
import { DwellingFields } from './DwellingFields'
import { PhoneField } from './PhoneField'
import { checkRegistration, type RegistrationDraft, type RegistrationFaults } from './registration'

const consents = ['service', 'sensitive'] as const

/** Name, phone, dwelling and the two consents, on one page. */
export function RegisterForm({
  community,
  before,
  onRegistered,
}: {
  community: Community
  /** What was said the first time, as far as it may be shown. */
  before?: { name: string; gridId: string; estateId?: string | undefined; building?: string | undefined }
  onRegistered: () => void
}) {
  const typed = useRef({
    name: before?.name ?? '',
    phone: '',
    phoneCode: undefined as string | undefined,
    unit: '',
  })
  const [chosen, setChosen] = useState<Omit<RegistrationDraft, keyof typeof typed.current>>({
    gridId: before?.gridId,
    estateId: before?.estateId,
    building: before?.building,
    service: false,
    sensitive: false,
  })
  const [faults, setFaults] = useState<RegistrationFaults>({})
  const register = useCommand('member.register')

  async function submit() {
    const checked = checkRegistration({ ...typed.current, ...chosen })
    setFaults(checked.faults)
    if (!checked.input) showFirstFault()
    if (checked.input && (await register.run(checked.input))) onRegistered()
  }

  return (
    <>
      <Card title={registerText.who}>
        <TextField
          label={registerText.name}
          initial={before?.name}
          maxLength={20}
          error={faults.name}
          onText={(name) => {
            typed.current.name = name
          }}
        />
        <PhoneField
          error={faults.phone}
          onPhone={(phone) => {
            typed.current.phone = phone
          }}
          onPhoneCode={(code) => {
            typed.current.phoneCode = code
          }}
        />
      </Card>
      <DwellingFields
        community={community}
        chosen={chosen}
        faults={faults}
        onChoose={(part) => setChosen((before) => ({ ...before, ...part }))}
        onUnit={(unit) => {
          typed.current.unit = unit
        }}
      />
      <Card title={registerText.consentTitle}>
        <Box>{registerText.consentLead}</Box>
        {consents.map((kind) => (
          <Tick
            key={kind}
            label={registerText.consents[kind].label}
            detail={registerText.consents[kind].detail}
            ticked={chosen[kind]}
            onTick={(ticked) => setChosen((before) => ({ ...before, [kind]: ticked }))}
          />
        ))}
        <LineButton to={routes.privacy}>{privacyText.entry}</LineButton>
        <Place>{faults.consents && <Banner tone='bad'>{faults.consents}</Banner>}</Place>
      </Card>
      <Place>{register.failure && <Banner tone='bad'>{register.failure.message}</Banner>}</Place>
      <Button busy={register.busy} onPress={submit}>
        {registerText.submit}
      </Button>
    </>
  )
}
