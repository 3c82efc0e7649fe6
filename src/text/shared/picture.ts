import type { RefusalCode } from '#contract/shared/refusal'

/** What the pictures' field says, on every form. */
export const pictureText = {
  label: '图片',
  add: '拍照或选图片',
  addMore: (left: number) => `再加图片（还能加 ${left} 张）`,
  nth: (number: number) => `第 ${number} 张图片`,
  nthOf: (number: number, all: number) => (all > 1 ? `第 ${number} 张图片，共 ${all} 张` : '图片'),
  before: '上一张',
  after: '下一张',
  back: '看完了，返回',
  waiting: '等着发送',
  sending: (sent: number, parts: number) =>
    parts <= 1 ? '正在发送…' : `正在发送…${Math.round((100 * sent) / parts)}%`,
  ready: '已经发送',
  failed: '没有发出去',
  remove: '去掉',
  removeNth: (number: number) => `去掉第 ${number} 张图片`,
  retry: '再发一次',
  retryNth: (number: number) => `再发一次第 ${number} 张图片`,
  unreadable: (count: number) => `有 ${count} 张图片打不开，没有加上。请重新拍一张，或者换一张。`,
  noCamera: '没有打开相机和相册。请在微信的「设置」里允许使用；不加图片也可以提交。',
  why: '微信要您先同意隐私保护指引，才能打开相机和相册。不同意也没关系，不加图片也可以提交。',
  refuse: '不同意，不加图片',
  notSent: '有图片没有发出去。请点「再发一次」，或者去掉它再提交。',
  /** Why a picture was not sent, where the cloud's own sentence speaks of something else. */
  whyNot: {
    unreachable: '网络不通，没有发出去。联网后会接着发。',
    rate_limited: '发得太快了，请等一分钟再发一次。',
  } satisfies Partial<Record<RefusalCode | 'unreachable', string>>,
  shown: '图片',
  shownWith: (what: string) => `图片：${what}`,
  open: (number: number) => `看第 ${number} 张图片`,
  gone: '这张图片打不开了',
} as const
