import type { CodeLacking } from '#contract/poster'
import type { Instant } from '#contract/shared/scalars'
import { wallClock } from '#contract/shared/wallClock'
import { paperDay, paperWindow } from '#text/booking/slip'
import { clockSpanWords, dateWords } from '#text/shared/time'

type Window = { from: Instant; to: Instant }

/** The page that makes a poster. */
export const posterText = {
  lead: '贴在墙上、单元门口，或者发到群里。',
  only: '只写其中一场',
  which: '海报上写哪几场',
  all: '全部场次',
  print: '打印（A4 纸一张）',
  written: '海报上写的字',
  printHint: '用 A4 纸，竖着放。打印窗口里的「页眉和页脚」不用勾。',
  onComputer: '要打印 A4 纸，请在电脑上打开网页，再点「海报」。',
  save: '存成手机图片',
  savedAlbum: '海报存到手机相册了，可以发给别人。',
  albumWhy:
    '要把海报的图片存到您的手机相册，只写这一张，不看您的照片。不同意也没关系：可以先看大图，再截屏。',
  drawing: '正在画海报…',
  lacking: {
    quota: '微信这会儿不给小程序码，海报上先不放。过十分钟再打开，就有了；现在打印，别人照着电话打也行。',
    page: '小程序还没有发布这个页面，微信不给码。海报上先不放，别人照着电话打也行。',
    unreached: '没有拿到小程序码，海报上先不放。过十分钟再打开试试；现在打印，别人照着电话打也行。',
  } satisfies Record<CodeLacking, string>,
  noId: { title: '没有找到这张海报', text: '链接可能不完整。请从活动、公告或者服务队的页面打开。' },
  over: {
    title: '活动已经结束',
    text: '过去的活动不再做海报。可以看看接下来的活动。',
    action: '看看有哪些活动',
  },
  cancelled: { title: '活动取消了', text: '取消的活动不做海报。', action: '看看有哪些活动' },
  notStanding: { title: '这一篇现在没有发布', text: '发布着的才做海报。', action: '看看社区公告' },
  draft: { title: '活动还没有发布', text: '先发布，再做海报。', action: '回到这个活动' },
  file: (title: string) => `海报-${title.replace(/[\\/:*?"<>|]/g, ' ')}.png`,
} as const

/** What stands on a poster. */
export const posterWords = {
  when: '时间',
  where: '地点',
  whom: '请谁来',
  activity: '活动通知',
  team: '招募志愿者',
  joinTeam: (name: string) => `${name} 招人`,
  call: '想来，打这个电话',
  callTeam: '想加入，打这个电话',
  noPhone: '想来，到社区服务窗口问',
  scan: '微信扫一扫',
  scanBrowser: '相机扫一扫',
  free: '不收钱。不会用手机的，打电话就行',
  freeTeam: '不会用手机的，打电话就行',
  for: '给谁的',
  until: '到哪天',
  lastDay: (at: Instant) => `${dateWords(at)}为止`,
  callAsk: '想问清楚，打这个电话',
  freePublication: '不会用手机的，打电话就行',
  teamDoes: '做什么',
  teamWhom: '年满 14 周岁，愿意帮邻居一把；不会手艺也欢迎',
  teamHow: '怎么加入',
  teamSteps: '扫码登记，或者到社区窗口，队长看过就通知您',
  /** What a screen reader says of the picture. */
  spoken: (lines: readonly string[]) => `海报：${lines.join('；')}`,
} as const

/** The times of an activity in the ways a poster may say them, the most readable first. */
export function posterTimes(sessions: readonly Window[]): string[][] {
  const spans = new Map<string, Window[]>()
  for (const session of sessions) {
    const span = clockSpanWords(session)
    spans.set(span, [...(spans.get(span) ?? []), session])
  }
  const long = sessions.map((session) => `${paperDay(session.from)} ${paperWindow(session)}`)
  const short = sessions.map((session) => `${dateWords(session.from)} ${clockSpanWords(session)}`)
  const together = [...spans].map(([span, held]) => `${datesWords(held)} ${span}`)
  const bare = sessions.map(
    (session) => `${wallClock(session.from).format('M月D日')} ${clockSpanWords(session)}`,
  )
  return together.length < short.length ? [long, short, together] : [long, short, bare]
}

/** `12月1、8、15日，1月5日`: days of one month stand together. */
function datesWords(sessions: readonly Window[]): string {
  const months = new Map<string, number[]>()
  for (const { from } of sessions) {
    const clock = wallClock(from)
    const month = clock.format('M月')
    months.set(month, [...(months.get(month) ?? []), clock.date()])
  }
  return [...months].map(([month, days]) => `${month}${days.join('、')}日`).join('，')
}

/** The first sentence of an introduction. */
export const firstSentence = (text: string): string =>
  /^[^。！？!?\n]+[。！？!?]?/.exec(text.trim())?.[0] ?? ''
