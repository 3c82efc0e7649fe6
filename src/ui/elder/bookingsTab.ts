import { everywhere, useEverywhere } from '#ui/page/everywhere'
import { useElder } from './elder'
import { keepFlag, keptFlag } from './keptFlag'

/** Undefined where the device does not know. */
const volunteers = everywhere(() => keptFlag('volunteer'))

/** Notes whether whoever uses the device volunteers, as the cloud has last said. */
export function noteVolunteer(next: boolean): void {
  if (volunteers.read() === next) return
  keepFlag('volunteer', next)
  volunteers.set(next)
}

/**
 * Whether the tab of the hall holds the viewer's own bookings instead: in elder mode, for whoever is known not to
 * volunteer. The hall has nothing for them.
 */
export function useBookingsTab(): boolean {
  const elder = useElder()
  const volunteering = useEverywhere(volunteers)
  return elder && volunteering === false
}
