/** What is read aloud of a block: its text as it is seen, a sentence for each line; ornaments are passed over. */
export function spokenWords(block: HTMLElement): string {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const lines: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    const words = node.textContent?.trim()
    if (!words || !holder || holder.closest('[aria-hidden="true"], .voice, textarea')) continue
    if (holder.offsetParent !== null) lines.push(words)
  }
  return lines.join('。').replace(/([。！？，；：])。/g, '$1')
}
