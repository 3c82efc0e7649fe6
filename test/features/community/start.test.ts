import * as v from 'valibot'
import { communityEdit, type WholeCommunity } from '#contract/community'
import { readyServices, readyTeams } from '#contract/setUp/readySet'
import { firstUnfinished, type SetUpStep } from '#contract/setUp/steps'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { afterEdit } from '#features/community/edit/partDraft'
import {
  afterStep,
  checkStep,
  newDraft,
  offersOf,
  revOf,
  type StartDraft,
  type StartPart,
  ticked,
  withEntry,
} from '#features/community/start/startDraft'
import { startText } from '#text/community/start'

const nothing: WholeCommunity = {
  rev: 0,
  name: '',
  phone: '',
  estates: [],
  grids: [],
  groups: [],
  services: [],
  requestCategories: [],
  projects: [],
  teams: [],
  limits: defaultLimits,
}

/** What the person writes in each step; the offers are taken as they stand ready. */
const written: Record<SetUpStep, [StartPart, string, Record<string, string>][]> = {
  about: [['about', 'about', { name: '长江社区', phone: '023-1' }]],
  homes: [['estates', 'one', { name: '一村', buildings: '1栋到3栋' }]],
  grids: [
    ['grids', 'g1', { name: '第一网格', covers: '一村：1栋、2栋' }],
    ['groups', 'n1', { name: '居民一组' }],
  ],
  offers: [],
  privacy: [],
}
const draftOf = (step: SetUpStep, whole: WholeCommunity, begun = newDraft(whole)): StartDraft =>
  written[step].reduce((draft, [part, id, values]) => withEntry(draft, whole, part, { id, values }), begun)

/** The community after a step; throws where it may not be left. */
function after(step: SetUpStep, whole: WholeCommunity): WholeCommunity {
  const { input } = checkStep(step, whole, draftOf(step, whole))
  if (!input) throw new Error(`${step} cannot be left`)
  expect(v.is(communityEdit, input)).toBe(true)
  return afterEdit(whole, input, whole.rev + 1)
}
const upTo = (...steps: SetUpStep[]) => steps.reduce((whole, step) => after(step, whole), nothing)

describe('Setting a community up', () => {
  it('is done after five steps, each of which leads to the next', () => {
    const open = upTo('about', 'homes', 'grids', 'offers', 'privacy')
    expect(firstUnfinished(open)).toBeUndefined()
    expect(open).toMatchObject({
      estates: [{ buildings: ['1栋', '2栋', '3栋'] }],
      grids: [{ covers: [{ estateId: 'one', buildings: ['1栋', '2栋'] }] }],
      controller: { name: '长江社区居民委员会' },
      womensTeamId: 'women',
    })
    expect(open.teams).toEqual(readyTeams)
    expect(open.services).toEqual(readyServices)
  })

  it('says what a step still needs, at the field or in a sentence', () => {
    expect(checkStep('about', nothing, newDraft(nothing)).faults).toHaveProperty('name')
    expect(checkStep('homes', nothing, newDraft(nothing)).whole).toBe(startText.missing.homes)
    expect(checkStep('grids', nothing, newDraft(nothing)).whole).toBe(startText.missing.grids)
  })

  it('takes of the ready set what was ticked: a service goes with its team, and a project with what belongs to it', () => {
    const whole = upTo('about', 'homes', 'grids')
    let draft = newDraft(whole)
    for (const { entry } of offersOf('teams', whole, draft))
      if (entry.id !== 'repair') draft = ticked(draft, whole, { part: 'teams', id: entry.id }, false)
    draft = ticked(draft, whole, { part: 'projects', id: 'relief' }, false)
    draft = withEntry(draft, whole, 'teams', {
      id: 'repair',
      values: { name: '巧手队', purpose: '上门修东西。', projectId: 'relief' },
    })
    expect(offersOf('services', whole, draft).map(({ taken, lacksTeam }) => [taken, lacksTeam])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ])
    const { input } = checkStep('offers', whole, draft)
    expect(input?.teams).toEqual([
      { teamId: 'repair', name: '巧手队', purpose: '上门修东西。', sample: false },
    ])
    expect(input?.services?.map(({ service, kinds }) => [service, kinds.length])).toEqual([['repair', 5]])
    expect(input).not.toHaveProperty('womensTeamId')
    expect(v.is(communityEdit, input)).toBe(true)
  })

  it('shows again what was taken, and what was left, to whoever comes back', () => {
    const whole = upTo('about', 'homes', 'grids')
    const draft = ticked(newDraft(whole), whole, { part: 'teams', id: 'patrol' }, false)
    const { input } = checkStep('offers', whole, draft)
    const saved = afterEdit(whole, input ?? {}, 4)
    const left = offersOf('teams', saved, afterStep(draft, 'offers', 4)).filter(({ taken }) => !taken)
    expect(left.map(({ entry }) => entry.id)).toEqual(['patrol'])
    expect(checkStep('offers', saved, newDraft(saved))).toMatchObject({ changed: false })
  })

  it('keeps what is written in one step while another is saved, and its edition follows', () => {
    const draft = draftOf('homes', nothing, draftOf('about', nothing))
    expect(afterStep(draft, 'about', 1)).toEqual({ rev: 1, entries: { estates: draft.entries.estates } })
  })

  it('is begun on the edition that was read, so that nobody else’s edit is written over', () => {
    const draft = draftOf('about', nothing)
    expect(revOf(draft, { ...nothing, rev: 7 })).toBe(0)
    expect(revOf(newDraft(nothing), { ...nothing, rev: 7 })).toBe(7)
  })
})
