let calls = 0

/** Counts one call to the database; a repeat after a lost answer is another. */
export function noteCall(): void {
  calls += 1
}

/** So many calls this instance has made; the difference of two readings is what came between them. */
export const callsMade = (): number => calls
