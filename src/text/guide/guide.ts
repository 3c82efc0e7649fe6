import { type AnswerFault, guideAnswersKeptDays, longestAnswer } from '#contract/guide'

/** How a matter is done: what to bring, and what one may answer beforehand. */
export const guideText = {
  bringHint: '带齐一样，点一样。这一页打开过，没有网也能看。',
  brought: (got: number, of: number) => (got === of ? '都带齐了。' : `带齐了 ${got} 样，一共 ${of} 样。`),
  apply: {
    title: '先在手机上填好',
    text: (questions: number) => `有 ${questions} 个问题，一个一个问。填好交上去，工作人员先看，少跑一趟。`,
    stages: (stages: readonly string[]) => `交上去以后，一步一步告诉您：${stages.join('、')}。`,
    action: '先在手机上填好（预受理）',
  },
  at: (at: number, of: number) => `第 ${at} 题，共 ${of} 题`,
  review: '最后看一遍',
  reviewText: '点哪一行，就改哪一行。都对了再交。',
  unanswered: '没有填',
  change: '改',
  changed: '改好了，回去看',
  send: '交上去',
  keeps: `填的只有您和办这件事的人看得到。办完 ${guideAnswersKeptDays} 天，自动删掉。`,
  noPapers: '不用写身份证号、银行卡号和手机号，也不用拍证件。',
  lost: '上次填的会删掉，找不回来。',
  faults: {
    missing: '这一题要填，填好再往下。',
    not_a_number: '请只写数字，例如 3。',
    not_a_day: '请选一个日子。',
    not_an_option: '请从下面选一个。',
    too_long: `太长了，请写在 ${longestAnswer} 个字以内。`,
  } satisfies Record<AnswerFault, string>,
  closed: {
    title: '这件事现在不用先填',
    text: '请按指南带好材料直接来，也可以打社区电话问。',
    action: '看看指南',
  },
  none: {
    title: '没有找到这份指南',
    text: '链接可能不完整。办事指南都在「社区公告」里。',
    action: '看看社区公告',
  },
} as const

/** A pre-acceptance, on its request's page. */
export const guideStageText = {
  title: '办到哪一步',
  here: '现在到这一步',
  behind: '办过了',
  ahead: '还没到',
  toGuide: '看办事指南',
} as const
