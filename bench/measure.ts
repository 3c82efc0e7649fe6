/** The middle of an odd number of runs, in milliseconds. */
export async function medianMs(runs: number, action: () => Promise<unknown>): Promise<number> {
  return (await timesOf(runs, action)).p50
}

export interface Times {
  p50: number
  p95: number
}

/** How long so many runs took, one after the other. */
export async function timesOf(runs: number, action: () => Promise<unknown>): Promise<Times> {
  const times: number[] = []
  for (let count = 0; count < runs; count++) times.push(await timed(action))
  return shares(times)
}

/** How long each of so many runs took that began together, over some rounds. */
export async function timesTogether(
  together: number,
  rounds: number,
  action: (index: number) => Promise<unknown>,
): Promise<Times> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++)
    times.push(
      ...(await Promise.all(Array.from({ length: together }, (_, index) => timed(() => action(index))))),
    )
  return shares(times)
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await action()
  return performance.now() - startedAt
}

function shares(times: number[]): Times {
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}
