/** Whole minutes as they were written, at most those that were planned; undefined for anything else. */
export function settledMinutes(written: string, most: number): number | undefined {
  if (!/^\s*\d{1,4}\s*$/.test(written)) return undefined
  const minutes = Number(written)
  return minutes <= most ? minutes : undefined
}
