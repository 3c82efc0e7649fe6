/**
 * The limits for one phone. A page's opening is everything it sends from its first line until it is still:
 * its first picture and its data. A list that loads a page, or a form that shows its second half, draws new
 * content and has the same limit. Everything else is a step: what an open page sends after one touch.
 */
export const budgets = {
  openingBytes: 16 * 1024,
  stepBytes: 1024,
  /** How many of the steps that are measured may need more than `stepBytes`. */
  largerSteps: 20,
  stepCalls: 3,
  elements: 250,
  depth: 15,
} as const
