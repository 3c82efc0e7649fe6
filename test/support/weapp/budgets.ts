/**
 * The limits for one phone. A page's opening is everything it sends from its first line until it is still:
 * its first picture and its data. A list that loads a page, or a form that shows its second half, draws new
 * content and has the same limit. Everything else is a step: what an open page sends after one touch.
 */
export const budgets = {
  openingBytes: 16 * 1024,
  stepBytes: 2 * 1024,
  stepCalls: 3,
  elements: 250,
  depth: 15,
} as const

/** Openings that need more, each with its own ceiling just above what it sends, and the reason. */
export const largerOpenings: Record<string, { bytes: number; why: string }> = {
  'packages/hours/statement': {
    bytes: 27_900,
    why: 'every month as a picture and in words, and a page of lines',
  },
  'packages/admin/part': { bytes: 25_300, why: 'the form of the largest part' },
  'packages/hours/team': {
    bytes: 20_400,
    why: 'the honours that wait and what came of them, beside the members',
  },
  'packages/team/dispatch': { bytes: 18_700, why: 'twenty volunteers, each with the reasons' },
  'packages/office/rates': { bytes: 17_500, why: 'the rates of every tier and every category' },
}

export const openingCeiling = (route: string): number => largerOpenings[route]?.bytes ?? budgets.openingBytes
