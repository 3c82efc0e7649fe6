import type { SubsidyBar, SubsidyBook, SubsidyLine, SubsidyPerson } from '#contract/subsidy'
import { fullDateWords, writtenDay } from '#text/shared/time'
import { groundSaid, perWords, yuanWords } from './subsidy'

const bars: Record<SubsidyBar, string> = {
  own: '这是您自己的，请别人来办。',
  drew: '这一笔是您算出来的，请另一位协调员或管理员复核。',
  spoke: '这一笔是您复核或发放的，签收请别人来记，或者请本人在手机上点。',
  related: '您和他是一家人，或者互相代办，请别人来办。',
}

/** Who has done what to a line, in their order. */
function course(line: SubsidyLine): string {
  const { drawnBy, approvedBy, paidBy, paidDay, receivedAt, receivedBy, word, reversedBy, reason } = line
  const receipt = receivedBy === undefined ? '本人签收' : `凭纸签收（${receivedBy}记，${word ?? ''}）`
  return [
    `${drawnBy}算的`,
    approvedBy && `${approvedBy}复核`,
    paidBy && `${paidBy}${paidDay === undefined ? '' : ` ${writtenDay(paidDay)} `}发放`,
    receivedAt !== undefined && receipt,
    reversedBy && `${reversedBy}冲销${reason === undefined ? '，按新的出勤重算' : `：${reason}`}`,
  ]
    .filter(Boolean)
    .join('，')
}

/** The page 「交通补贴」 of a coordinator. */
export const subsidyDeskText = {
  rate: ({ rateFen, per }: SubsidyBook) => `${perWords[per]} ${yuanWords(rateFen)}`,
  owed: '应发',
  paid: '已发',
  left: '还没有发',
  claimed: (count: number) => `${count} 人申请`,
  differs: '出勤和账上的不一样了，请再算一次。',
  agrees: '账上的和出勤一致。',
  draw: '按出勤算补贴',
  drawn: '算好了，请另一位协调员或管理员复核。',
  approveAll: (count: number, fen: number) => `复核 ${count} 笔，${yuanWords(fen)}`,
  approveTitle: (count: number) => `复核这 ${count} 笔？`,
  approveText: '请先看看人、课数和金额对不对。复核以后就能发放，是谁复核的会记下来。',
  approve: '复核',
  approveKeep: '先不复核',
  approved: '复核好了，可以发放。',
  payAll: (count: number, fen: number) => `记发放 ${count} 笔，${yuanWords(fen)}`,
  payTitle: (count: number) => `记下发放了 ${count} 笔`,
  payText: '钱交到本人手里以后再记。记了以后，会请本人在手机上点「收到了」。',
  day: '哪一天发的',
  dayMissing: '请选发放的日子。',
  pay: '记发放',
  paidNews: '记下了，已经请本人确认。',
  receive: '凭纸签收',
  receiveTitle: (name: string) => `${name}在纸上签收了`,
  receiveText: '没有手机的，请他在打印的发放表上签字或按手印，再在这里记。',
  receiveWord: '签名表放在哪里',
  receiveWordHint: '比如「档案柜二层，12月发放表」。',
  receiveWordMissing: '请写签名表放在哪里。',
  received: '记下签收了。',
  reverse: '冲销',
  reverseTitle: (name: string, fen: number) => `冲销${name}的 ${yuanWords(fen)}？`,
  reverseText: '这一笔和它的发放都不再算数，记录还在。原因本人看得到；该发的，再按出勤算一次。',
  reverseLabel: '为什么冲销',
  reverseReasons: ['记错了，钱还没有发。', '钱已经退回来了。', '金额不对，要重新算。'],
  reversed: '冲销好了。',
  of: (verb: string, { name, fen }: SubsidyLine) => `${verb}：${name} ${yuanWords(fen)}`,
  bar: (bar: SubsidyBar) => bars[bar],
  course,
  search: '找人',
  searchHint: '写姓名里的一两个字。',
  show: '看哪些',
  shows: { all: '全部', mine: '等我办的', approve: '等复核', pay: '等发放', receive: '等签收' },
  found: (count: number) => `${count} 人`,
  noneFound: '这里没有人。',
  person: ({ attended, dueFen }: SubsidyPerson, lessons: number) =>
    `上了 ${attended} / ${lessons} 课，按出勤应得 ${yuanWords(dueFen)}`,
  ground: ({ ground, words, withdrawn }: SubsidyPerson) =>
    withdrawn
      ? '撤回了申请，只算已经发的'
      : ground === undefined
        ? '申请的原因到期，已经删除'
        : `原因：${groundSaid(ground, words)}`,
  noLines: '还没有算过。',
  nobody: {
    title: '还没有人申请',
    text: '学员在手机上打开这个培训，就能申请交通补贴；没有手机的，请网格员替他申请。',
  },
  none: { title: '这期培训没有交通补贴', text: '要发补贴，请在「改这个活动」里写上金额。' },
  export: '存成 Excel',
  exported: '发放表存好了。',
  notSaved: '没有存下来。请再试一次，或者在电脑上打开这一页。',
  print: '打印发放表',
  printOnComputer: '要打印，请在电脑上打开这一页。',
  seen: '谁的补贴您看过，他在「谁看过我的信息」里看得到。',
  paper: {
    title: (title: string) => `${title} 交通补贴发放表`,
    at: (now: number) => `${fullDateWords(now)}打印`,
    no: '序号',
    name: '姓名',
    yuan: '金额（元）',
    state: '状态',
    day: '发放日期',
    sign: '签字或手印',
    reversed: '冲销',
    sums: ({ owedFen, paidFen }: Pick<SubsidyBook, 'owedFen' | 'paidFen'>) =>
      `应发 ${yuanWords(owedFen)}，已发 ${yuanWords(paidFen)}，还没有发 ${yuanWords(owedFen - paidFen)}`,
    makers: '计算人：　　　　　　复核人：　　　　　　发放人：　　　　　　',
  },
} as const
