import { nameSpelling } from '#contract/shared/nameSpelling'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import { type Consent, type Member, withNameKey } from '#core/member/member'

/** Whether a worker has enrolled the member on paper and no WeChat account has adopted them since. */
export const isPaperMember = ({
  openid,
  paper,
  state,
}: Pick<Member, 'openid' | 'paper' | 'state'>): boolean =>
  openid === undefined && paper !== undefined && state !== 'closed'

/** The version of the wording that stands on the community's consent paper. */
export const paperVersion = 'paper'

/** What the paper says yes to. */
export const paperConsents = (sensitive: boolean, at: number): Consent[] =>
  [...(['service'] as const), ...(sensitive ? (['sensitive'] as const) : [])].map((kind) => ({
    kind,
    version: paperVersion,
    given: true,
    at,
  }))

type Living = Pick<Member, 'name' | 'householdId' | 'state'>

/** Whether a member still lives behind that door under that name. Who has moved away or left is somebody else. */
export const isTheSame = (member: Living, stated: Pick<Member, 'name' | 'householdId'>): boolean =>
  member.state !== 'closed' &&
  member.householdId === stated.householdId &&
  nameSpelling(member.name) === nameSpelling(stated.name)

/**
 * A worker's word enrols a person who has agreed on paper: they are verified. Enrolling whoever is enrolled
 * changes nothing.
 */
export function decideEnrol(member: Member, command: Command): Decision<Member> {
  if (member.events.some(({ event }) => event === 'enrolled')) return { next: member }
  return {
    next: withNameKey({
      ...withEvent(member, command, 'enrolled', member.paper?.note),
      state: 'verified',
      roles: [{ role: 'resident' }],
      registeredAt: command.at,
    }),
  }
}
