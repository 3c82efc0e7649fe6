/**
 * What became of a notice in WeChat. `inbox`: no message is worth it; `waiting`: it is still to be decided;
 * `trying`: WeChat is being asked; `sent`: WeChat took it; `not_allowed`: the person's allowances are spent, or
 * kept for more; `refused`: the person refuses; `failed`: WeChat cannot reach them; `late`: its time was over
 * before it could be sent; `unknown`: the answer was lost, and it is not sent again.
 */
export const deliveries = [
  'inbox',
  'waiting',
  'trying',
  'sent',
  'not_allowed',
  'refused',
  'failed',
  'late',
  'unknown',
] as const
export type Delivery = (typeof deliveries)[number]

/** No message has reached the person, as far as anybody knows, and none will come. */
export const unreached: readonly Delivery[] = ['not_allowed', 'refused', 'failed', 'late', 'unknown']
