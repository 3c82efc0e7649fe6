import { routes } from '#routes'
import { goInstead } from '#ui/go/go'

/** Opens the page of the viewer's own requests, where the outbox stands. */
export function afterPutOff(): void {
  goInstead(routes.myRequests)
}
