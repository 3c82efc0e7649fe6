import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { CategoryFilter } from '#features/request/list/CategoryFilter'
import { RequestPages } from '#features/request/list/RequestPages'
import { routes } from '#routes'
import { requestListText as words } from '#text/request/request'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

/** The board: what a worker has cleared for everybody to read. */
export default function Board() {
  const [community, retry] = useRead('community.get', {})
  const [category, setCategory] = useState<string>()
  const { title, text, action } = words.boardEmpty
  return (
    <Screen title={titles.requestBoard}>
      <StateView of={community} onRetry={retry}>
        {(shared) => (
          <Box className='stack'>
            <Box>{words.boardLead}</Box>
            <CategoryFilter reserved={['pact']} community={shared} chosen={category} onChoose={setCategory} />
            <RequestPages
              key={category}
              scope='published'
              category={category}
              community={shared}
              empty={
                <Empty
                  title={category === undefined ? title : words.noneOfCategory}
                  text={category === undefined ? text : undefined}
                >
                  <Button look='quiet' to={routes.requestFile}>
                    {action}
                  </Button>
                </Empty>
              }
            />
          </Box>
        )}
      </StateView>
    </Screen>
  )
}
