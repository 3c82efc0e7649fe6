/** `npm run browser`: finds the browser of the tests, or installs it where there is apt. */
import { ensureBrowser, sayFault } from './jest.mjs'

try {
  ensureBrowser()
} catch (error) {
  sayFault(error)
}
