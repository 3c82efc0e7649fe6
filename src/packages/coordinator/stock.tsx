import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { StockView } from '#contract/training'
import { HolderRows } from '#features/coordinator/stock/HolderRows'
import { StockSheet } from '#features/coordinator/stock/StockSheet'
import { coordinatorText } from '#text/activity/coordinator'
import { titles } from '#text/shared/titles'
import { stockText as words } from '#text/training/stock'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

type Asked = { stock?: StockView }

/** The materials of a course: how many there are, who has what; handed out and taken back against a name. */
export default function StockPage() {
  const { id: activityId = '' } = useRouter().params
  const [read, refresh] = useRead('training.stocks', { activityId })
  const [chosen, setChosen] = useState<string>()
  const [asked, setAsked] = useState<Asked>()
  const [news, tell] = useNews()
  const title = read.state === 'ready' || read.state === 'empty' ? read.data.title : undefined
  const add = () => setAsked({})
  return (
    <Screen title={coordinatorText.titleOf(titles.stock, title)}>
      <Box className='stack'>
        <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
        <StateView
          of={read}
          onRetry={refresh}
          empty={
            <Empty title={words.nothing.title} text={words.nothing.text}>
              <Button onPress={add}>{words.add}</Button>
            </Empty>
          }
        >
          {(stocks) => {
            const { items, trainees } = stocks
            const stock = items.find(({ stockId }) => stockId === chosen) ?? items[0]
            return (
              <>
                <Box className='soft'>{words.lead}</Box>
                <Choice
                  label={words.which}
                  options={items.map((one) => ({ value: one.stockId, title: one.title }))}
                  chosen={stock?.stockId}
                  onChoose={setChosen}
                />
                {stock && <Box className='strong'>{words.counts(stock)}</Box>}
                <Box className='pair'>
                  <Button look='quiet' onPress={() => stock && setAsked({ stock })}>
                    {words.change}
                  </Button>
                  <Button look='quiet' onPress={add}>
                    {words.add}
                  </Button>
                </Box>
                {stock && trainees.length + stock.holders.length > 0 ? (
                  <HolderRows key={stock.stockId} stocks={stocks} stock={stock} refresh={refresh} />
                ) : (
                  <Box className='soft'>{words.noTrainees}</Box>
                )}
              </>
            )
          }}
        </StateView>
        <Maybe>
          {asked && (
            <StockSheet
              activityId={activityId}
              stock={asked.stock}
              course={{ refresh, tell }}
              onDone={(stockId) => {
                setAsked(undefined)
                setChosen(stockId)
              }}
              onClose={() => setAsked(undefined)}
            />
          )}
        </Maybe>
      </Box>
    </Screen>
  )
}
