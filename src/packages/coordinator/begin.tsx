import { instantOf } from '#contract/wallClock'
import { useRead } from '../../cloud/useRead'
import { coordinatorEditor, coordinatorTemplate } from '../../routes'
import { coordinatorText as words } from '../../text/coordinator'
import { dateWords } from '../../text/time'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Row, Rows } from '../../ui/Row'
import { Screen } from '../../ui/Screen'
import { StateView } from '../../ui/StateView'

/** What an activity can begin from, the next day first. */
export default function BeginPage() {
  const [read, refresh] = useRead('activity.templates', {})
  return (
    <Screen title={titles.coordinatorBegin}>
      <Box>{words.beginLead}</Box>
      <StateView of={read} onRetry={refresh}>
        {({ items }) => (
          <Rows>
            {items.map(({ template, title, day, lunar }) => (
              <Row
                key={template}
                title={title}
                detail={[dateWords(instantOf(day, '00:00') ?? 0), lunar].filter(Boolean).join(' · ')}
                to={coordinatorTemplate(template)}
              />
            ))}
          </Rows>
        )}
      </StateView>
      <Rows>
        <Row title={words.blank} detail={words.blankDetail} to={coordinatorEditor('')} />
      </Rows>
    </Screen>
  )
}
