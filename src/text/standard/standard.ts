import type { Measure } from '#contract/publication'
import { leastTold, type MonthFigure } from '#contract/standard'
import { fullDateWords } from '#text/shared/time'

/** 11 月, and the year where it is another. */
const monthWords = (month: string, now: number): string => {
  const [year, number] = month.split('-').map(Number)
  return fullDateWords(now).startsWith(`${year}年`) ? `${number} 月` : `${year} 年 ${number} 月`
}

/** What is counted, by measure: of so many, so many were so. */
const counted: Record<Measure, (of: number, kept: number) => string> = {
  answered_in_time: (of, kept) => `${of} 件诉求里，${kept} 件按时答复`,
  resolved: (of, kept) => `${of} 件诉求里，${kept} 件已经办好`,
  satisfied: (of, kept) => `${of} 位评价的居民里，${kept} 位满意`,
  claimed_in_time: (of, kept) => `${of} 次预约里，${kept} 次按时有人接单`,
  booking_kept: (of, kept) => `${of} 次接了的预约里，${kept} 次守约上门`,
}

const isTold = ({ of }: MonthFigure): boolean => of >= leastTold

export const standardText = {
  who: '谁来做',
  standard: '做到什么样',
  limit: '多久之内',
  months: '前几个月',
  few: '太少，不列',
  share: ({ of, kept }: MonthFigure) => `${Math.round((kept / of) * 100)}%`,
  /** `11 月：23 件诉求里，21 件按时答复，91%`. */
  line: (measure: Measure, figure: MonthFigure, now: number): string => {
    const { month, of, kept } = figure
    const told = isTold(figure)
      ? `${counted[measure](of, kept)}，${standardText.share(figure)}`
      : standardText.few
    return `${monthWords(month, now)}：${told}`
  },
  source: '数字每个月从记录里算，谁都改不了。',
  wall: '印一张贴在墙上',
  wallDetail: '承诺和上个月的数字，一张 A4 纸',
  print: '打印',
  printOnComputer: '请在电脑上打开这一页来打印。',
  paperLead: '这张纸印出来是下面的内容，一张 A4。',
  paper: {
    duty: '做什么事',
    who: '谁来做',
    standard: '做到什么样',
    limit: '多久之内',
    figure: (month: string, now: number) => `${monthWords(month, now)}做到多少`,
    at: (now: number) => `${fullDateWords(now)}印。数字从记录里算，手机上看得到每个月的。`,
    /** In a cell: the share with its numbers. */
    cell: (figure: MonthFigure | undefined): string => {
      if (!figure) return '—'
      return isTold(figure)
        ? `${standardText.share(figure)}（${figure.of} 里 ${figure.kept}）`
        : standardText.few
    },
  },
  toWords: '看承诺的全文',
} as const
