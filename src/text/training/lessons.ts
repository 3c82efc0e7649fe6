import type { SubsidyRate } from '#contract/activity'
import type { Instant } from '#contract/shared/scalars'
import { daysWords } from '#text/shared/time'

/** The lessons of a course, as its coordinator writes them. */
export const lessonsText = {
  title: '课表',
  hint: '一期培训报一次名。把每一课的时间写上；改时间、停课、补课都在这里改，改了会告诉学员。',
  lessonOf: (nth: number, when: string) => `第 ${nth} 课：${when}`,
  detail: ({
    place,
    trainer,
    makesUp,
  }: {
    place?: string | undefined
    trainer?: string | undefined
    makesUp?: string | undefined
  }) => [makesUp && '补课', trainer, place].filter(Boolean).join(' · '),
  add: '加一课',
  series: '往后连着排',
  full: (most: number) => `一期最多 ${most} 课。`,
  calledOff: (ats: readonly Instant[], now: Instant) =>
    `${daysWords(ats, now)} 的课不上了。要补的话，请点「加一课」，选补哪一课。`,
  callOff: '这一课不上了',
  doorOf: (lesson: string) => `${lesson}签到`,
  sheet: '这一课',
  when: '什么时候',
  makesUp: '是补哪一课的？',
  makesUpFor: (when: string) => `补 ${when} 那一课`,
  makesUpNone: '不是补课，是多加的一课',
  trainer: '谁来教',
  place: '在哪里上',
  placeHint: '和上面写的地点一样，就不用填。',
  keep: '确定',
  gain: '学完能做什么',
  gainHint: '写一句实在的，放在最前面，比如：能上门做家政。',
  places: '收多少学员（人）',
  placesHint: '一人一个名额，整期都算。',
  leastPercent: '上满百分之几能结业',
  leastPercentHint: (usual: number) => `不写就按社区的规定：${usual}%。`,
  subsidy: '交通补贴（元）',
  subsidyHint: '没有就不填。',
  subsidyPer: '补贴怎么算',
  rates: { lesson: '来一课补一次', course: '结业以后补一次' } satisfies Record<SubsidyRate, string>,
} as const
