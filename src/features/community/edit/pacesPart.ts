import { defaultPaces, type Pace, type PaceName, paceNames } from '#contract/shared/pace'
import { paceText } from '#text/community/paces'
import type { FieldSpec, PartSpec } from './partSpec'
import { numberOf } from './requestParts'

const bounds = ['perMinute', 'perDay'] as const

const fields: readonly FieldSpec[] = paceNames.flatMap((name) =>
  bounds.map((bound): FieldSpec => {
    const usual = defaultPaces[name][bound]
    return {
      field: `${name}.${bound}`,
      how: 'number',
      most: 7,
      words: paceText[bound],
      under: paceText.of[name],
      ...(bound === 'perDay' && { optional: true }),
      usual: usual === undefined ? paceText.noLimit : String(usual),
    }
  }),
)

const paceOf = (name: PaceName, paces: { [Name in PaceName]?: Pace | undefined } = {}): Pace =>
  paces[name] ?? defaultPaces[name]

/** How often one person may ask. What is not changed keeps following the defaults of a later release. */
export const pacesPart: PartSpec = {
  path: 'paces',
  single: true,
  fields,
  entries: ({ paces }) => [
    {
      id: 'paces',
      values: Object.fromEntries(
        paceNames.flatMap((name) =>
          bounds.map((bound) => [`${name}.${bound}`, String(paceOf(name, paces)[bound] ?? '')]),
        ),
      ),
    },
  ],
  input: ({ paces: before }, [entry]) => {
    const written = paceNames.flatMap((name): [PaceName, Pace][] => {
      const [minute, day] = bounds.map((bound) => entry?.values[`${name}.${bound}`]?.trim() ?? '')
      const pace = { perMinute: numberOf(minute), ...(day && { perDay: numberOf(day) }) }
      const held = paceOf(name, before)
      return pace.perMinute === held.perMinute && pace.perDay === held.perDay ? [] : [[name, pace]]
    })
    return written.length > 0 ? { paces: Object.fromEntries(written) } : {}
  },
}
