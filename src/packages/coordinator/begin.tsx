import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { type ActivityKind, type Template, teamActivityKinds } from '#contract/activity'
import { runsEveryActivity } from '#contract/shared/grants'
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

/** The templates for a new activity, the nearest day first; a team's leader mostly begins with nothing. */
export default function BeginPage() {
  const [read, refresh] = useRead('activity.templates', {})
  const templates = (kinds?: readonly ActivityKind[]) => (
    <StateView of={read} onRetry={refresh}>
      {({ items }) => <Templates items={items.filter(({ kind }) => kinds?.includes(kind) ?? true)} />}
    </StateView>
  )
  return (
    <Screen title={titles.coordinatorBegin}>
      <ForCoordinators>
        {(me) =>
          runsEveryActivity(me.roles) ? (
            <>
              <Box>{words.beginLead}</Box>
              {templates()}
              <Blank />
            </>
          ) : (
            <>
              <Blank />
              <Box>{words.beginLead}</Box>
              {templates(teamActivityKinds)}
            </>
          )
        }
      </ForCoordinators>
    </Screen>
  )
}

const Blank = () => (
  <ListRows>
    <ListRow title={words.blank} detail={words.blankDetail} to={coordinatorEditor('')} />
  </ListRows>
)

const Templates = ({ items }: { items: readonly Template[] }) => (
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
)
