import type { Audience } from '#contract/activity'
import { type Attendee, notInvited } from '#core/session/audience'

const home = { gridId: 'grid1', estateId: 'huochai' }
const aged = (age: number | null): Attendee => ({ age })
const child: Attendee = { age: null, under14: true }

const cases: [words: string, audience: Audience | undefined, party: Attendee[], bar: string | undefined][] = [
  ['everybody', undefined, [aged(null)], undefined],
  ['nothing asked', {}, [aged(null)], undefined],
  ['an empty list of grids', { gridIds: [] }, [aged(30)], undefined],
  ['one’s own grid', { gridIds: ['grid1', 'grid2'] }, [aged(30)], undefined],
  ['another grid', { gridIds: ['grid2'] }, [aged(30)], 'other_grid'],
  ['one’s own estate', { estateIds: ['huochai'] }, [aged(30)], undefined],
  ['another estate', { estateIds: ['juliu'] }, [aged(30)], 'other_estate'],
  ['elders, at the age', { minAge: 60 }, [aged(60)], undefined],
  ['elders, too young', { minAge: 60 }, [aged(59)], 'too_young'],
  ['elders, one of a couple too young', { minAge: 60 }, [aged(70), aged(58)], 'too_young'],
  ['elders, age unknown', { minAge: 60 }, [aged(null)], 'age_unknown'],
  ['the young, at the age', { maxAge: 35 }, [aged(35)], undefined],
  ['the young, too old', { maxAge: 35 }, [aged(36)], 'too_old'],
  ['a child with an adult', { withChild: true }, [aged(40), aged(8)], undefined],
  ['a child by name with an adult of unknown age', { withChild: true }, [aged(null), child], undefined],
  ['no child', { withChild: true }, [aged(40)], 'needs_child'],
  ['children alone', { withChild: true }, [aged(9), child], 'needs_child'],
  ['small children with an adult', { withChild: true, maxAge: 6 }, [aged(40), aged(5)], undefined],
  ['a child too old, with an adult', { withChild: true, maxAge: 6 }, [aged(40), aged(9)], 'too_old'],
]

describe('whom an activity is for', () => {
  it.each(cases)('%s', (_, audience, party, bar) => {
    expect(notInvited(audience, home, party)).toBe(bar)
  })
})
