import type { Me } from '#contract/member'
import { hasOlderConsent } from '#features/member/own/olderConsent'
import { consentVersionOf } from '#text/account/privacy'

const said = (kind: Me['consents'][number]['kind'], version: string, given = true) => ({
  kind,
  version,
  given,
  at: 0,
})
const first = consentVersionOf({ name: '滨江社区居民委员会' })
const second = consentVersionOf({ name: '滨江街道办事处', edition: 2 })

describe('Who agreed to an earlier wording, or to another body', () => {
  it('is asked again, until they agree or withdraw', () => {
    const consents = [said('service', first), said('sensitive', first)]
    expect(hasOlderConsent(consents, first)).toBe(false)
    expect(hasOlderConsent(consents, second)).toBe(true)
    const again = [...consents, said('service', second), said('sensitive', first, false)]
    expect(hasOlderConsent(again, second)).toBe(false)
  })

  it('is not asked about what nothing rests on', () => {
    expect(hasOlderConsent([said('leaderboard', first)], second)).toBe(false)
  })
})
