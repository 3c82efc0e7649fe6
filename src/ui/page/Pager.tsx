import Taro from '@tarojs/taro'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import './Pager.scss'

export interface PagerProps {
  onNewer: (() => void) | undefined
  onOlder: (() => void) | undefined
  /** Which list this turns the pages of, where a page holds several lists. */
  of?: string | undefined
}

/** Turns the pages of a list, each from its top. It shows nothing where there is one page only. */
export function Pager({ onNewer, onOlder, of }: PagerProps) {
  if (!onNewer && !onOlder) return null
  const named = (words: string) => of && uiText.pageOf(words, of)
  return (
    <Box className='pager'>
      {onNewer && (
        <Button look='quiet' onPress={fromTop(onNewer)} label={named(uiText.newer)}>
          {uiText.newer}
        </Button>
      )}
      {onOlder && (
        <Button look='quiet' onPress={fromTop(onOlder)} label={named(uiText.older)}>
          {uiText.older}
        </Button>
      )}
    </Box>
  )
}

const fromTop = (turn: () => void) => () => {
  turn()
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
