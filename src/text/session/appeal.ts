/** What somebody reads who is said to have missed a session. */
export const appealText = {
  open: '我来过，写一句说明',
  title: '说明一下',
  text: '协调员会看到您的话，核对以后补上签到。缺席一两次没有关系。',
  label: '是怎么回事',
  reasons: ['我来了，忘了签到。', '我来晚了，没有碰到签到的人。', '临时有急事，没有来成。'],
  action: '发给协调员',
  done: '发给协调员了，核对以后会补上。',
} as const
