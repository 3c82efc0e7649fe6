/** Whether this platform can read a square code: in a browser what it holds is typed. */
export const canScan = false

export async function scan(): Promise<string | undefined> {
  return undefined
}
