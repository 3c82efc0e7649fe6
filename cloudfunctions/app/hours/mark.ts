import { environmentSettings, type Settings } from '#app/call/settings'
import type { Marker } from '#core/hours/marks'

/** Makes marks with the deployment's index key. */
export const markWith =
  ({ sealing }: Pick<Settings, 'sealing'>): Marker =>
  (text) =>
    sealing.derive(`mark:${text}`).toString('hex')

/** The same for effects and for the timer, which are not given the settings. */
export const environmentMark = (): Marker => markWith(environmentSettings())
