import { ActRows } from '#features/member/proxy/ActRows'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { routes } from '#routes'
import { behalfText as words } from '#text/member/behalf'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

/** What the viewer can do for somebody who has appointed them, or for a resident of their grid. */
export default function Behalf() {
  return (
    <Screen title={titles.behalf}>
      <ForWhom>
        {(principal) =>
          principal ? (
            <Box className='stack'>
              <Box className='soft'>{words.lead(principal.name)}</Box>
              <ActRows memberId={principal.memberId} />
            </Box>
          ) : (
            <Empty title={words.nobody.title} text={words.nobody.text}>
              <Button to={routes.proxies}>{words.nobody.action}</Button>
            </Empty>
          )
        }
      </ForWhom>
    </Screen>
  )
}
