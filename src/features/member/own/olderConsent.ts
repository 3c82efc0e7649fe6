import { lastSaidOf } from '#contract/consent'
import type { Me } from '#contract/member'

/** Whether a consent that everything rests on was given to an earlier wording, or to another body. */
export function hasOlderConsent(consents: Me['consents'], version: string): boolean {
  return (['service', 'sensitive'] as const).some((kind) => {
    const latest = lastSaidOf(consents, kind)
    return latest?.given === true && latest.version !== version
  })
}
