import './print.scss'

/** Whether this platform can print what it shows. */
export const canPrint = true

/** Opens the browser's own dialogue. Only the paper of the page is printed. */
export function printPage(): void {
  window.print()
}
