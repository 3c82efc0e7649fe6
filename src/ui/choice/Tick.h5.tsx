import { useId } from 'react'
import type { TickProps } from './Tick'
import './Tick.scss'

/** A native checkbox with its words. A tap anywhere on it counts. */
export function Tick({ label, detail, ticked, onTick }: TickProps) {
  const id = useId()
  return (
    <label className={`tick ${ticked ? 'tick-on' : ''}`}>
      <input
        className='tick-box'
        type='checkbox'
        checked={ticked}
        aria-labelledby={`${id}label`}
        aria-describedby={detail ? `${id}detail` : undefined}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span className='tick-words'>
        <span className='tick-label' id={`${id}label`}>
          {label}
        </span>
        {detail && (
          <span className='tick-detail' id={`${id}detail`}>
            {detail}
          </span>
        )}
      </span>
    </label>
  )
}
