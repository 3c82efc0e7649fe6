/** Whether this platform can read a square code. In a browser the person types what the code holds. */
export const canScan = false

export async function scan(): Promise<string | undefined> {
  return undefined
}
