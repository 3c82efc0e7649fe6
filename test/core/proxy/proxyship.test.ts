import fc from 'fast-check'
import { repeatOf } from '#core/change/aggregate'
import { decideAppoint, decideDismiss, newProxyship, type Proxyship } from '#core/proxy/proxyship'
import { commandAt, no, yes } from '#support/commands'
import { aProxyship } from '#support/people'
import { mondayNine } from '#support/time'

const command = commandAt(mondayNine, 'tap')

describe('a proxy', () => {
  it('acts from the appointment to the dismissal, and is told of both', () => {
    const appointed = yes(decideAppoint(aProxyship(), command))
    expect(appointed).toMatchObject({ active: true, since: mondayNine })
    expect(appointed.pending).toMatchObject([{ to: 'm_daughter', kind: 'proxy_appointed', who: '王奶奶' }])
    const dismissed = yes(decideDismiss({ ...appointed, pending: [] }, commandAt(mondayNine + 1, 'tap2')))
    expect(dismissed).toMatchObject({ active: false })
    expect(dismissed.pending).toMatchObject([{ to: 'm_daughter', kind: 'proxy_dismissed' }])
  })
  it('is never oneself', () => {
    const wang = { _id: 'm_wang', name: '王奶奶', communityId: 'tubengkan' }
    expect(no(decideAppoint(newProxyship(wang, wang), command))).toBe('proxy_self')
  })
  it('acts or not as the latest new command says, whatever is repeatOf late', () => {
    const words = fc.array(
      fc.record({ appoint: fc.boolean(), key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(words, (sequence) => {
        let state: Proxyship = aProxyship()
        let says = false
        const said = new Set<string>()
        for (const [index, { appoint, key }] of sequence.entries()) {
          const word = commandAt(mondayNine + index, `${appoint}${key}`)
          if (repeatOf(state, word)) continue
          // A repeat of a command that changed nothing is known by the store, not by this rule.
          if (said.has(word.key)) continue
          said.add(word.key)
          state = yes((appoint ? decideAppoint : decideDismiss)(state, word))
          says = appoint
          expect(state.active).toBe(says)
        }
      }),
    )
  })
})
