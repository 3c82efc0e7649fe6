import { routes } from '#routes'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Box } from '#ui/show/Box'

const words = uiText.nowhere

/** What an address leads to that has no page. */
export default function Nowhere() {
  return (
    <Screen title={titles.nowhere}>
      <Box className='stack'>
        <Box>{words.why}</Box>
        <Box>{words.ways}</Box>
        <Button to={routes.home}>{uiText.goHome}</Button>
        <Button look='quiet' to={routes.activities}>
          {words.goActivities}
        </Button>
        <Button look='quiet' to={routes.me}>
          {words.goMe}
        </Button>
      </Box>
    </Screen>
  )
}
