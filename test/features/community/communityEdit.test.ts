import * as v from 'valibot'
import { communityEdit, type WholeCommunity } from '#contract/community'
import { changesOf, editOf, faultPlaceOf, labelOf, partFaults } from '#features/community/edit/partDraft'
import type { PartName } from '#features/community/edit/partSpec'
import { parts, wordsOf } from '#features/community/edit/parts'
import { sampleCommunity } from '#local/sample/community'
import { communityEditText, limitText } from '#text/community/communityEdit'

const whole = { rev: 7, ...sampleCommunity } as WholeCommunity
const names = Object.keys(parts) as PartName[]
const ofPart: Partial<Record<PartName, string>> = { kinds: 'repair', fields: 'parking_shed' }

describe('A part of the community', () => {
  it.each(names)('%s comes out of its form as it went in, and the schema takes it', (name) => {
    const of = ofPart[name] ?? ''
    const entries = parts[name].entries(whole, of)
    expect(entries.length).toBeGreaterThan(0)
    const { rev, ...given } = editOf(parts[name], whole, entries, of)
    expect(rev).toBe(7)
    expect(whole).toMatchObject(given)
    expect(v.safeParse(communityEdit, given).success).toBe(true)
    expect(changesOf(parts[name], whole, entries, entries, '')).toEqual([])
    for (const entry of entries) expect(partFaults(parts[name], whole, entry, of)).toEqual({})
  })

  it.each(names)('%s says what is missing in an empty form', (name) => {
    const of = ofPart[name] ?? ''
    const wrong = partFaults(parts[name], whole, { id: 'new', values: {} }, of)
    const needed = parts[name].fields
      .filter(({ optional, when }) => !optional && !when)
      .map(({ field }) => field)
    expect(Object.keys(wrong).sort()).toEqual(needed.sort())
  })

  it('takes every limit that the schema takes, however many digits it has, and shows each once', () => {
    const fields = [...parts.limits.fields, ...parts.keeping.fields]
    const shown = fields.map(({ field }) => field)
    expect([...shown].sort()).toEqual([...Object.keys(limitText), 'registerVerifies'].sort())
    for (const spec of fields) {
      const { how, most } = spec
      const [, highest = ''] = /到 (\d+)。默认/.exec(labelOf(spec).hint ?? '') ?? []
      if (how === 'number') expect(most).toBeGreaterThanOrEqual(highest.length)
    }
    const groups = fields.map(({ under }) => under)
    // a heading stands once
    expect(groups.filter((group, index) => group !== groups[index - 1])).toHaveLength(new Set(groups).size)
  })

  it('keeps the kinds of a service whose name changes, and the service of kinds that change', () => {
    const [repair, ...others] = parts.services.entries(whole, '')
    if (!repair) throw new Error('no service')
    const renamed = { ...repair, values: { ...repair.values, title: '维修' } }
    const { services = [] } = editOf(parts.services, whole, [renamed, ...others], '')
    expect(services[0]).toMatchObject({ title: '维修', kinds: whole.services[0]?.kinds })
    const { services: after = [] } = editOf(parts.kinds, whole, [], 'repair')
    expect(after.map(({ kinds }) => kinds.length)).toEqual([0, 3, 2])
  })

  it('says in lines what a grid covers, and takes no estate or building that there is not', () => {
    const grid = (covers: string) => ({ id: 'grid1', values: { name: '第一网格', covers } })
    const saved = (covers: string) => editOf(parts.grids, whole, [grid(covers)], '').grids?.[0]?.covers
    expect(parts.grids.entries(whole, '')[0]?.values.covers).toBe('火柴新村：1栋、3栋、5栋')
    expect(saved('火柴新村: 1栋，2栋\n\n两江名品')).toEqual([
      { estateId: 'huochai', buildings: ['1栋', '2栋'] },
      { estateId: 'liangjiang' },
    ])
    expect(saved(' ')).toBeUndefined()
    for (const wrong of ['火柴新村：99栋', '白杨新村：1栋'])
      expect(Object.keys(partFaults(parts.grids, whole, grid(wrong), ''))).toEqual(['covers'])
  })

  it('keeps a kind’s least age, and whether it asks for experience', () => {
    const services = whole.services.map((each) => ({
      ...each,
      kinds: each.kinds.map((kind) => ({ ...kind, minAge: 16, experienced: true })),
    }))
    const aged = { ...whole, services }
    const [first, ...others] = parts.kinds.entries(aged, 'repair')
    if (!first) throw new Error('no kind')
    const anybody = { ...first, values: { ...first.values, experienced: 'false' } }
    const { services: after = [] } = editOf(parts.kinds, aged, [anybody, ...others], 'repair')
    expect(after[0]?.kinds.map(({ minAge, experienced }) => [minAge, experienced]).slice(0, 2)).toEqual([
      [16, undefined],
      [16, true],
    ])
  })

  it('keeps the project of a team and of a service, and the least age of a kind', () => {
    const aged = {
      ...whole,
      services: whole.services.map((service) => ({
        ...service,
        projectId: 'relief',
        kinds: service.kinds.map((kind) => ({ ...kind, minAge: 16 })),
      })),
    }
    const saved = (part: 'services' | 'kinds' | 'teams', of: string) =>
      editOf(parts[part], aged, parts[part].entries(aged, of), of)
    expect(saved('services', '').services).toEqual(aged.services)
    expect(saved('kinds', 'repair').services).toEqual(aged.services)
    expect(saved('teams', '').teams).toEqual(aged.teams)
    const [first] = parts.teams.entries(aged, '')
    const none = { id: first?.id ?? '', values: { ...first?.values, projectId: '' } }
    expect(editOf(parts.teams, aged, [none], '').teams?.[0]).not.toHaveProperty('projectId')
  })

  it('says what saving would change', () => {
    const before = parts.services.entries(whole, '')
    const after = [
      { ...before[0], values: { title: '维修', teamId: 'arts' } },
      before[1],
      { id: 'xnew', values: { title: '理发', teamId: 'women' } },
    ] as typeof before
    expect(changesOf(parts.services, whole, before, after, '').map(communityEditText.change)).toEqual([
      '上门维修的名称：上门维修 → 维修',
      '上门维修的哪个服务队做：维修服务队 → 文艺节庆队',
      '加上：理发',
      '去掉：敬老陪伴',
    ])
  })

  it('does not call a team a sample once somebody has written its words', () => {
    const [first, second, third, ...rest] = parts.teams.entries(whole, '')
    if (!first || !second || !third) throw new Error('no teams')
    const own = { ...third, values: { ...third.values, purpose: '我们自己的话。' } }
    const { teams = [] } = editOf(parts.teams, whole, [first, second, own, ...rest], '')
    expect(teams.map(({ sample }) => sample).slice(0, 4)).toEqual([false, false, false, true])
  })
})

it('a fault that the cloud finds is named by its entry and its field', () => {
  const entries = parts.grids.entries(whole, '')
  expect(faultPlaceOf(parts.grids, entries, 'grids.2.covers')).toBe('「第三网格」的「管哪些楼栋」')
  expect(faultPlaceOf(parts.grids, entries, 'grids.2')).toBe('「第三网格」')
  expect(faultPlaceOf(parts.grids, entries, 'services.0.teamId')).toBeUndefined()
})

describe('A template', () => {
  const [first] = parts.templates.entries(whole, '')
  const written = (values: Record<string, string>) => ({
    id: 'lantern',
    values: { ...first?.values, ...values },
  })
  const saved = (values: Record<string, string>) =>
    editOf(parts.templates, whole, [written(values)], '').templates?.[0]

  it('falls on the day that was chosen, and asks for nothing else of a day', () => {
    expect(saved({ on: 'term', term: '0' })?.falls).toEqual({ on: 'term', term: 0 })
    expect(saved({ on: 'weekday', weekday: '6', month: '13' })?.falls).toEqual({ on: 'weekday', weekday: 6 })
    expect(partFaults(parts.templates, whole, written({ on: 'weekday', weekday: '' }), '')).toHaveProperty(
      'weekday',
    )
    expect(Object.keys(partFaults(parts.templates, whole, written({ month: '13' }), ''))).toEqual(['month'])
  })

  it('takes its posts as people write them, and says so where one has no number', () => {
    expect(saved({ shifts: '煮汤圆 4人、布置场地3' })?.shifts).toEqual([
      { name: '煮汤圆', capacity: 4 },
      { name: '布置场地', capacity: 3 },
    ])
    expect(Object.keys(partFaults(parts.templates, whole, written({ shifts: '煮汤圆' }), ''))).toEqual([
      'shifts',
    ])
  })
})

describe('A pace', () => {
  it('is written alone, so that the others follow the defaults of a later release', () => {
    const [entry] = parts.paces.entries(whole, '')
    const values = { ...entry?.values, 'search.perDay': '900' }
    expect(editOf(parts.paces, whole, [{ id: 'paces', values }], '').paces).toEqual({
      search: { perMinute: 60, perDay: 900 },
    })
    const wrong = { id: 'paces', values: { ...values, 'reveal.perMinute': '1' } }
    expect(Object.keys(partFaults(parts.paces, whole, wrong, ''))).toEqual(['reveal.perMinute'])
  })
})

describe('Buildings', () => {
  it('that are numbered one after the other are written as a range', () => {
    const saved = (buildings: string) =>
      editOf(parts.estates, whole, [{ id: 'one', values: { name: '一村', buildings } }], '').estates?.[0]
        ?.buildings
    expect(saved('1栋到4栋、6栋')).toEqual(['1栋', '2栋', '3栋', '4栋', '6栋'])
    expect(saved('3-1栋、9号楼至7号楼')).toEqual(['3-1栋', '9号楼至7号楼'])
  })
})

describe('A limit', () => {
  const [held] = parts.limits.entries(whole, '')
  const partOf = (field: string) =>
    parts.keeping.fields.some((spec) => spec.field === field) ? parts.keeping : parts.limits
  const withValue = (field: string, value: string) =>
    partFaults(partOf(field), whole, { id: 'limits', values: { ...held?.values, [field]: value } }, '')
  it.each(Object.entries(limitText))(
    '%s may be what its hint says, and no more or less',
    (field, { hint }) => {
      const [, least = '', most = ''] = /(\d+) 到 (\d+)。$/.exec(hint) ?? []
      expect(withValue(field, least)).toEqual({})
      expect(withValue(field, most)).toEqual({})
      for (const wrong of [String(Number(least) - 1), String(Number(most) + 1), '1.5', '很久'])
        expect(Object.keys(withValue(field, wrong))).toEqual([field])
    },
  )
})

describe('Words in one line', () => {
  it('are parted by stops and lines, a building’s also by commas; a sentence keeps its comma', () => {
    expect(wordsOf('1栋、2栋，3栋\n 4栋 ,,5栋', true)).toEqual(['1栋', '2栋', '3栋', '4栋', '5栋'])
    expect(wordsOf('带电，须先断电、需要登高；地滑')).toEqual(['带电，须先断电', '需要登高', '地滑'])
  })
})

describe('The requests’ clock', () => {
  const written = (
    part: 'requestTimes' | 'workdays' | 'categories',
    values: Record<string, string>,
    at = 0,
  ) => {
    const entries = parts[part]
      .entries(whole, '')
      .map((entry, index) => (index === at ? { ...entry, values: { ...entry.values, ...values } } : entry))
    return editOf(parts[part], whole, entries, '')
  }

  it('is written in working hours and kept in minutes', () => {
    expect(written('requestTimes', { grid: '10', waitDays: '3' }).requestLimits).toMatchObject({
      holdMinutes: { grid: 600, community: 21 * 60 },
      waitDays: 3,
    })
  })

  it('may be a category’s own, tier by tier; an empty field is the common term', () => {
    expect(written('categories', { grid: '4', district: '' }).requestLimits?.holdMinutesOf).toEqual({
      parking_shed: { grid: 240 },
      safety: { grid: 420, community: 420, subdistrict: 840, district: 1260 },
    })
    const safety = whole.requestCategories.findIndex(({ category }) => category === 'safety')
    expect(
      written('categories', { grid: '', community: '', subdistrict: '', district: '' }, safety).requestLimits
        ?.holdMinutesOf,
    ).toEqual({})
  })

  it('takes working hours and days as people write them, and says which line is wrong', () => {
    expect(
      written('workdays', { hours: '8:30-12:00，13:30～17:30', workdays: '2027-02-20' }).workCalendar,
    ).toEqual({
      hours: [
        { fromMinute: 510, toMinute: 720 },
        { fromMinute: 810, toMinute: 1050 },
      ],
      daysOff: [],
      workdays: ['2027-02-20'],
    })
    const [held] = parts.workdays.entries(whole, '')
    const faults = (values: Record<string, string>) =>
      partFaults(parts.workdays, whole, { id: 'workdays', values: { ...held?.values, ...values } }, '')
    expect(Object.keys(faults({ hours: '上午' }))).toEqual(['hours'])
    expect(Object.keys(faults({ hours: '18:00-09:00' }))).toEqual(['hours'])
    expect(Object.keys(faults({ daysOff: '春节' }))).toEqual(['daysOff'])
  })
})
