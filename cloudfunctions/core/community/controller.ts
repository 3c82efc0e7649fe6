import { type Controller, controllerOf } from '#contract/shared/controller'

interface Keeping {
  name: string
  controller?: Controller | undefined
  settingUp?: true | undefined
  rev: number
}

/**
 * Who keeps the records after an edit. Another name is another body: the consents given to the one before do not
 * name it, so its edition grows. Another number, address or person is the same body.
 */
export function controllerAfter(community: Keeping, said: Controller): Controller {
  // nobody has consented to anything before the community opens
  if (community.rev === 0 || community.settingUp) return said
  const before = controllerOf(community)
  const edition = (before.edition ?? 1) + (before.name === said.name ? 0 : 1)
  return { ...said, ...(edition > 1 && { edition }) }
}
