import './print.scss'

/** Whether this platform can print what it shows. */
export const canPrint = true

/** The browser's own dialogue; of the page only the paper is printed. */
export function printPage(): void {
  window.print()
}
