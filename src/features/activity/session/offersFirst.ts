import type { SignupCard } from '#contract/session'

const rank = ({ mine }: SignupCard) => (mine.state === 'offered' ? 0 : 1)

/** Puts offers that wait for an answer first. The others keep their order. */
export const offersFirst = (signups: readonly SignupCard[]): SignupCard[] =>
  [...signups].sort((a, b) => rank(a) - rank(b))
