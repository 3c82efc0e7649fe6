import type { PosterWords } from './posterLayout'

/** What a poster says, in its order, for somebody who cannot see it. */
export const spokenOf = ({ issuer, kind, title, what, facts, call, phone, foot }: PosterWords): string[] => [
  `${issuer} · ${kind}`,
  title,
  ...(what === '' ? [] : [what]),
  ...facts.map(({ name, ways: [first = []] }) => `${name}：${first.join('，')}`),
  `${call}：${phone}`,
  foot,
]
