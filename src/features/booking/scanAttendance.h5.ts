/** Whether this platform can read a square code: in a browser the six digits are typed. */
export const canScan = false

export async function scanAttendance(): Promise<string | undefined> {
  return undefined
}
