import Taro, { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { routes } from '#routes'
import { forwardText } from '#text/shared/forward'
import { pictureFile } from '#ui/picture/canvasFile'
import { drawForward, forwardSize } from './drawForward'
import type { Forwarded } from './forwarded'

/**
 * Lets the page be passed on by WeChat's menu and by `ForwardButton`, as soon as it is said what; until then, and where
 * the reader sees something that is theirs alone, the menu offers nothing. Its page needs `HiddenCanvas`, and
 * `enableShareAppMessage` in its configuration.
 *
 * The picture is drawn beforehand, since WeChat wants it at once. Without one WeChat would take a picture of the page,
 * with whatever the reader's own it shows: `prepared`, a file of the page's package, stands until it is drawn.
 */
export function useForward(prepared: string, forwarded: Forwarded | undefined): void {
  const drawn = useRef<{ of: string; file: string }>()
  const held = useRef(forwarded)
  held.current = forwarded
  const drawing = forwarded && JSON.stringify(forwarded.picture)
  const moments = forwarded?.moments ?? false
  const imageUrl = () => (drawn.current?.of === drawing && drawn.current?.file) || prepared

  useEffect(() => {
    offer(drawing === undefined ? [] : moments ? ['shareAppMessage', 'shareTimeline'] : ['shareAppMessage'])
    if (drawing === undefined) return
    void pictureFile(forwardSize, (pen) => drawForward(pen, JSON.parse(drawing))).then(
      (file) => {
        drawn.current = { of: drawing, file }
      },
      // an older WeChat gives no canvas: the prepared picture is passed on
      () => {},
    )
  }, [drawing, moments])

  useShareAppMessage(() => {
    const { title, path } = held.current ?? { title: forwardText.home, path: routes.home }
    return { title, path, imageUrl: imageUrl() }
  })
  useShareTimeline(() => {
    const { title, path, moments: may } = held.current ?? { title: forwardText.home, path: '' }
    return { title, query: may ? (path.split('?')[1] ?? '') : '', imageUrl: imageUrl() }
  })
}

/** What WeChat's menu offers on this page. */
function offer(items: string[]): void {
  const changed = items.length > 0 ? Taro.showShareMenu({ showShareItems: items }) : Taro.hideShareMenu({})
  // WeChat on a computer may have no such menu
  changed.catch(() => {})
}
