import type { Community } from '#contract/community'

/** What the code for who has no WeChat says: a page's whole address, where the deployment has said its own. */
export const posterAddress = (
  path: string,
  { pageAddress }: Pick<Community, 'pageAddress'>,
): string | undefined => (pageAddress === undefined ? undefined : `${pageAddress}/#${path}`)
