import { routes } from '#routes'
import { addressInFront } from './addressInFront'

/** The sign-in page of a browser, which leads back to the page in front. */
export const signInFrom = (): string => `${routes.enter}?back=${encodeURIComponent(addressInFront())}`
