import { useRef } from 'react'
import { uiText } from '#text/shared/ui'
import { Pressable } from '#ui/button/Pressable'
import { Heading } from '#ui/show/Heading'
import { Icon } from '#ui/show/Icon'
import type { SheetProps } from './Sheet'
import { SheetEnter } from './SheetFoot'
import { useFocusInside } from './useFocusInside.h5'
import './Sheet.scss'

/**
 * A sheet over the page that asks one thing. Mount it to open it.
 * The focus moves into the sheet, stays there, and returns to where it was. Escape closes the sheet. It is not a
 * `<dialog>`, since iOS 12 has none.
 */
export function Sheet({ title, onClose, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const enter = useRef<() => unknown>()
  useFocusInside(sheet, onClose)
  return (
    <div className='sheet-veil'>
      <div ref={sheet} className='sheet' role='dialog' aria-modal='true' aria-label={title} tabIndex={-1}>
        <div className='sheet-head'>
          <Heading>{title}</Heading>
          <Pressable className='sheet-close' onPress={onClose} label={uiText.close}>
            <Icon name='close' />
          </Pressable>
        </div>
        <SheetEnter.Provider value={enter}>{children}</SheetEnter.Provider>
      </div>
    </div>
  )
}
