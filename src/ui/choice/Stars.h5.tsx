import { useId } from 'react'
import { uiText } from '#text/shared/ui'
import type { StarsProps } from './Stars'
import './Stars.scss'

const starCounts = [1, 2, 3, 4, 5] as const

/** One to five stars, each with its words. They are native radios. */
export function Stars({ label, chosen, onChoose }: StarsProps) {
  const name = useId()
  return (
    <fieldset className='stars'>
      <legend className='only-heard'>{label}</legend>
      <div className='stars-row'>
        {starCounts.map((count) => (
          <input
            key={count}
            className={`star ${chosen && count <= chosen ? 'star-on' : ''}`}
            type='radio'
            name={name}
            checked={count === chosen}
            aria-label={`${uiText.starsSpoken(count)} ${uiText.starsOf(count)}`}
            onChange={() => onChoose(count)}
          />
        ))}
      </div>
      <div className='stars-words' aria-hidden='true'>
        {chosen ? uiText.starsOf(chosen) : label}
      </div>
    </fieldset>
  )
}
