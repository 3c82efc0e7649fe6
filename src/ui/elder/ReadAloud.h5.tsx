import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { uiText } from '#text/shared/ui'
import { LineButton } from '#ui/button/LineButton'
import { spokenWords } from './spokenWords'

/** Whether the browser can read, as far as it says before it has been asked. */
const canSpeak = typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined'

/** Reads the page in front aloud, from its title on, with the voice of the browser; a second tap stops it. */
export function ReadAloud() {
  const [reading, setReading] = useState(false)
  const stop = useCallback(() => {
    if (canSpeak) speechSynthesis.cancel()
    setReading(false)
  }, [])
  useDidHide(stop)
  useEffect(() => stop, [stop])
  if (!canSpeak) return null

  function read() {
    const pages = [...document.querySelectorAll<HTMLElement>('main')].filter((main) => main.offsetParent)
    const front = pages[pages.length - 1]
    if (!front) return
    const utterance = new SpeechSynthesisUtterance(spokenWords(front))
    utterance.lang = 'zh-CN'
    utterance.rate = 0.9
    utterance.onend = () => setReading(false)
    utterance.onerror = () => setReading(false)
    speechSynthesis.cancel()
    speechSynthesis.speak(utterance)
    setReading(true)
  }

  return (
    <LineButton onPress={reading ? stop : read}>
      {reading ? uiText.elder.stopReading : uiText.elder.readAloud}
    </LineButton>
  )
}
