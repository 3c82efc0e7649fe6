import type { Role } from '#contract/member'
import type { InputOf, Operation, ReplyOf } from '#contract/operations'
import type { PaceName } from '#contract/shared/pace'
import type { Answer } from '#contract/shared/refusal'
import { type Context, isRegistered, type MemberContext, no } from './context'

/** A role below the administrator's. */
type Office = Exclude<Role, 'admin'>
/** Members who are verified and have at least one of these roles. */
type Offices = readonly [Office, ...Office[]]
/** The same, or an administrator; the configured first one may not have registered. */
type AdminOr = readonly ['admin', ...Office[]]

/**
 * Who may call an operation. `known`: WeChat or a desk says who it is, registered or not. `member`: they have
 * registered, and may be pending. Roles: they are verified and have one of them. The use case decides for
 * which documents a role holds.
 */
export type Who = 'anyone' | 'known' | 'member' | Offices | AdminOr

/**
 * States in which a person may call an operation that asks for a role, although they may begin nothing else.
 * `closing`: they have asked to close their account. `moving`: their new home or name is being checked.
 */
export type While = 'closing' | 'moving'

type Run<Asker extends Context, Given, Data> = (context: Asker, input: Given) => Promise<Answer<Data>>

/** What an operation is, apart from who may call it. */
export interface Ways {
  /**
   * Whether the operation changes anything. A read is not remembered, is slowed down less, and nobody is told
   * of it.
   */
  kind: 'read' | 'write'
  /** How often one person may call it; without it the pace of its kind holds. */
  pace?: PaceName
  /**
   * It may be done for somebody else, who is then told of it. `quiet`: another operation tells them.
   * `at_counter`: only by staff of the grid, and only for a paper member, who has no account to do it with.
   */
  onBehalf?: true | 'quiet' | 'at_counter'
  while?: readonly [While, ...While[]]
  /** It may be called before the community has been written, and while it is being set up. */
  beforeAll?: true
  /** A write whose commandId is not recorded in `intents`: its own write keeps it, or nothing does. */
  remembered?: 'by_its_write' | 'never'
}

/** Whether what is sent only takes back or ends what was given before; see `Command.takesBack`. */
type TakesBack<Given> = true | ((input: Given) => boolean)

interface ForAnyone<Given, Data> {
  who: 'anyone'
  /**
   * Whether everybody gets the same answer to this input. Then who calls from WeChat is not looked up, which is
   * a call less: the use case sees an openid without a member, and the pace counts by it.
   */
  alike?: (input: Given) => boolean
  takesBack?: TakesBack<Given>
  run: Run<Context, Given, Data>
}
interface ForAnybody<Given, Data> {
  who: 'known' | AdminOr
  takesBack?: TakesBack<Given>
  run: Run<Context, Given, Data>
}
interface ForMembers<Given, Data> {
  who: 'member' | Offices
  takesBack?: TakesBack<Given>
  run: Run<MemberContext, Given, Data>
}
type Asked<Given, Data> = ForAnyone<Given, Data> | ForAnybody<Given, Data> | ForMembers<Given, Data>

export type OperationRow<Op extends Operation = Operation> = Ways & Asked<InputOf<Op>, ReplyOf<Op>>

export type Rows<Ops extends Operation> = { readonly [Op in Ops]: OperationRow<Op> }

/** Refuses a caller who has not registered. A row that lets admins in needs it where its use case needs a member. */
export const registered =
  <Given, Data>(run: Run<MemberContext, Given, Data>): Run<Context, Given, Data> =>
  async (context, input) =>
    isRegistered(context) ? run(context, input) : no('not_registered')

const isForMembers = <Given, Data>(asked: Asked<Given, Data>): asked is ForMembers<Given, Data> =>
  asked.who === 'member' || (typeof asked.who !== 'string' && asked.who[0] !== 'admin')

export const isTakenBack = <Given, Data>({ takesBack }: Asked<Given, Data>, input: Given): boolean =>
  typeof takesBack === 'function' ? takesBack(input) : takesBack === true

export const isAnsweredAlike = <Given, Data>(asked: Asked<Given, Data>, input: Given): boolean =>
  asked.who === 'anyone' && asked.alike?.(input) === true

/** Runs a row for a caller whom the policy has admitted. */
export async function runRow<Given, Data>(
  row: Asked<Given, Data>,
  context: Context,
  input: Given,
): Promise<Answer<Data>> {
  return isForMembers(row) ? registered(row.run)(context, input) : row.run(context, input)
}
