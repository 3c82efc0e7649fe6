import { type Rows, registered } from '#app/call/row'
import type { callListOperations } from '#contract/callList'
import * as callList from './callList'

/** Whoever arranges what people are told of. */
const callers = ['admin', 'coordinator', 'grid_worker', 'team_leader'] as const

export const rows: Rows<keyof typeof callListOperations> = {
  'notice.unreached': { kind: 'read', who: callers, run: callList.list },
  'notice.toldByPhone': { kind: 'write', who: callers, run: registered(callList.toldByPhone) },
}
