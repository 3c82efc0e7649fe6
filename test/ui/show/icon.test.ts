import type { IconName } from '#ui/show/Icon'
import { iconDrawings } from '../../../config/drawings'

const names: Record<IconName, true> = {
  ...{ activities: true, alert: true, back: true, bell: true, care: true, check: true, chevron: true },
  ...{
    close: true,
    computer: true,
    eye: true,
    family: true,
    hall: true,
    hands: true,
    home: true,
    info: true,
  },
  ...{ key: true, knot: true, ledger: true, me: true, phone: true, repair: true, stamp: true, star: true },
  ...{ 'star-on': true, team: true, text: true },
}

it('every icon has a drawing, which the browser draws as one path', () => {
  const drawings = iconDrawings()
  expect(Object.keys(drawings).sort()).toEqual(Object.keys(names).sort())
  for (const data of Object.values(drawings)) expect(data).toMatch(/^M[\d\s.,MLHVCSAZmlhvcsaz-]+$/)
})
