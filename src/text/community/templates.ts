import type { ActivityKind } from '#contract/activity'
import type { Falls } from '#contract/shared/activityTemplate'

/** A template of an activity, as an administrator edits it. */
export const templateText = {
  title: { label: '活动的名字', hint: '居民看到的名字，比如：端午节包粽子。' },
  kind: { label: '哪一类活动' },
  summary: { label: '写给居民的话', hint: '协调员新建活动时先填上这段话，可以再改。' },
  place: { label: '在哪里办' },
  on: { label: '每年落在哪一天', hint: '系统照这个算出下一次的日子。' },
  month: { label: '几月', hint: '1 到 12。' },
  day: { label: '几日', hint: '农历 1 到 30，公历 1 到 31。那个月没有这一天，就用最后一天。' },
  term: { label: '哪个节气' },
  weekday: { label: '星期几' },
  begins: { label: '几点开始', hint: '比如：09:30。' },
  durationMinutes: { label: '办多久（分钟）', hint: '15 到 1440。' },
  capacity: { label: '多少人参加（人）', hint: '1 到 500。' },
  shifts: {
    label: '志愿岗位',
    hint: '岗位后面写要几个人，用顿号隔开，比如：煮汤圆 4、布置场地 4。最多 10 个岗位。',
  },
  minAge: { label: '从几岁起（岁）', hint: '不限就空着。0 到 120。' },
  maxAge: { label: '到几岁止（岁）', hint: '不限就空着。0 到 120。' },
  withChild: { label: '要带 14 岁以下的孩子一起来' },
} as const

export const templateKinds = [
  { value: 'festival', title: '节日' },
  { value: 'training', title: '培训' },
  { value: 'birthday', title: '生日会' },
  { value: 'lecture', title: '讲座' },
  { value: 'other', title: '其他' },
] as const satisfies readonly { value: ActivityKind; title: string }[]

export const fallsOnOptions = [
  { value: 'lunar', title: '农历几月几日' },
  { value: 'solar', title: '公历几月几日' },
  { value: 'term', title: '节气' },
  { value: 'weekday', title: '每周星期几' },
  { value: 'monthDay', title: '每月几号' },
] as const satisfies readonly { value: Falls['on']; title: string }[]

/** From the winter solstice, which is 0. */
export const termOptions = [
  '冬至',
  '小寒',
  '大寒',
  '立春',
  '雨水',
  '惊蛰',
  '春分',
  '清明',
  '谷雨',
  '立夏',
  '小满',
  '芒种',
  '夏至',
  '小暑',
  '大暑',
  '立秋',
  '处暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '小雪',
  '大雪',
].map((title, term) => ({ value: String(term), title }))

/** 0 is Sunday; a week begins with Monday. */
export const weekdayOptions = [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({
  value: String(weekday),
  title: `星期${'日一二三四五六'.charAt(weekday)}`,
}))
