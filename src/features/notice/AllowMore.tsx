import { useRef, useState } from 'react'
import { askWechat, sendsMessages, tellAnswers } from '#cloud/wechat/messages'
import { templatesForMore } from '#cloud/wechat/toAsk'
import type { NoticeBalance } from '#contract/notice'
import { inboxText as words } from '#text/notice/inbox'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import './AllowMore.scss'

export interface AllowMoreProps {
  balances: readonly NoticeBalance[]
  onAllowed: () => Promise<void>
}

/** How many messages of WeChat the person will still get, and the way to more. Nothing where none are sent. */
export function AllowMore({ balances, onAllowed }: AllowMoreProps) {
  const [refused, setRefused] = useState(false)
  const asking = useRef(false)
  if (!sendsMessages || balances.length === 0) return null
  const left = balances.reduce((sum, { balance }) => sum + balance, 0)

  async function more() {
    if (asking.current) return
    asking.current = true
    const answers = await askWechat(templatesForMore(balances))
    await tellAnswers(answers)
    setRefused(!answers.some(({ outcome }) => outcome === 'accept'))
    await onAllowed()
    asking.current = false
  }

  return (
    <Box className='stack-tight'>
      <Box className='allow-more'>
        <Box>{words.left(left)}</Box>
        <LineButton onPress={more}>{words.more}</LineButton>
      </Box>
      <Maybe>
        {refused ? (
          <Box className='soft'>{words.moreRefused}</Box>
        ) : (
          <Box className='soft'>{words.moreNote}</Box>
        )}
      </Maybe>
    </Box>
  )
}
