import type { Ask } from '#local/sample/driver'

/** Vacancies and ways to them in every state that a page shows differently. */
export interface StagedVacancies {
  /** It stands; 王奶奶 is interested and lets nobody have her number, 何叔 is invited, 苗阿姨 works there. */
  open: string
  /** It was closed; 李师傅 had been interested. */
  over: string
}

export async function stageVacancies(ask: Ask, now: number): Promise<StagedVacancies> {
  const coordinator = 'sample_zhao'
  const { items } = await ask(coordinator, 'vacancy.list', {})
  const open = items.find(({ title }) => title === '家政保洁员')?.vacancyId ?? ''
  const go = async (openid: string, vacancyId: string, consent = true) =>
    (await ask(openid, 'placement.interest', { vacancyId, consent })).placementId
  await go('sample_wang', open, false)
  const placementId = await go('sample_he', open)
  await ask(coordinator, 'placement.invite', { placementId, words: '周五下午 3 点，到店里找罗经理' })
  const { vacancyId: over } = await ask(coordinator, 'vacancy.publish', {
    ...{ title: '仓库理货员', firm: '渝快达仓储', place: '两江物流园 3 号库' },
    ...{ payText: '每月 4000 元', hoursText: '早 9 点到晚 6 点', validTo: now + 10 * 86_400_000 },
  })
  await go('sample_li', over)
  await ask(coordinator, 'vacancy.close', { vacancyId: over, reason: '已经招满了，谢谢大家。' })
  return { open, over }
}

/** Some begin to work, so that they are to be asked after a day; `limits` of the house say so. */
export async function placeSome(ask: Ask, people: readonly string[]): Promise<void> {
  const coordinator = 'sample_zhao'
  const { items } = await ask(coordinator, 'vacancy.list', {})
  const [{ vacancyId = '' } = {}] = items
  for (const openid of people) {
    const { placementId } = await ask(openid, 'placement.interest', { vacancyId, consent: true })
    await ask(coordinator, 'placement.invite', { placementId, words: '周三上午 9 点，到店里找罗经理' })
    await ask(coordinator, 'placement.place', { placementId })
  }
}

/** More vacancies than a page has, and more people who want to go to one; answers which. */
export async function crowdVacancies(ask: Ask, now: number, people: readonly string[]): Promise<string> {
  let last = ''
  for (let index = 0; index < 11; index++)
    last = (
      await ask('sample_zhao', 'vacancy.publish', {
        ...{ title: `装配线操作工（${index + 1} 组）`, firm: '重庆江北山河电子配件有限公司' },
        ...{ place: '两江物流园 3 号库，112 路、118 路公交可到', payText: '每月 4200 到 5600 元，包两餐' },
        ...{
          hoursText: '两班倒，每班 8 小时，每周休一天',
          count: 20,
          validTo: now + (50 + index) * 86_400_000,
        },
        words: '十八岁以上，能看懂图纸优先；没做过的，先跟师傅学一周，学的时候也有工资。',
      })
    ).vacancyId
  for (const openid of people) await ask(openid, 'placement.interest', { vacancyId: last, consent: true })
  return last
}
