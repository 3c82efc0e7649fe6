import { useState } from 'react'
import { useRead } from '../../cloud/useRead'
import { CategoryFilter } from '../../features/request/CategoryFilter'
import { RequestPages } from '../../features/request/RequestPages'
import { routes } from '../../routes'
import { requestListText as words } from '../../text/request'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Screen } from '../../ui/Screen'
import { Empty, StateView } from '../../ui/StateView'

/** What neighbours have filed and a worker has cleared for everybody's eyes. */
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
            <CategoryFilter community={shared} chosen={category} onChoose={setCategory} />
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
