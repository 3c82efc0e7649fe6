import type { IconName } from '#ui/show/Icon'

export type BannerTone = 'plain' | 'good' | 'bad'

export const bannerIcons: Record<BannerTone, IconName> = { plain: 'info', good: 'check', bad: 'alert' }
