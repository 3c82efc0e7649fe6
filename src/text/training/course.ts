import type { SubsidyRate } from '#contract/activity'
import type { CourseProgress, LessonView } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { datedWindowWords, dateInYearWords, momentWords, windowWords } from '#text/shared/time'

/** A course as a resident reads it. */
export const courseText = {
  offers: '能得到什么',
  lessons: '课表',
  lessonsOver: (count: number) => `上过的 ${count} 课`,
  lessonCount: (count: number) => `一期 ${count} 课，报一次名就行`,
  span: ({ from, to }: { from: Instant; to: Instant }, now: Instant) =>
    `${dateInYearWords(from, now)} 到 ${dateInYearWords(to, now)}`,
  certificate: ({ of, least }: CourseProgress) =>
    least === of ? `${of} 课都上了，发结业证` : `上满 ${least} 课，发结业证`,
  subsidy: (fen: number, per: SubsidyRate) =>
    per === 'lesson' ? `来一次补交通费 ${fen / 100} 元` : `结业后补交通费 ${fen / 100} 元`,
  free: '免费，材料也不要钱',
  cameTo: ({ attended = 0, of, least }: CourseProgress) =>
    attended >= least
      ? `上了 ${attended} 课，一共 ${of} 课。够结业了。`
      : `上了 ${attended} 课，一共 ${of} 课。上满 ${least} 课发结业证。`,
  waitsFor: (lesson: { from: Instant; to: Instant }, doorOpensAt: Instant, now: Instant) =>
    `您报上了。下一课：${windowWords(lesson, now)}，${momentWords(doorOpensAt, now)} 起可以签到。`,
  checkInNow: '您报上了。这一课现在可以签到。',
  isHere: '这一课您签到了。',
  missed: (lesson: string) => `${lesson}没有看到您签到。`,
  appealed: (note: string) => `您说明过了：「${note}」`,
  over: '这一期的课上完了。',
  passedOn: '头几课没有看到您，名额让给了后面的人。来过的话，请打社区电话说一声。',
  withdrawAsk: {
    title: '这一期不上了？',
    text: '后面的课都不来了，名额给后面的人。上过的课还算数。',
  },
  forRelative: '给家人报名',
  who: '给谁报名？',
  whoLead: '培训的名额一人一个。',
  myself: '我自己',
  signUpFor: '就给他报名',
} as const

/** How a lesson stands, for who has a place: `来了`, `没来`; nothing yet is empty. */
export function lessonStateWords({ attended, cancelled, makesUp }: LessonView): string {
  if (cancelled) return '不上了'
  if (attended !== undefined) return attended ? '来了' : '没来'
  return makesUp ? '补课' : ''
}

/** `第 3 课`, or that it makes up for one; by the list of all lessons. */
export function lessonName(lesson: LessonView, lessons: readonly LessonView[]): string {
  const planned = lessons.filter(({ makesUp }) => makesUp === undefined)
  const nth = planned.findIndex(({ lessonId }) => lessonId === (lesson.makesUp ?? lesson.lessonId)) + 1
  return lesson.makesUp ? `补第 ${nth} 课` : `第 ${nth} 课`
}

/** When and where a lesson is, and who gives it. */
export const lessonWords = ({ place, trainer, ...lesson }: LessonView, now: Instant): string =>
  [datedWindowWords(lesson, now), place, trainer].filter(Boolean).join(' · ')
