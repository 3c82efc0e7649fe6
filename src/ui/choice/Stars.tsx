import { View } from '@tarojs/components'
import { uiText } from '#text/shared/ui'
import { aria } from '#ui/show/aria'
import { Box } from '#ui/show/Box'
import './Stars.scss'

export interface StarsProps {
  label: string
  /** 1 to 5; undefined while nothing is chosen. */
  chosen: number | undefined
  onChoose: (stars: number) => void
}

const starCounts = [1, 2, 3, 4, 5] as const

/** One to five stars in a radio group, each with its words. */
export function Stars({ label, chosen, onChoose }: StarsProps) {
  return (
    <View className='stars' {...aria({ role: 'radiogroup', label })}>
      <Box className='stars-row'>
        {starCounts.map((count) => (
          <View
            key={count}
            className={`star ${chosen && count <= chosen ? 'star-on' : ''}`}
            onClick={() => onChoose(count)}
            {...aria({
              role: 'radio',
              checked: count === chosen,
              label: `${uiText.starsSpoken(count)} ${uiText.starsOf(count)}`,
            })}
          />
        ))}
      </Box>
      <Box className='stars-words' live='polite'>
        {chosen ? uiText.starsOf(chosen) : label}
      </Box>
    </View>
  )
}
