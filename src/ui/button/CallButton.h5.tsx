import { uiText } from '#text/shared/ui'
import type { CallButtonProps } from './CallButton'
import './Button.scss'

/** A link to the number. A computer that cannot call can still show and copy it. */
export function CallButton({ phone, words }: CallButtonProps) {
  return (
    <a className='button button-quiet' href={`tel:${phone}`}>
      {uiText.call(words)}
    </a>
  )
}
