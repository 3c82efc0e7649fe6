import type {
  Measure,
  PublicationCard,
  PublicationKind,
  PublicationPart,
  PublicationState,
  StationThing,
} from '#contract/publication'
import { dateWords } from '#text/shared/time'
import { kindNames } from './news'

export const thingNames: Record<StationThing, string> = {
  water: '饮水',
  seats: '座位',
  charging: '充电',
  first_aid: '急救箱',
  microwave: '热饭',
  toilet: '厕所',
  cooling: '纳凉',
  heating: '取暖',
}

/** The figure by which a promise is looked at. */
export const measureNames: Record<Measure, string> = {
  answered_in_time: '按时答复',
  resolved: '已经办好',
  satisfied: '居民满意',
  claimed_in_time: '按时有人接单',
  booking_kept: '守约上门',
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** What stands written, as everybody reads it. */
export const publicationText = {
  which: '看哪一类',
  all: '全部',
  older: '看已经撤下的',
  present: '看现在的',
  empty: { title: '还没有公告', text: '社区有消息、政策、办事指南，都会写在这里。' },
  emptyOf: (kind: PublicationKind) => ({
    title: `还没有${kindNames[kind]}`,
    text: '别的都在「全部」里。',
  }),
  emptyRetired: { title: '没有撤下的', text: '到期的、撤下的，以后都查得到。' },
  over: '已撤下',
  since: ({ at, validTo }: Pick<PublicationCard, 'at' | 'validTo'>) =>
    validTo === undefined ? dateWords(at) : `${dateWords(at)} · 到${dateWords(validTo - 1)}`,
  forSome: (names: string) => `给${names}`,
  summary: '一句话说明白',
  concerns: '给谁的',
  steps: '怎么办',
  bring: '要带什么',
  place: '在哪里',
  hoursText: '什么时候去',
  takesText: '要多久',
  phone: '打电话问',
  hours: '开门时间',
  things: '有什么',
  links: '跟这个有关',
  aboutActivity: '看看这个活动',
  aboutRequest: '看看反映的这个问题',
  changedIn: (edition: number) => `第 ${edition} 版改了`,
  changed: '改了：',
  editions: '看以前的各版',
  edition: (edition: number) => `第 ${edition} 版`,
  editionLead: '每一版发布以后都不能再改，编号和校验码都在这里。',
  olderOf: (edition: number) => `这是第 ${edition} 版，已经有新的了。`,
  toPresent: '看现在这一版',
  hash: (hash: string) => `校验码 ${hash.slice(0, 12)}`,
  retired: (reason: string | undefined) =>
    reason ? `这一篇已经撤下：${reason}` : '这一篇已经到期撤下，留着给您查。',
  none: {
    title: '没有找到这一篇',
    text: '链接可能不完整。社区写的都在「社区公告」里。',
    action: '看看社区公告',
  },
  more: '看看别的',
  forward: ({ kind, title }: Pick<PublicationCard, 'kind' | 'title'>) => `${kindNames[kind]}：${title}`,
  forwardOver: (title: string) => `「${title}」已经撤下`,
  openDays: (days: readonly number[]): string => {
    const sorted = [...days].sort((a, b) => a - b)
    if (sorted.length === 7) return '每天'
    const run = sorted.length > 2 && (sorted[sorted.length - 1] ?? 0) - (sorted[0] ?? 0) === sorted.length - 1
    const name = (day: number | undefined) => `周${weekdays[(day ?? 1) - 1] ?? ''}`
    return run ? `${name(sorted[0])}到${name(sorted[sorted.length - 1])}` : sorted.map(name).join('、')
  },
} as const

/** The parts of a text, as a reader is told which of them changed. */
export const partWords: Record<PublicationPart, string> = {
  title: '标题',
  body: '正文',
  summary: '一句话说明',
  concerns: '给谁的',
  steps: '怎么办',
  bring: '要带什么',
  place: '地点',
  hoursText: '时间',
  hours: '开门时间',
  things: '有什么',
  takesText: '要多久',
  phone: '电话',
  questions: '要问的问题',
  category: '哪一类问题',
  stages: '步骤',
  promises: '承诺',
  fileIds: '图片',
  afterFileIds: '办好以后的图片',
  links: '有关的活动',
  audience: '给谁看',
  urgent: '要不要发消息',
  pinnedUntil: '置顶',
  validTo: '有效期',
}

export const stateNames: Record<PublicationState, string> = {
  draft: '草稿',
  waiting: '等审核',
  published: '已发布',
  retired: '已撤下',
}
