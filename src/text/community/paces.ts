import type { PaceName } from '#contract/shared/pace'

/** How often one person may ask, as an administrator edits it. */
export const paceText = {
  of: {
    read: '打开页面、看内容',
    write: '提交、修改',
    search: '工作人员查找居民',
    reveal: '工作人员看电话、住址',
    pairing: '在电脑上登录',
    guess: '登记、核验证明、输码',
    enrol: '替没有微信的人登记',
  } satisfies Record<PaceName, string>,
  perMinute: {
    label: '一个人一分钟最多几次',
    hint: '人手点不到这么快。5 到 100000。',
  },
  perDay: { label: '一个人一天最多几次', hint: '空着就不限。1 到 1000000。' },
  noLimit: '不限',
} as const
