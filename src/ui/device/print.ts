/** Whether this platform can print what it shows. */
export const canPrint = false

export function printPage(): void {
  // WeChat cannot print. The page asks the person to open it on a computer.
}
