/** What stands on the first pages while the community is being set up. */
export const settingUpText = {
  enter: '工作人员登录',
  setUpId: '您来当首位管理员的话，请长按复制下面这一串，发给安装的人：',
  adminTitle: '欢迎您，先把社区写进来',
  adminText: '一共六步，每一步都会存好，随时可以停下，换一台手机也能接着填。填完，居民就能来登记了。',
  start: '开始',
} as const
