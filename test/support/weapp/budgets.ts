/**
 * What one phone has to bear. A page's opening is everything it sends from its first line to stillness: its first
 * picture and the data that fill it. A list that turns a page, or a form that gets its second half, draws new content
 * and is held to the same ceiling. Everything else is a step: what a page already in view sends after one touch.
 */
export const budgets = {
  openingBytes: 32 * 1024,
  stepBytes: 2 * 1024,
  stepCalls: 3,
  elements: 250,
  depth: 15,
} as const
