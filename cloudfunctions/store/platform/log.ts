/**
 * One structured line per thing worth knowing in operation. Fields are ids, codes, counts and durations; names, phones,
 * doors and texts people wrote never go in.
 */
export function log(event: string, fields: Record<string, string | number | boolean | undefined> = {}): void {
  console.log(JSON.stringify({ event, ...fields }))
}

/** What a fault may say in a log: its name, its code and where it was thrown, never its message. */
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
