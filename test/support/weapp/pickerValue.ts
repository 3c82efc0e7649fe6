import type { Screen } from './screen'
import type { ViewNode } from './viewTemplate'

/**
 * The `detail.value` of a picker's change event: an index, an index for each column, or what was chosen.
 * Throws where the picker does not offer the choice.
 */
export function pickerValue(screen: Screen, node: ViewNode, choice: string | string[]): unknown {
  const mode = (screen.attribute(node, 'mode') as string | undefined) ?? 'selector'
  if (mode === 'date' || mode === 'time') {
    const [start, end] = ['start', 'end'].map((name) => screen.attribute(node, name) as string | undefined)
    const tooEarly = start && String(choice) < start
    if (tooEarly || (end && String(choice) > end))
      throw new Error(`${choice} is not within ${start} … ${end}.`)
    return choice
  }
  if (mode === 'region') return choice
  const key = screen.attribute(node, 'range-key') as string | undefined
  const labels = (options: unknown): string[] =>
    (options as unknown[]).map((each) => String(key ? (each as Record<string, unknown>)[key] : each))
  const indexOf = (options: unknown, label: string): number => {
    const index = labels(options).indexOf(label)
    if (index < 0) throw new Error(`The picker does not offer 「${label}」: ${labels(options).join(' / ')}`)
    return index
  }
  const range = screen.attribute(node, 'range') as unknown[]
  if (mode === 'selector') return indexOf(range, String(choice))
  return [choice].flat().map((label, column) => indexOf(range[column], label))
}
