import type { PosterCode } from '#contract/poster'
import { idInScene } from '#contract/scene'
import type { Answer } from '#contract/shared/refusal'
import { OpenApis, OVER_QUOTA } from '#local/wechat/openApis'
import { openTestHouse, type Person, type TestHouse } from '#support/house'
import { bytesOf, readCode } from '#support/readCode'
import { hourMs, minuteMs } from '#support/time'

let house: TestHouse
let coordinator: Person
let activityId: string
let draftId: string

beforeAll(async () => {
  house = await openTestHouse()
  coordinator = await house.person('wx_zhao', [{ role: 'coordinator' }])
  const from = house.cloud.now() + 48 * hourMs
  const activity = {
    kind: 'lecture' as const,
    title: '健康讲座',
    summary: '讲一讲冬天怎么保暖',
    place: '社区活动室',
    sessions: [{ from, to: from + hourMs, capacity: 20 }],
    signup: { opensAt: house.cloud.now(), closesAt: from - hourMs, rule: 'first_come' as const, partyMax: 2 },
  }
  activityId = (await coordinator.ask('activity.publish', activity)).activityId
  draftId = (await coordinator.ask('activity.saveDraft', activity)).activityId
})
afterAll(() => house.close())
afterEach(() => jest.restoreAllMocks())

/** Asks as somebody in a browser who has not signed in. */
const codeFor = async (of: 'activity' | 'team', id: string) =>
  (await house.cloud.api(undefined, { op: 'poster.code', input: { of, id } })) as Answer<PosterCode>
const sceneRead = ({ picture = '' }: PosterCode) =>
  /^(?<page>[^?]+)\?scene=(?<scene>.*)$/.exec(readCode(bytesOf(picture)) ?? '')?.groups

describe('the code on a poster', () => {
  it('leads somebody who is not registered to the activity, or to the team', async () => {
    const activity = await codeFor('activity', activityId)
    const team = await codeFor('team', 'repair')
    if (!activity.ok || !team.ok) throw new Error('there is no code')
    const read = sceneRead(activity.data)
    expect(read?.page).toBe('packages/activity/detail')
    expect(idInScene('activity', read?.scene)).toBe(activityId)
    const readOfTeam = sceneRead(team.data)
    expect(readOfTeam?.page).toBe('packages/team/detail')
    expect(idInScene('team', readOfTeam?.scene)).toBe('repair')
  })

  it('is made by WeChat once, however many ask for it', async () => {
    await codeFor('activity', activityId)
    const asked = jest.spyOn(OpenApis.prototype, 'answer')
    const again = await codeFor('activity', activityId)
    expect(again).toMatchObject({ ok: true, data: { picture: expect.stringMatching(/^data:image\/png/) } })
    expect(asked).not.toHaveBeenCalled()
  })

  it('is given of nothing that is not public: a draft, or what is not there', async () => {
    expect(await codeFor('activity', draftId)).toMatchObject({ ok: false, code: 'not_found' })
    expect(await codeFor('activity', 'a_none')).toMatchObject({ ok: false, code: 'not_found' })
    expect(await codeFor('team', 'no_such_team')).toMatchObject({ ok: false, code: 'not_found' })
  })

  it('leads to a team whose id is longer than a scene', async () => {
    const teamId = `team_${'x'.repeat(50)}`
    await addTeam(teamId)
    const given = await codeFor('team', teamId)
    if (!given.ok) throw new Error('there is no code')
    const short = idInScene('team', sceneRead(given.data)?.scene) ?? ''
    expect(short.length).toBeLessThanOrEqual(30)
    expect(await house.cloud.api(undefined, { op: 'team.get', input: { teamId: short } })).toMatchObject({
      data: { teamId },
    })
  })

  it('is missing with a reason where WeChat makes no more, and WeChat is left alone for ten minutes', async () => {
    await addTeam(OVER_QUOTA)
    const asked = jest.spyOn(OpenApis.prototype, 'answer')
    expect(await codeFor('team', OVER_QUOTA)).toEqual({ ok: true, data: { lacking: 'quota' } })
    expect(await codeFor('team', OVER_QUOTA)).toEqual({ ok: true, data: { lacking: 'quota' } })
    expect(asked).toHaveBeenCalledTimes(1)
    house.cloud.advance(11 * minuteMs)
    await codeFor('team', OVER_QUOTA)
    expect(asked).toHaveBeenCalledTimes(2)
  })
})

async function addTeam(teamId: string) {
  const { teams } = await house.admin.ask('community.whole', {})
  const team = { teamId, name: '夜间巡逻队', purpose: '夜里走一走', sample: false }
  await house.admin.ask('community.edit', { teams: [...teams, team] })
}
