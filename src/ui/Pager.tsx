import Taro from '@tarojs/taro'
import { uiText } from '../text/ui'
import { Box } from './Box'
import { Button } from './Button'
import './Pager.scss'

export interface PagerProps {
  onNewer: (() => void) | undefined
  onOlder: (() => void) | undefined
}

/** Leafs through a list, each page from its top; shows nothing where there is one page only. */
export function Pager({ onNewer, onOlder }: PagerProps) {
  if (!onNewer && !onOlder) return null
  return (
    <Box className='pager'>
      {onNewer && (
        <Button look='quiet' onPress={fromTop(onNewer)}>
          {uiText.newer}
        </Button>
      )}
      {onOlder && (
        <Button look='quiet' onPress={fromTop(onOlder)}>
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
