/** What an account that is being closed says on every page of its owner. `day` is the day of its end. */
export const closingText = {
  title: '账号正在注销',
  text: (day: string) =>
    `${day}注销，到时个人信息全部删除，不能恢复。在那以前您可以看、可以导出，但不能再预约和认领。`,
  keep: '不注销了，继续使用',
  kept: '已经撤销注销，可以照常使用了。取消掉的预约和报名要重新办。',
  more: '账号和导出',
} as const
