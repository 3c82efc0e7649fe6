/** One `setData` that crossed from the logic layer to the view. */
export interface SetDataRecord {
  /** The page's route, or `custom-wrapper`. */
  unit: string
  /** UTF-8 bytes of its JSON: what WeChat transfers and measures. */
  bytes: number
  data: Record<string, unknown>
}

/** WeChat refuses a larger call. */
const callLimitBytes = 1024 * 1024

/** Every `setData` of one mini-program, in order. */
export class SetDataLog {
  readonly records: SetDataRecord[] = []

  /** Returns the data as it arrives: copied through JSON. Throws beyond WeChat's 1 MB. */
  add(unit: string, data: Record<string, unknown>): Record<string, unknown> {
    const json = JSON.stringify(data)
    const bytes = Buffer.byteLength(json)
    if (bytes > callLimitBytes)
      throw new Error(`setData on ${unit} carries ${bytes} bytes; WeChat's limit is 1 MB.`)
    const arrived = JSON.parse(json) as Record<string, unknown>
    this.records.push({ unit, bytes, data: arrived })
    return arrived
  }
}

/** Applies setData's paths (`r.c[0].v`) to the data a component holds. */
export function applySetData(target: Record<string, unknown>, changes: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(changes)) {
    const steps = key.split(/[.[\]]+/).filter((step) => step !== '')
    const last = steps.pop() as string
    let place = target
    for (const [index, step] of steps.entries()) {
      if (typeof place[step] !== 'object' || place[step] === null) {
        place[step] = /^\d+$/.test(steps[index + 1] ?? last) ? [] : {}
      }
      place = place[step] as Record<string, unknown>
    }
    place[last] = value
  }
}
