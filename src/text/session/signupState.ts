import type { MySignup } from '#contract/session'

/** The state of the reader's sign-up, as its stamp says it. */
export const signupStateText: Record<MySignup['state'], string> = {
  confirmed: '报上了',
  waitlisted: '候补中',
  offered: '有名额了',
  in_draw: '等抽签',
  withdrawn: '不去了',
  lapsed: '已过期',
  cancelled: '已取消',
}

/** Whether a party that had a place came, as the stamp says it. */
export const cameText = { present: '来过了', missed: '没签到' } as const
