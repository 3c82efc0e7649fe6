import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { Feedbacks } from '#contract/session'
import { feedbacksText as words } from '#text/session/feedback'
import { titles } from '#text/shared/titles'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

/** The feedback on a session: stars, and words without names. */
export default function FeedbacksPage() {
  const { id: sessionId = '' } = useRouter().params
  const [read, refresh] = useRead('session.feedbacks', { sessionId })
  return (
    <Screen title={titles.feedbacks}>
      <StateView of={read} onRetry={refresh}>
        {(said) =>
          said.count === 0 ? (
            <Empty title={words.none.title} text={words.none.text} />
          ) : (
            <Box className='stack'>
              <Card title={words.average(said.byStars)} edge='ochre'>
                <Box>{words.count(said.count)}</Box>
                <Box>
                  {said.byStars
                    .map((families, index) => ({ families, stars: index + 1 }))
                    .reverse()
                    .map(({ families, stars }) => (
                      <Cell key={stars} name={words.ofStars(stars)}>
                        {words.families(families)}
                      </Cell>
                    ))}
                </Box>
              </Card>
              <Comments said={said} />
            </Box>
          )
        }
      </StateView>
    </Screen>
  )
}

const commentsAtOnce = 20

function Comments({ said: { comments } }: { said: Feedbacks }) {
  const [first, setFirst] = useState(0)
  const more = first + commentsAtOnce
  return (
    <Card title={words.comments}>
      <Box className='soft'>{comments.length === 0 ? words.noComments : words.noNames}</Box>
      <Box>
        {comments.slice(first, more).map(({ at, stars, comment }) => (
          <Cell key={`${at} ${comment}`} name={words.said(stars)}>
            {comment}
          </Cell>
        ))}
      </Box>
      <Pager
        onNewer={first > 0 ? () => setFirst(first - commentsAtOnce) : undefined}
        onOlder={more < comments.length ? () => setFirst(more) : undefined}
      />
    </Card>
  )
}
