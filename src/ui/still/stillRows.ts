import type { Instant } from '#contract/shared/scalars'

/** A row that was pressed stays in its place at least this long after the last press in its list. */
export const staysMs = 3_000
/**
 * So long nothing in a list answers after it has moved. Two taps of one old hand are up to 500 ms apart, which is also
 * what a computer takes as a double click.
 */
export const deadMs = 600

/** A row as it is drawn: which one it is, and what its button would do. */
export interface DrawnRow {
  key: string
  face: string
}

/** A list as it is drawn, and when it last moved under a hand. */
export interface DrawnRows {
  rows: readonly DrawnRow[]
  /** What stands above the list and comes and goes. */
  above: string
  /** For what the person chose to see: another choice changes the rows, and no hand is surprised. */
  view: string
  movedAt: Instant
  /** When the button of a row last became another, by the row's key. */
  turnedAt: Readonly<Record<string, Instant>>
}

/** Nothing is drawn yet. What comes first has not moved. */
export const nothingDrawn: DrawnRows = { rows: [], above: '', view: '', movedAt: -Infinity, turnedAt: {} }

/** The list drawn anew. It has moved where another row stands in a place, where it is of another length, or where what stands above it is another. */
export function drawnAnew(
  before: DrawnRows,
  { rows, above, view }: Pick<DrawnRows, 'rows' | 'above' | 'view'>,
  now: Instant,
): DrawnRows {
  const first = before === nothingDrawn || before.view !== view
  const moved =
    !first &&
    (above !== before.above ||
      rows.length !== before.rows.length ||
      rows.some(({ key }, index) => before.rows[index]?.key !== key))
  const faces: Record<string, string> = {}
  for (const { key, face } of before.rows) faces[key] = face
  const turnedAt: Record<string, Instant> = {}
  for (const { key, face } of rows) {
    const turned = faces[key] !== undefined && faces[key] !== face ? now : before.turnedAt[key]
    if (turned !== undefined) turnedAt[key] = turned
  }
  return { rows, above, view, movedAt: moved ? now : before.movedAt, turnedAt }
}

/** Whether a press on that row is meant for what stands there now. */
export const answers = ({ movedAt, turnedAt }: DrawnRows, key: string, now: Instant): boolean =>
  now - movedAt >= deadMs && now - (turnedAt[key] ?? -Infinity) >= deadMs

/** Rows that stay where they are although the list would no longer show them. */
export interface Staying {
  keys: readonly string[]
  /** The last press in the list. */
  pressedAt: Instant
  /** A finger, a mouse or the keyboard is on the list. */
  handOn: boolean
}

export const noneStays: Staying = { keys: [], pressedAt: -Infinity, handOn: false }

export const afterPress = (staying: Staying, key: string, now: Instant): Staying => ({
  ...staying,
  keys: staying.keys.includes(key) ? staying.keys : [...staying.keys, key],
  pressedAt: now,
})

/** How long until the rows fold away; undefined while none stays, or a hand is on the list. */
export function foldsInMs({ keys, pressedAt, handOn }: Staying, now: Instant): number | undefined {
  if (keys.length === 0 || handOn) return undefined
  return Math.max(0, pressedAt + staysMs - now)
}
