import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import type { WholeCommunity } from '#contract/community'
import { type Purpose, purposes } from '#contract/notice'
import { purposeTitles } from '#contract/shared/messageText'
import { TemplateEditor } from '#features/community/messages/TemplateEditor'
import { messageTemplateOf, routes } from '#routes'
import { messagesText as words } from '#text/community/messages'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'

/** WeChat's templates by purpose; with `of`, one of them to edit. */
export default function Messages() {
  const { of } = useRouter().params
  const [whole, refresh] = useRead('community.whole', {})
  const purpose = purposes.find((each) => each === of)
  return (
    <Screen title={titles.messages}>
      <StateView of={whole} onRetry={refresh}>
        {(community) => {
          if (purpose) return <TemplateEditor purpose={purpose} whole={community} refresh={refresh} />
          if (!of) return <Templates community={community} />
          return (
            <Empty title={words.noPurpose.title} text={words.noPurpose.text}>
              <Button to={routes.messages}>{words.noPurpose.action}</Button>
            </Empty>
          )
        }}
      </StateView>
    </Screen>
  )
}

function Templates({ community: { messages = {}, messageFaults = [] } }: { community: WholeCommunity }) {
  const detailOf = (purpose: Purpose) => {
    const one = messages[purpose]
    return one ? words.used(Object.keys(one.fields).length) : words.none
  }
  const isRefused = (purpose: Purpose) =>
    messageFaults.some(({ templateId }) => templateId === messages[purpose]?.id)
  return (
    <Box className='stack'>
      <Box>{words.lead}</Box>
      <ListRows>
        {purposes.map((purpose) => (
          <ListRow
            key={purpose}
            title={purposeTitles[purpose]}
            detail={detailOf(purpose)}
            end={isRefused(purpose) ? <SealChip tone='needs'>{words.wrong}</SealChip> : undefined}
            to={messageTemplateOf(purpose)}
          />
        ))}
      </ListRows>
    </Box>
  )
}
