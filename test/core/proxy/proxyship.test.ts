import fc from 'fast-check'
import { repeatOf } from '#core/change/aggregate'
import {
  decideAcceptProxy,
  decideAppoint,
  decideDeclineProxy,
  decideDismiss,
  decideProxyPassing,
  decideStepDown,
  newProxyship,
  type Proxyship,
  proxyStateOf,
} from '#core/proxy/proxyship'
import { commandAt, no, yes } from '#support/commands'
import { aProxyship } from '#support/people'
import { dayMs, mondayNine } from '#support/time'

const command = commandAt(mondayNine, 'tap')

const later = (word: string, afterMs = 1) => commandAt(mondayNine + afterMs, word)
const asked = (): Proxyship => ({ ...yes(decideAppoint(aProxyship(), command)), pending: [] })
const active = (): Proxyship => ({ ...yes(decideAcceptProxy(asked(), later('yes'))), pending: [] })

describe('a proxy', () => {
  it('acts from their own word to the dismissal; both are told', () => {
    const next = yes(decideAppoint(aProxyship(), command))
    expect(next).toMatchObject({ active: false, asksUntil: mondayNine + 7 * dayMs })
    expect(next.pending).toMatchObject([{ to: 'm_daughter', kind: 'proxy_appointed', who: '王奶奶' }])
    const agreed = yes(decideAcceptProxy({ ...next, pending: [] }, later('yes')))
    expect(agreed).toMatchObject({ active: true, since: mondayNine + 1, asksUntil: null, wakesAt: null })
    expect(agreed.pending).toMatchObject([{ to: 'm_wang', kind: 'proxy_accepted', who: '小王' }])
    const dismissed = yes(decideDismiss(active(), later('no', 2)))
    expect(dismissed).toMatchObject({ active: false })
    expect(dismissed.pending).toMatchObject([{ to: 'm_daughter', kind: 'proxy_dismissed' }])
  })
  it('is not told when an appointment is taken back before they have answered', () => {
    expect(yes(decideDismiss(asked(), later('no'))).pending).toEqual([])
  })
  it('may agree for a week; then it lapses, also where the timer is late', () => {
    const week = later('late', 7 * dayMs)
    expect(decideProxyPassing(asked(), later('early', 7 * dayMs - 1))).toBeUndefined()
    expect(no(decideAcceptProxy(asked(), week))).toBe('proxy_over')
    const lapsed = yes(decideProxyPassing(asked(), week))
    expect(lapsed).toMatchObject({ active: false, asksUntil: null })
    expect(lapsed.pending).toMatchObject([{ to: 'm_wang', kind: 'proxy_lapsed' }])
  })
  it.each([
    ['who has declined', asked],
    ['who has stopped of their own accord', active],
  ])('%s is not asked again for a month', (_, before) => {
    const declined = { ...yes(decideDeclineProxy(before(), later('no', 2))), pending: [] }
    expect(declined).toMatchObject({ active: false, asksUntil: null })
    expect(no(decideAppoint(declined, later('again', 30 * dayMs)))).toBe('proxy_declined')
    expect(yes(decideAppoint(declined, later('again', 30 * dayMs + 2)))).toMatchObject({ active: false })
    expect(yes(decideDeclineProxy(declined, later('no again', 3)))).toBe(declined)
  })
  it('is asked by one member three times within a day at most, and reads of it once', () => {
    let state: Proxyship = aProxyship()
    const notices = new Set<string>()
    for (let round = 0; round < 3; round++) {
      state = yes(decideAppoint(state, later(`ask${round}`, round)))
      for (const owed of state.pending) if (owed.effect === 'notice') notices.add(owed.noticeId)
      state = { ...yes(decideDismiss(state, later(`back${round}`, round))), pending: [] }
    }
    expect(notices.size).toBe(1)
    expect(no(decideAppoint(state, later('more', 10)))).toBe('proxies_spent')
    expect(yes(decideAppoint(state, later('tomorrow', dayMs + 10)))).toMatchObject({ active: false })
  })
  it('is never oneself', () => {
    const wang = { _id: 'm_wang', name: '王奶奶', communityId: 'tubengkan' }
    expect(no(decideAppoint(newProxyship(wang, wang), command))).toBe('proxy_self')
  })
  it('acts only after their own word on the last appointment, whatever happens in whatever order', () => {
    const rules = {
      appoint: decideAppoint,
      accept: decideAcceptProxy,
      decline: decideDeclineProxy,
      dismiss: decideDismiss,
      stepDown: decideStepDown,
    }
    const words = fc.array(
      fc.record({
        word: fc.constantFrom(...(Object.keys(rules) as (keyof typeof rules)[])),
        afterMs: fc.constantFrom(1, dayMs, 8 * dayMs),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(words, (sequence) => {
        let state: Proxyship = aProxyship()
        let now = mondayNine
        for (const [index, { word, afterMs }] of sequence.entries()) {
          now += afterMs
          const before = proxyStateOf(state, now)
          const tap = commandAt(now, `${index}`)
          expect(repeatOf(state, tap)).toBeUndefined()
          const { next } = rules[word](state, tap)
          if (next) state = { ...next, pending: [] }
          const after = proxyStateOf(state, now)
          if (after === 'active')
            expect([before, word]).toEqual([expect.stringMatching(/asked|active/), word])
          if (after === 'active' && before === 'asked') expect(word).toBe('accept')
          if (word === 'dismiss' || word === 'decline' || word === 'stepDown') expect(after).toBe('ended')
        }
      }),
    )
  })
})
