import { secondMs } from '#contract/shared/time'

/** How long the words stay, since a screen reader may still be reading others. */
const staysMs = 5 * secondMs

/**
 * Lets a screen reader read the words of an element, through the live region that `Screen` keeps on its page. The
 * same words may follow again later. Returns a function that takes the words away.
 */
export function say(words: HTMLElement): () => void {
  const voice = words.closest('.screen')?.querySelector('.voice')
  if (!voice) return () => {}
  voice.textContent = words.textContent
  const silence = () => {
    voice.textContent = ''
  }
  const timer = setTimeout(silence, staysMs)
  return () => {
    clearTimeout(timer)
    silence()
  }
}
