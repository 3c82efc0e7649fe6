import type { PlacementState } from '#contract/vacancy'

/** Where somebody is on the way from interest to work. */
export const placementStateText: Record<PlacementState, string> = {
  interested: '想去',
  invited: '请去面谈',
  placed: '上岗了',
  declined: '没有谈成',
  left: '不在做了',
  withdrawn: '不去了',
}
