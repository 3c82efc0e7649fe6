/** Whether this platform can print what it shows. */
export const canPrint = false

export function printPage(): void {
  // WeChat prints nothing; the page says to open it on a computer.
}
