import type { Slip } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { dayNumberOf, wallClock } from '#contract/shared/wallClock'

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** `11月25日 星期三`: on paper no day is "tomorrow". */
export function paperDay(at: Instant): string {
  const clock = wallClock(at)
  return `${clock.format('M月D日')} ${weekdays[clock.day()]}`
}

function halfOfDay(hour: number): string {
  if (hour < 6) return '凌晨'
  if (hour < 12) return '上午'
  if (hour < 13) return '中午'
  return hour < 18 ? '下午' : '晚上'
}

/** `下午2点半`, as one says it. */
function paperTime(at: Instant): string {
  const clock = wallClock(at)
  const [hour, minute] = [clock.hour(), clock.minute()]
  const minutes: Record<number, string> = { 0: '', 15: '一刻', 30: '半', 45: '三刻' }
  const rest = minutes[minute] ?? `${minute < 10 ? '零' : ''}${minute}分`
  return `${halfOfDay(hour)}${hour > 12 ? hour - 12 : hour}点${rest}`
}

/** `上午9点到11点`. It names the half of the day, or the day, of an end that has another one. */
export function paperWindow({ from, to }: Slip['window']): string {
  const begins = paperTime(from)
  const ends = paperTime(to)
  const days = dayNumberOf(to) - dayNumberOf(from)
  if (days > 0) return `${begins}到${days === 1 ? '次日' : `${paperDay(to)} `}${ends}`
  const half = halfOfDay(wallClock(from).hour())
  return `${begins}到${ends.startsWith(half) ? ends.slice(half.length) : ends}`
}

const placeWords = { home: '上门', accompany: '陪同出门' } as const
/** What a booking says where there is nothing to mind. */
const nothing = ['没有', '无']

/** `换灯泡（上门）`; what the kind's own name says is not said twice. */
function whatWords({ kindTitle, place }: Slip): string {
  const where = placeWords[place]
  return kindTitle.includes(where) ? kindTitle : `${kindTitle}（${where}）`
}

/** Who comes: one, both, or one of two and that another is still wanted. */
function peopleWords({ claimer, second }: Slip): string[] {
  const people = [claimer, second?.claimer].flatMap((one) => one ?? [])
  const nobody = '有人认领了，我们会告诉您。'
  if (people.length === 0) return [`还没有人认领。${nobody}`]
  const lines = people.flatMap(({ name, team, volunteerNo }) => [
    `来的人：${name}${team ? `，${team}` : ''}`,
    ...(volunteerNo ? [`编号：${volunteerNo}`] : []),
  ])
  return second && people.length === 1 ? [...lines, `要两位，还差一位。${nobody}`] : lines
}

/** The codes of the second of two volunteers, under their name. */
function secondCodes({ second }: Slip): { name: string; digits: string }[] {
  if (!second?.codes) return []
  const who = second.claimer?.name ?? ''
  const { checkIn, checkOut } = second.codes
  return [
    ...(checkIn ? [{ name: `${who}到了，给他看：`, digits: checkIn }] : []),
    { name: `${who}做完了要走，再给他看：`, digits: checkOut },
  ]
}

/** What a booking's slip says. */
export function slipWords(slip: Slip) {
  const { claimer, second, community, codes, destination } = slip
  const prepare = slip.prepare.filter((words) => !nothing.includes(words))
  return {
    title: `${community.name} · 预约纸条`,
    greeting: `${slip.forName}，您约好了：`,
    heads: [whatWords(slip), paperDay(slip.window.from), paperWindow(slip.window)],
    lines: [
      ...peopleWords(slip),
      ...(destination ? [`去哪里：${destination}`] : []),
      ...(prepare.length > 0
        ? [`请留意：${prepare.join('；')}${/[。！？]$/.test(prepare.at(-1) ?? '') ? '' : '。'}`]
        : []),
      '服务不收钱，也不卖东西。',
    ],
    codes: [
      ...(codes?.checkIn
        ? [{ name: `${second?.codes ? (claimer?.name ?? '') : '人'}到了，给他看：`, digits: codes.checkIn }]
        : []),
      ...(codes
        ? [
            {
              name: `${second?.codes ? (claimer?.name ?? '') : ''}做完了要走，再给他看：`,
              digits: codes.checkOut,
            },
          ]
        : []),
      ...secondCodes(slip),
    ],
    foot: [`有事打电话：${community.phone}`, `${slip.printedBy} ${paperDay(slip.printedAt)}打印`],
  }
}

/** The page that prints a slip. */
export const slipText = {
  open: '打印纸条',
  openDetail: '给没有手机的人：写明时间、来的人和电话',
  lead: '给没有手机的人打一张纸条：什么时候、谁来、有事打给谁。有人认领以后，纸条上还有两组数字，代替手机上的签到码。',
  voids: '每打一张，前一张上的数字就作废。谁打的，都有记录。',
  make: '做一张纸条',
  again: '重新做一张',
  print: '打印',
  printHint: '用 A5 纸，竖着放。打印机只有 A4 纸也可以。',
  onComputer:
    '在电脑上打印：用电脑打开邻里守望，登录以后打开这个预约，再点「打印纸条」。也可以照着屏幕抄下来。',
  claimerOnly: '一组数字只能用一次，只给来的这个人用。',
  noId: { title: '没有找到这个预约', text: '链接可能不完整。请从预约里打开。', action: '看我的预约' },
} as const
