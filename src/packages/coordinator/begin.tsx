import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { instantOf } from '#contract/shared/wallClock'
import { ForCoordinators } from '#features/coordinator/ForCoordinators'
import { coordinatorEditor, coordinatorTemplate } from '#routes'
import { coordinatorText as words } from '#text/activity/coordinator'
import { dateInYearWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'

/** The templates for a new activity, the nearest day first. */
export default function BeginPage() {
  const [read, refresh] = useRead('activity.templates', {})
  return (
    <Screen title={titles.coordinatorBegin}>
      <ForCoordinators>
        <Box>{words.beginLead}</Box>
        <StateView of={read} onRetry={refresh}>
          {({ items }) => (
            <ListRows>
              {items.map(({ template, title, day, lunar }) => (
                <ListRow
                  key={template}
                  title={title}
                  detail={[dateInYearWords(instantOf(day, '00:00') ?? 0, cloudNow()), lunar]
                    .filter(Boolean)
                    .join(' · ')}
                  to={coordinatorTemplate(template)}
                />
              ))}
            </ListRows>
          )}
        </StateView>
        <ListRows>
          <ListRow title={words.blank} detail={words.blankDetail} to={coordinatorEditor('')} />
        </ListRows>
      </ForCoordinators>
    </Screen>
  )
}
