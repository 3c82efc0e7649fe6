import { useEffect, useRef } from 'react'
import { call } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'
import { recalledRead } from '#cloud/call/useRead'
import type { Matter } from '#contract/notice'

/**
 * Marks the notices about a matter as read once its page has it: whoever has it in front of them knows what they say.
 * It asks nothing where home has said that there is none. That it failed is nobody's trouble: the notices stay.
 */
export function useMatterRead(about: Matter, opened: boolean): void {
  const done = useRef(false)
  useEffect(() => {
    if (!opened || done.current) return
    done.current = true
    if (recalledRead('home.get', {})?.unread !== 0)
      void call('inbox.read', { about }, { commandId: newCommandId() })
  })
}
