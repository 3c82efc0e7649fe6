/**
 * The limits for one phone. A page's opening is everything it sends from its first line until it is still:
 * its first picture and its data. A list that loads a page, or a form that shows its second half, draws new
 * content and has the same limit. Everything else is a step: what an open page sends after one touch.
 */
export const budgets = {
  openingBytes: 32 * 1024,
  stepBytes: 2 * 1024,
  stepCalls: 3,
  elements: 250,
  depth: 15,
} as const
