import { routes } from '#routes'
import { goInstead } from '#ui/go/go'

/** Leads to what was put off: it waits among my requests. */
export function afterPutOff(): void {
  goInstead(routes.myRequests)
}
