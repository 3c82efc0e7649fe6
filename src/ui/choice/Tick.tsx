import { View } from '@tarojs/components'
import { aria } from '#ui/show/aria'
import { Box } from '#ui/show/Box'
import './Tick.scss'

export interface TickProps {
  label: string
  /** What a tick means, in full sentences. */
  detail?: string | undefined
  ticked: boolean
  onTick: (ticked: boolean) => void
}

/** A checkbox with its words. A tap anywhere on it counts. The style sheet draws the box. */
export function Tick({ label, detail, ticked, onTick }: TickProps) {
  return (
    <View
      className={`tick tick-drawn ${ticked ? 'tick-on' : ''}`}
      onClick={() => onTick(!ticked)}
      {...aria({ role: 'checkbox', checked: ticked })}
    >
      <Box className='tick-words'>
        <Box className='tick-label'>{label}</Box>
        {detail && <Box className='tick-detail'>{detail}</Box>}
      </Box>
    </View>
  )
}
