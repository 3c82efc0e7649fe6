import type { Instant } from '#contract/shared/scalars'
import type { StockHolder, StockView } from '#contract/training'
import { momentWords } from '#text/shared/time'

/** The page 「培训材料」 of a coordinator. */
export const stockText = {
  lead: '发给学员的围裙、书本、工具，在这里记谁领了。一样一人一份。',
  which: '发哪一样',
  /** `20 份，还剩 15 份`. */
  counts: ({ count, left }: StockView) => `一共 ${count} 份，发了 ${count - left} 份，还剩 ${left} 份`,
  add: '加一样材料',
  change: '改名称、数量',
  addTitle: '加一样材料',
  changeTitle: (title: string) => `改「${title}」`,
  title: '叫什么',
  titleHint: '比如「围裙」「教材」，最多 20 个字。',
  titleMissing: '请写材料叫什么。',
  count: '一共几份',
  countHint: '连已经发出去的一起算。',
  countMissing: '请写几份，写数字。',
  keep: '存好',
  kept: '材料存好了。',
  search: '找学员',
  searchHint: '写姓名里的一两个字。',
  hand: '发',
  handTo: (name: string) => `发给${name}`,
  handed: (name: string) => `发给${name}了。`,
  back: '收回',
  backFrom: (name: string) => `收回${name}领的`,
  tookBack: (name: string) => `收回${name}领的了。`,
  has: ({ at, by }: StockHolder, now: Instant) => `${momentWords(at, now)} 领了，${by}发的`,
  hasNone: '还没有领',
  found: (count: number) => `${count} 位学员`,
  noneFound: '没有找到这位学员，请换一个字再找。',
  noTrainees: '还没有人报上名。有了学员，就能发给他们。',
  nothing: { title: '还没有登记材料', text: '加上第一样，写清一共几份，就能一份一份发给学员。' },
} as const
