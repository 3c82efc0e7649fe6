import type { SubsidyRate } from '#contract/activity'
import type { MySubsidy } from '#contract/subsidy'
import { groundSaid, perWords, yuanWords } from './subsidy'

/** The card 「交通补贴」 of a trainee. */
export const mySubsidyText = {
  title: '交通补贴',
  rate: (fen: number, per: SubsidyRate): string =>
    per === 'lesson'
      ? `来一次课补 ${yuanWords(fen)}，没来的那次没有。`
      : `整期补 ${yuanWords(fen)}，课上够了、培训结束以后发。`,
  claim: '申请交通补贴',
  claimLead: '请选一个原因。只有管培训的工作人员看得到，只用在这一期培训。',
  ground: '申请的原因',
  groundMissing: '请选一个原因。',
  words: '写几个字',
  wordsHint: '比如「家在山上」。请不要写身份、病情、家里困难这些。',
  wordsMissing: '请写两个字以上。',
  consent: '我同意社区为这期培训的补贴保存这个原因',
  consentDetail: (days: number) =>
    `加密保存，培训结束 ${days} 天后自动删除。随时可以撤回，撤回马上删除，已经发的补贴不受影响。`,
  consentMissing: '要先点同意，才能申请。',
  word: '他是怎么说的、纸放在哪里',
  wordHint: '工作人员在窗口替他申请的，请写。家里人代办的不用写。',
  submit: '提交申请',
  claimed: '申请好了。上完课，社区按出勤来算。',
  said: ({ claim }: MySubsidy): string =>
    claim?.ground === undefined
      ? '申请的原因已经到期删除。'
      : `您申请的原因：${groundSaid(claim.ground, claim.words)}。`,
  withdrew: '您撤回了申请，不再算新的补贴。',
  withdraw: '撤回申请',
  withdrawTitle: '撤回交通补贴的申请？',
  withdrawText: '您说的原因马上删除，还没有发的补贴不再发，已经发的不用退。以后还可以再申请。',
  withdrawAction: '撤回申请',
  keep: '不撤回',
  withdrawn: '撤回了，您说的原因已经删除。',
  owed: '算给您的',
  paid: '已经发的',
  received: '收到了',
  receivedOf: (fen: number): string => `收到了 ${yuanWords(fen)}`,
  returnedOf: (fen: number): string => `退回了 ${yuanWords(-fen)}`,
  returned: '退回了',
  thanks: '记下了，谢谢您。',
  doubt: '钱没有收到、金额不对，请打社区电话。',
} as const

export const perOf = (per: SubsidyRate): string => perWords[per]
