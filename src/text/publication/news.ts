import type { PublicationKind } from '#contract/publication'

/** What each kind is called, where it stands beside others. */
export const kindNames: Record<PublicationKind, string> = {
  bulletin: '公告',
  policy: '政策',
  guide: '办事指南',
  pact: '社区公约',
  campaign: '专项治理',
  station: '休闲驿站',
  standard: '服务承诺',
}

/** What stands written, on the first page and on cards. */
export const newsText = {
  title: '社区公告',
  more: '全部公告、政策和办事指南',
  pinned: '置顶',
  urgent: '要紧',
} as const
