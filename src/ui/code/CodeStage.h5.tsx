import { useEffect, useRef } from 'react'
import { Button } from '#ui/button/Button'
import { useLayer } from '#ui/go/layers'
import { useFocusInside } from '#ui/sheet/useFocusInside.h5'
import type { CodeStageProps } from './CodeStage'
import './CodeStage.scss'

/**
 * Holds a code in its place on the page, or as large as the window permits: over the whole screen where the browser
 * allows that. Escape and Back lead back.
 */
export function CodeStage({ full, title, line, leave, onLeave, children }: CodeStageProps) {
  const stage = useRef<HTMLDivElement>(null)
  const left = useRef(onLeave)
  left.current = onLeave
  useFocusInside(stage, onLeave, full)
  useLayer(onLeave, full)
  useEffect(() => {
    const element = stage.current
    // Safari on a phone has no such thing; the window is then all there is.
    if (!full || !element?.requestFullscreen) return
    const changed = () => {
      if (!document.fullscreenElement) left.current()
    }
    element.requestFullscreen().then(
      () => document.addEventListener('fullscreenchange', changed),
      () => {},
    )
    return () => {
      document.removeEventListener('fullscreenchange', changed)
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
    }
  }, [full])

  return (
    <div
      ref={stage}
      className={`code-stage ${full ? 'code-full' : ''}`}
      {...(full && { role: 'dialog', 'aria-modal': 'true', 'aria-label': title, tabIndex: -1 })}
    >
      {children}
      {full && (
        <div className='code-full-head'>
          <div className='code-full-title'>{title}</div>
          <div>{line}</div>
          <Button look='quiet' onPress={onLeave}>
            {leave}
          </Button>
        </div>
      )}
    </div>
  )
}
