import { Button as NativeButton } from '@tarojs/components'
import { forwardText } from '#text/shared/forward'
import '../button/Button.scss'

export interface ForwardButtonProps {
  /** The page, as in `routes`. */
  path: string
  /** Where the pages stand for a browser; absent: where this one was read. */
  pageAddress?: string | undefined
}

/** Passes the page on. In WeChat the button opens the list of chats; what is passed on says `useForward`. */
export function ForwardButton(_props: ForwardButtonProps) {
  return (
    <NativeButton className='button button-quiet' openType='share'>
      {forwardText.action}
    </NativeButton>
  )
}
