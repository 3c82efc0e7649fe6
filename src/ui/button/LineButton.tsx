import { Pressable } from './Pressable'
import './LineButton.scss'

export interface LineButtonProps {
  onPress?: (() => void) | undefined
  to?: string | undefined
  /** `pine`: the welcome one of two answers. */
  look?: 'plain' | 'pine'
  /** Says of which row, where the words alone are the same on each; it must contain the words. */
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
