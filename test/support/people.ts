import type { Grant } from '#contract/member'
import { type Guardianship, newGuardianship } from '#core/guardian/guardianship'
import type { Member } from '#core/member/member'
import { newProxyship, type Proxyship } from '#core/proxy/proxyship'
import { type Membership, newMembership } from '#core/team/membership'

export const volunteerIn = (teamId: string): Grant => ({ role: 'volunteer', scope: { teamId } })
export const leaderOf = (teamId: string): Grant => ({ role: 'team_leader', scope: { teamId } })

/** A verified resident. */
export function aMember(more: Partial<Member> = {}): Member {
  return {
    _id: 'm_li',
    communityId: 'tubengkan',
    rev: 1,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
    openid: 'wx_li',
    name: '李师傅',
    state: 'verified',
    phone: null,
    phoneKey: null,
    birth: null,
    gridId: 'grid1',
    estateId: 'huochai',
    householdId: 'h_1',
    roles: [{ role: 'resident' }],
    licences: [],
    consents: [],
    registeredAt: 0,
    ...more,
  }
}

/** 王奶奶's proxyship with her daughter, before she has given it. */
export function aProxyship(more: Partial<Proxyship> = {}): Proxyship {
  const wang = { _id: 'm_wang', name: '王奶奶', communityId: 'tubengkan' }
  return { ...newProxyship(wang, { _id: 'm_daughter', name: '小王' }), ...more }
}

/** 小雨, sixteen, before she has named a guardian. */
export function aGuardianship(more: Partial<Guardianship> = {}): Guardianship {
  return { ...newGuardianship({ _id: 'm_young', name: '小雨', communityId: 'tubengkan' }), ...more }
}

/** A membership of the repair team, before any application. */
export function aMembership(more: Partial<Membership> = {}): Membership {
  return { ...newMembership({ _id: 'm_li', name: '李师傅', communityId: 'tubengkan' }, 'repair'), ...more }
}
