import type { SubsidyRate } from '#contract/activity'
import type { SubsidyGround, SubsidyLine, SubsidyState } from '#contract/subsidy'
import { momentWords, writtenDay } from '#text/shared/time'

/** `20 元`, `-10.5 元`. */
export const yuanWords = (fen: number): string => `${fen / 100} 元`

export const groundWords: Record<SubsidyGround, string> = {
  returned: '外出务工返乡人员',
  migrant: '进城务工人员',
  far: '路远',
  other: '其他',
}

/** The ground, in the person's own words where they have written some. */
export const groundSaid = (ground: SubsidyGround, words: string | undefined): string =>
  ground === 'other' && words ? words : groundWords[ground]

export const perWords: Record<SubsidyRate, string> = { lesson: '每次', course: '每期' }

const stateWords: Record<SubsidyState, string> = {
  owed: '等复核',
  approved: '复核过了，等发放',
  paid: '发了，等签收',
  received: '签收了',
  reversed: '冲销了',
}

/** What a line has come to, as a coordinator reads it. */
export const lineState = ({ state, fen }: Pick<SubsidyLine, 'state' | 'fen'>): string => {
  if (fen >= 0) return stateWords[state]
  if (state === 'paid') return '退回了，等签字'
  return state === 'approved' ? '复核过了，等退回' : stateWords[state]
}

/** The same as its person reads it. */
export const ownLineState = ({ state, fen, paidDay, reason }: SubsidyLine): string => {
  if (state === 'reversed') return reason === undefined ? '按新的出勤重算了' : `冲销了：${reason}`
  if (fen < 0) return state === 'owed' || state === 'approved' ? '多算了，要退回' : '已经退回'
  if (state === 'received') return '您收到了'
  if (state === 'paid')
    return paidDay === undefined ? '社区说发给您了' : `社区说${writtenDay(paidDay)}发给您了`
  return '社区正在核对，核对好就发'
}

/** What to say in the export. */
export const exportLine = (line: SubsidyLine, now: number): string =>
  `${yuanWords(line.fen)}，${momentWords(line.at, now)}，${ownLineState(line)}`
