import { routes } from '#routes'
import { privacyText } from '#text/account/privacy'
import { registrationText as words } from '#text/member/registration'
import { LineButton } from '#ui/button/LineButton'
import { Tick } from '#ui/choice/Tick'
import { Failure } from '#ui/form/Failure'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import type { RegistrationChoices } from './registration'

const both = ['service', 'sensitive'] as const
type Asked = (typeof both)[number]

export interface ConsentFieldsProps {
  /** What is asked; whoever gives no door is not asked to let it be kept. */
  kinds?: readonly Asked[]
  chosen: Partial<Pick<RegistrationChoices, Asked>>
  error?: string | undefined
  onChoose: (part: Partial<RegistrationChoices>) => void
}

/** Asks the consents one by one and says what each means. */
export function ConsentFields({ kinds = both, chosen, error, onChoose }: ConsentFieldsProps) {
  return (
    <Card title={words.consentTitle}>
      <Box>{words.consentLead}</Box>
      {kinds.map((kind) => (
        <Tick
          key={kind}
          label={words.consents[kind].label}
          detail={words.consents[kind].detail}
          ticked={chosen[kind] ?? false}
          onTick={(ticked) => onChoose({ [kind]: ticked })}
        />
      ))}
      <LineButton to={routes.privacy}>{privacyText.entry}</LineButton>
      <Failure>{error}</Failure>
    </Card>
  )
}
