import { useRead } from '#cloud/call/useRead'
import { BrowserRows } from '#features/desk/BrowserRows'
import { deskText } from '#text/desk/desk'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

/** The browsers that are signed in as the viewer. */
export default function Browsers() {
  const [desks, refresh] = useRead('desk.list', {})
  return (
    <Screen title={titles.browsers}>
      <Box>{deskText.browsersLead}</Box>
      <StateView
        of={desks}
        onRetry={refresh}
        empty={<Empty title={deskText.browsersEmptyTitle} text={deskText.browsersEmptyText} />}
      >
        {({ items }) => <BrowserRows desks={items.slice(0, 20)} onGone={refresh} />}
      </StateView>
    </Screen>
  )
}
