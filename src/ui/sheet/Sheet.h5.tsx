import { useRef } from 'react'
import { uiText } from '#text/shared/ui'
import { Pressable } from '#ui/button/Pressable'
import { useLayer } from '#ui/go/layers'
import { Heading } from '#ui/show/Heading'
import { Icon } from '#ui/show/Icon'
import type { SheetProps } from './Sheet'
import { SheetEnter } from './SheetFoot'
import { useFocusInside } from './useFocusInside.h5'
import './Sheet.scss'

/**
 * A sheet over the page that asks one thing. Mount it to open it.
 * The focus moves into the sheet, stays there, and returns to where it was. Escape and Back close the sheet. It is not a
 * `<dialog>`, since iOS 12 has none.
 */
export function Sheet({ title, onClose, wide = false, children }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const enter = useRef<() => unknown>()
  useFocusInside(sheet, onClose)
  useLayer(onClose)
  return (
    <div className='sheet-veil'>
      <div
        ref={sheet}
        className={wide ? 'sheet sheet-wide' : 'sheet'}
        role='dialog'
        aria-modal='true'
        aria-label={title}
        tabIndex={-1}
      >
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
