import { environmentSettings, type Settings } from '#app/call/settings'
import type { Mark } from '#core/hours/marks'

/** Makes marks with the deployment's index key. */
export const markWith =
  ({ sealing }: Pick<Settings, 'sealing'>): Mark =>
  (text) =>
    sealing.derive(`mark:${text}`).toString('hex')

/** The same for effects and for the timer, which are not given the settings. */
export const environmentMark = (): Mark => markWith(environmentSettings())
