import { Pressable } from './Pressable'
import './LineButton.scss'

export interface LineButtonProps {
  onPress?: (() => void) | undefined
  to?: string | undefined
  /** `pine` marks the answer that is hoped for, where there are two. */
  look?: 'plain' | 'pine'
  /** Names the row too, where every row has a button with the same words. It must contain those words. */
  label?: string | undefined
  children: string
}

/** A small button at the end of a line; as easy to hit as any other. */
export function LineButton({ onPress, to, look = 'plain', label, children }: LineButtonProps) {
  return (
    <Pressable className={`line-button line-button-${look}`} onPress={onPress} to={to} label={label}>
      {children}
    </Pressable>
  )
}
