/** How long the words stay for a screen reader that is still busy with others. */
const staysMs = 5_000

/**
 * Has the words of an element read aloud, through the live region that `Screen` keeps on its page. The same words
 * may follow later again. Returns what takes them away.
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
