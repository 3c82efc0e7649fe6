import type { Tellings, ToldWords } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { dateWords, momentWords } from '#text/shared/time'

const families = (count: number) => `${count} 家`

/** A coordinator writes to those who have signed up for a session. */
export const tellText = {
  lead: '比如要带什么、在哪里集合。改时间、地点、名额，请到「改这个活动」里改，改好会自动告诉大家。',
  words: '写一句话',
  wordsHint: '最多 120 个字。一场一天写一次，请一次写全。',
  wordsMissing: '请写一句话，至少两个字。',
  to: '写给谁',
  onlyTo: (whom: string, count: string) => `写给${whom}，${count}。`,
  placed: '有名额的',
  all: '有名额的和排队的',
  waiting: '排队、等抽签的',
  families,
  look: '看一看，再发',
  sheetTitle: (count: number) => `发给 ${families(count)}？`,
  sheetText: '他们在「通知」里这样读到，发出去就收不回来。替家人、老人报名的，发给报名的人。',
  send: '发出去',
  back: '再改改',
  sent: (count: number) => `发出去了，${families(count)}在「通知」里看得到。`,
  nextAt: (at: Instant) => `今天已经写过一句了，${dateWords(at)}起可以再写。`,
  over: { title: '这一场不用再写了', text: '已经结束，或者取消了。写过的话在下面。' },
  nobody: { title: '还没有人报名', text: '有人报上名以后，就能给他们写一句。' },
  activity: '看这个活动',
  past: '写过的话',
  none: '还没有写过。',
  pastLine: ({ at, who, told, alsoWaiting }: ToldWords, now: Instant) =>
    `${momentWords(at, now)} · ${who} · 发给 ${families(told)}${alsoWaiting ? '，排队的也发了' : ''}`,
} as const

/** How the notice reads with these words; a sentence ends once. */
export const noticeWith = ({ before, after }: Tellings['notice'], words: string): string =>
  `${before}${words}${/[。！？…]$/.test(words) ? '' : after}`
