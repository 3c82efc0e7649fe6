import type { RawInputOf } from '#contract/operations'
import { dayMs } from '#contract/shared/time'
import type { Ask } from './driver'

const coordinator = 'sample_zhao'
const officer = 'sample_sun'

type Written = Extract<RawInputOf<'publication.publish'>, { kind: string }>

/** What stands written in the sample community: one of each kind, the bulletin last. */
const written = (now: number): Written[] => [
  {
    kind: 'standard',
    title: '社区对您的五条承诺',
    body: '谁来做、做到什么样、多久之内，都写在这里。数字每个月从记录里算，不是谁报上来的。',
    promises: [
      {
        ...{ duty: '答复您反映的问题', who: '网格员和社区', standard: '每一条都有人答复' },
        ...{ limit: '10 个工作日之内', measure: 'answered_in_time' },
      },
      {
        ...{ duty: '把问题办好', who: '网格、社区、街道、区', standard: '办不了的说明原因' },
        ...{ limit: '逐级上报，不压着', measure: 'resolved' },
      },
      {
        ...{ duty: '听您说满不满意', who: '办这件事的人', standard: '不满意可以要求重办' },
        ...{ limit: '办好以后 7 天内', measure: 'satisfied' },
      },
      {
        ...{ duty: '有人接您的预约', who: '志愿服务队', standard: '没人接就由队长派' },
        ...{ limit: '上门以前', measure: 'claimed_in_time' },
      },
      {
        ...{ duty: '约好了就上门', who: '接单的志愿者', standard: '来不了提前说，社区另找人' },
        ...{ limit: '约好的时间', measure: 'booking_kept' },
      },
    ],
  },
  {
    kind: 'station',
    title: '火柴新村爱心休闲驿站',
    body: '环卫工人、快递员、路过的老人，谁都可以进来坐一坐，不用登记，不收钱。',
    place: '火柴新村 3 栋楼下，社区活动室旁边',
    hours: [
      { days: [1, 2, 3, 4, 5], fromMinute: 7 * 60, toMinute: 19 * 60 },
      { days: [6, 7], fromMinute: 9 * 60, toMinute: 17 * 60 },
    ],
    things: ['water', 'seats', 'charging', 'first_aid', 'microwave'],
  },
  {
    kind: 'station',
    title: '巨柳新村爱心休闲驿站',
    body: '走累了进来歇歇脚。夏天有凉茶，冬天有热水。',
    place: '巨柳新村北门门卫室里间',
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 8 * 60, toMinute: 20 * 60 }],
    things: ['water', 'seats', 'first_aid', 'heating'],
  },
  {
    kind: 'campaign',
    title: '路灯不亮专项治理',
    body: '今年入冬以来，好几栋楼反映路灯不亮。这次一次查清、一次修好，不再一盏一盏地等。',
    category: 'other',
    stages: ['摸底', '联系路灯所', '换灯', '夜里回看'],
  },
  {
    kind: 'guide',
    title: '办老年人优待证',
    body: '年满 60 周岁就能办，不收钱。可以先在手机上填好，我们看过了再请您来，省得白跑。',
    concerns: '60 岁以上的居民',
    steps: [
      '在手机上先填几个问题，或者直接来',
      '带齐东西到社区服务窗口',
      '窗口当场拍照、录入',
      '证办好了通知您来领',
    ],
    bring: ['户口本', '身份证', '一张一寸照片（没有的当场拍）'],
    place: '社区服务窗口 2 号',
    hoursText: '工作日 9:00–12:00、14:00–17:30',
    takesText: '10 个工作日',
    phone: '023-0000 0000',
    questions: [
      {
        ...{ field: 'q1', title: '您打算哪一天来？', kind: 'day' },
        why: '我们看看那一天人多不多，人多会请您改一天。',
      },
      {
        ...{ field: 'q2', title: '有没有一寸照片？', kind: 'choice', options: ['有', '没有，当场拍'] },
        why: '没有也能办，当场拍一张，不收钱。',
      },
      {
        ...{ field: 'q3', title: '走路方便吗？要不要上门办？', kind: 'choice' },
        ...{ options: ['方便，自己来', '不方便，请上门'], why: '走不动的，工作人员可以上门。' },
      },
      {
        ...{ field: 'q4', title: '还有什么要说的', kind: 'text', optional: true },
        why: '比如家里几点有人。不要写身份证号。',
      },
    ],
    stages: ['收到了', '看过材料', '正在制证', '可以来领'],
  },
  {
    kind: 'bulletin',
    title: '周四检修，火柴新村停水半天',
    body: '自来水公司换水表前的阀门，周四早上 8 点到中午 12 点停水。请提前接一点水；来水以后先放一会儿再用。',
    phone: '023-0000 0000',
    audience: { estateIds: ['huochai'] },
    pinnedUntil: now + 3 * dayMs,
    validTo: now + 3 * dayMs,
  },
]

/** Those that count by a second word only. */
const approved: Written[] = [
  {
    kind: 'policy',
    title: '高龄津贴怎么领',
    body: '满 80 周岁、户籍在本区的老人，每月可以领高龄津贴。第一次要申请，以后每年年底核对一次就行。\n年满的当月申请，从当月算起；晚申请的不补发。',
    summary: '满 80 周岁就能领。带户口本、银行卡到社区窗口申请一次，以后按月打到卡上。',
    concerns: '80 岁以上、户籍在本区的老人',
    phone: '023-0000 0000',
  },
  {
    kind: 'pact',
    title: '我们的社区公约',
    body: '一、楼道是大家的，不堆东西，不停电动车。\n二、晚上十点以后小声一点。\n三、遛狗牵绳，随手清理。\n四、谁家有难处，搭把手；搭不上，说一声。\n五、有话好好说，说不拢就找社区。',
  },
]

export async function publishWritten(ask: Ask, now: number): Promise<void> {
  for (const content of approved) {
    const { publicationId } = await ask(coordinator, 'publication.publish', content)
    await ask(officer, 'publication.approve', { publicationId })
  }
  for (const content of written(now)) await ask(coordinator, 'publication.publish', content)
}
