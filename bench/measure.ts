/** The middle of an odd number of runs, in milliseconds. */
export async function medianMs(runs: number, action: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < runs; count++) {
    const startedAt = performance.now()
    await action()
    times.push(performance.now() - startedAt)
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(runs / 2)] ?? 0
}
