import { communityEdit } from '#contract/community'
import type { PartName } from '#features/community/edit/partSpec'
import { parts } from '#features/community/edit/parts'
import { screenOf } from '#features/community/edit/screens'
import { routes } from '#routes'

interface Schema {
  type: string
  entries?: Record<string, Schema>
  item?: Schema
  wrapped?: Schema
  options?: Schema[]
}

/** What is inside of a list, or of something that may be left out. */
function inside(schema: Schema): Schema {
  const next = schema.wrapped ?? schema.item
  return next ? inside(next) : schema
}

/** The names of everything that can be written in a part, however deep it lies. */
function namesIn(schema: Schema): string[] {
  const { entries, options = [] } = inside(schema)
  if (entries)
    return Object.entries(entries).flatMap(([name, each]) => {
      const names = namesIn(each)
      return names.length > 0 ? names : [name]
    })
  return options.flatMap((option) => (typeof option === 'object' ? namesIn(option) : []))
}

/** What nobody types: ids, and what stands on the screen under another name. */
const unseen = /Id$|^(service|category|kind|field|template|buildings|sample|gridIds|estateIds)$/
/** Written in one field with what it belongs to. */
const together: Record<string, string> = {
  'workCalendar.fromMinute': 'hours',
  'workCalendar.toMinute': 'hours',
  'templates.name': 'shifts',
  // of a category, where it is asked tier by tier
  'requestLimits.holdMinutesOf': 'grid',
}

const edited = Object.entries(communityEdit.entries as unknown as Record<string, Schema>).filter(
  ([key]) => key !== 'rev',
)
const inner: Partial<Record<PartName, PartName>> = {
  services: 'kinds',
  categories: 'fields',
  limits: 'keeping',
}

describe('What an administrator may change', () => {
  it.each(edited)('%s has a screen, and so has everything in it', (key, schema) => {
    const screen = screenOf[key as keyof typeof screenOf]
    if (screen === 'ownPage') return expect(routes).toHaveProperty(key)
    const further = inner[screen]
    const shown = [...parts[screen].fields, ...(further ? parts[further].fields : [])].flatMap(({ field }) =>
      field.split('.'),
    )
    const written = namesIn(schema).filter((name) => !unseen.test(name))
    const missing = written.filter((name) => !shown.includes(together[`${key}.${name}`] ?? name))
    expect(missing).toEqual([])
    if (written.length === 0) expect(shown).toContain(key)
  })

  it('is explained on its screen, a number with its range and with what holds until it is changed', () => {
    for (const screen of ['limits', 'keeping', 'paces', 'requestTimes'] as const)
      for (const { usual, how } of parts[screen].fields)
        expect([how, usual]).toEqual([how, expect.stringMatching(/./)])
  })
})
