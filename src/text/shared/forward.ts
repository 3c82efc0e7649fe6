/** Passing a page on. */
export const forwardText = {
  action: '转发',
  poster: '海报',
  copied: '链接已复制。可以粘贴到微信里，发给别人。',
  notCopied: (link: string) => `没有复制成。请长按选中这个链接，自己复制：${link}`,
  home: '邻里守望：请人帮忙、报名活动、当志愿者',
  /** WeChat's page for moments shows no more. */
  moments: {
    title: '请到小程序里看',
    text: '点最下面的「前往小程序」，就能看到时间、地点，还能报名。',
  },
} as const
