import type { Refusal } from '#contract/shared/refusal'
import type { Aggregate, Command, Decision } from '#core/change/aggregate'
import type { Documents } from '#store/documents'

export type Changed<State> = { state: State; refusal?: undefined } | { refusal: Refusal; state?: undefined }

/**
 * Changes one more document for an effect, as `change` does. It is given to whoever does effects, since `change` itself
 * begins them; the effects that led here are not begun again.
 */
export type Onward = <State extends Aggregate>(
  documents: Documents<State>,
  id: string,
  command: Command,
  decide: (state: State) => Decision<State> | Promise<Decision<State>>,
  start?: State,
) => Promise<Changed<State>>

/** An effect that lost every race is not done yet; throwing keeps it owed. */
export function insist({ refusal }: { refusal?: Refusal | undefined }): void {
  if (refusal?.code === 'conflict') throw new Error('too many writers at once')
}

/** The command behind an effect: no person's tap, but the event that caused it. */
export function causedBy(cause: string, now: number): Command {
  return { key: cause, fingerprint: cause, at: now, mayComeAgain: true }
}
