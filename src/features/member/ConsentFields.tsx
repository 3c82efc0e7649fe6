import { routes } from '../../routes'
import { privacyText } from '../../text/privacy'
import { registerText as words } from '../../text/register'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { LineButton } from '../../ui/LineButton'
import { Place } from '../../ui/Place'
import { Tick } from '../../ui/Tick'
import type { RegistrationChoices } from './registration'

const kinds = ['service', 'sensitive'] as const

export interface ConsentFieldsProps {
  chosen: Pick<RegistrationChoices, (typeof kinds)[number]>
  error?: string | undefined
  onChoose: (part: Partial<RegistrationChoices>) => void
}

/** The two consents, asked apart, each with what it means, before anything else is asked. */
export function ConsentFields({ chosen, error, onChoose }: ConsentFieldsProps) {
  return (
    <Card title={words.consentTitle}>
      <Box>{words.consentLead}</Box>
      {kinds.map((kind) => (
        <Tick
          key={kind}
          label={words.consents[kind].label}
          detail={words.consents[kind].detail}
          ticked={chosen[kind]}
          onTick={(ticked) => onChoose({ [kind]: ticked })}
        />
      ))}
      <LineButton to={routes.privacy}>{privacyText.entry}</LineButton>
      <Place>{error && <Banner tone='bad'>{error}</Banner>}</Place>
    </Card>
  )
}
