import { isFull } from '#store/engine/faults'

/**
 * Logs one structured line. Fields are ids, codes, counts and durations; never names, phone numbers, doors or
 * people's texts.
 */
export function log(event: string, fields: Record<string, string | number | boolean | undefined> = {}): void {
  console.log(JSON.stringify({ event, ...fields }))
}

/** The loggable fields of a fault: its name, its code and where it was thrown, but not its message. */
export function faultFields(fault: unknown): Record<string, string | number | undefined> {
  const said = (field: string): unknown =>
    fault !== null && typeof fault === 'object' ? Reflect.get(fault, field) : undefined
  const [name, code, errCode, stack] = ['name', 'code', 'errCode', 'stack'].map(said)
  const frame = typeof stack === 'string' ? stack.split('\n').find((part) => /^\s+at /.test(part)) : undefined
  return {
    fault: typeof name === 'string' ? name : typeof fault,
    code: typeof errCode === 'number' ? errCode : typeof code === 'string' ? code : undefined,
    where: frame?.trim(),
  }
}

/** Whether a fault says that nothing more can be stored, which an operator must mend. */
export const lacksRoom: (fault: unknown) => boolean = isFull
