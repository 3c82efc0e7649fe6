import type { Role } from '#contract/member'
import type { InputOf, Operation, ReplyOf } from '#contract/operations'
import type { PaceName } from '#contract/shared/pace'
import type { Answer } from '#contract/shared/refusal'
import { type Context, isRegistered, type MemberContext, no } from './context'

/** A role below the administrator's. */
type Office = Exclude<Role, 'admin'>
/** Verified, with at least one of these roles. */
type Offices = readonly [Office, ...Office[]]
/** The same, or an administrator: the configured first one may not have registered. */
type AdminOr = readonly ['admin', ...Office[]]

/**
 * Who may call an operation.
 * `anyone`; `known`: WeChat or a desk says who it is, registered or not; `member`: registered, also while pending;
 * roles: verified, with at least one of them. What a role may do to which document is the use case's own question.
 */
export type Who = 'anyone' | 'known' | 'member' | Offices | AdminOr

/**
 * In which states of their account a person may call an operation that asks for a role, although they may begin nothing
 * else: `closing`, they have asked to close it; `moving`, their new home or name is being checked.
 */
export type While = 'closing' | 'moving'

type Run<Asker extends Context, Given, Data> = (context: Asker, input: Given) => Promise<Answer<Data>>

/** What an operation is, apart from who may call it. */
export interface Ways {
  /** Whether the operation changes anything. What reads is not remembered, is slowed down less, and is no news to anybody. */
  kind: 'read' | 'write'
  /** How often one person may; where nothing is said, as its kind. */
  pace?: PaceName
  /** May be done for somebody else, who is then told of it; `quiet`: it is news with what it belongs to. */
  onBehalf?: true | 'quiet'
  while?: readonly [While, ...While[]]
  /** Also where no community has been written yet. */
  beforeAll?: true
  /** Of a write whose commandId no record keeps: its own deciding write does, or nobody in particular sends it. */
  remembered?: 'by_its_write' | 'never'
}

interface ForAnybody<Given, Data> {
  who: 'anyone' | 'known' | AdminOr
  run: Run<Context, Given, Data>
}
interface ForMembers<Given, Data> {
  who: 'member' | Offices
  run: Run<MemberContext, Given, Data>
}
type Asked<Given, Data> = ForAnybody<Given, Data> | ForMembers<Given, Data>

/** One operation: what it is, who may call it, and what runs. */
export type OperationRow<Op extends Operation = Operation> = Ways & Asked<InputOf<Op>, ReplyOf<Op>>

/** The rows of one subject. */
export type Rows<Ops extends Operation> = { readonly [Op in Ops]: OperationRow<Op> }

/** For a row that lets administrators in where somebody registered is needed: the one who has not is told so. */
export const registered =
  <Given, Data>(run: Run<MemberContext, Given, Data>): Run<Context, Given, Data> =>
  async (context, input) =>
    isRegistered(context) ? run(context, input) : no('not_registered')

const isForMembers = <Given, Data>(asked: Asked<Given, Data>): asked is ForMembers<Given, Data> =>
  asked.who === 'member' || (typeof asked.who !== 'string' && asked.who[0] !== 'admin')

/** Runs a row for somebody whom the policy has let in. */
export async function runRow<Given, Data>(
  row: Asked<Given, Data>,
  context: Context,
  input: Given,
): Promise<Answer<Data>> {
  return isForMembers(row) ? registered(row.run)(context, input) : row.run(context, input)
}
