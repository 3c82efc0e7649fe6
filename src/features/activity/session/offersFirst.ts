import type { SignupCard } from '#contract/session'

const rank = ({ mine }: SignupCard) => (mine.state === 'offered' ? 0 : 1)

/** An offer that waits for a word stands before everything else; the rest keep their order. */
export const offersFirst = (signups: readonly SignupCard[]): SignupCard[] =>
  [...signups].sort((a, b) => rank(a) - rank(b))
