import { dayMs } from '#contract/shared/time'
import type { Ask } from './driver'

const coordinator = 'sample_zhao'

/** Two firms that there are not are looking for people; one neighbour wants to go, another has begun to work. */
export async function publishVacancies(ask: Ask, now: number): Promise<void> {
  const { vacancyId: cleaning } = await ask(coordinator, 'vacancy.publish', {
    title: '家政保洁员',
    firm: '巴渝清清家政服务部',
    place: '火柴新村、两江名品附近的住户家',
    payText: '每月 3500 到 4200 元，包一餐',
    hoursText: '早 8 点到晚 6 点，每周休一天',
    words: '会做饭、会打扫就行，没做过的先跟着师傅做三天，也算工资。体检费由单位出。',
    count: 6,
    validTo: now + 40 * dayMs,
  })
  await ask(coordinator, 'vacancy.publish', {
    title: '面包店帮工',
    firm: '江边麦香烘焙店',
    place: '江边路 18 号，坐 112 路到',
    payText: '每小时 20 元，当月结清',
    hoursText: '早 6 点到 10 点，每周五天',
    count: 2,
    validTo: now + 20 * dayMs,
  })
  const go = async (openid: string): Promise<string> =>
    (await ask(openid, 'placement.interest', { vacancyId: cleaning, consent: true })).placementId
  await go('sample_wu')
  const placementId = await go('sample_miao')
  await ask(coordinator, 'placement.invite', { placementId, words: '周三上午 9 点，到店里找罗经理' })
  await ask(coordinator, 'placement.place', { placementId })
}
