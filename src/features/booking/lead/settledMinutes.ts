/** Reads whole minutes, at most as many as were planned. Undefined for other text. */
export function settledMinutes(written: string, most: number): number | undefined {
  if (!/^\s*\d{1,4}\s*$/.test(written)) return undefined
  const minutes = Number(written)
  return minutes <= most ? minutes : undefined
}
