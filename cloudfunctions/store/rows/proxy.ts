import { proxyshipsJoined } from '#core/enrolment/joining'
import type { Proxyship } from '#core/proxy/proxyship'
import { goesWith } from '#store/engine/fate'
import { rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export const proxyshipsRow = row<Proxyship>()({
  indexes: {
    byMember: ['memberId', '-since'],
    byProxy: ['proxyId', '-since'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: goesWith('memberId', 'proxyId'),
  joins: rekeyed(proxyshipsJoined),
  passes: true,
})
