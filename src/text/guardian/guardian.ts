import type { GuardianState } from '#contract/guardian'

/** The page 「监护人同意」, for a minor who volunteers and for the guardian. */
export const guardianText = {
  version: '2026-11',
  nameOf: (name: string, relation: string) => `${name}（${relation}）`,
  ownTitle: '我的监护人',
  ownLead:
    '未满 18 周岁当志愿者，要父母或其他监护人先同意。监护人用自己的手机点同意就行；没有手机的，到社区窗口签一张纸质同意书。',
  ownState: {
    asked: '已经告诉对方，等对方同意。',
    given: '已经同意您当志愿者。',
    declined: '这次没有同意。可以和家里人商量，再请一次。',
    withdrawn: '撤回了同意。请对方再点一次同意，就能继续。',
  } satisfies Record<GuardianState, string>,
  ask: '请监护人同意',
  askAgain: '请别的监护人',
  askTitle: '请监护人同意',
  askSteps: [
    '请监护人打开小程序「我的 · 代办」，给您看「我的代办码」。',
    '扫二维码，或者把下面的 24 位代办码填进来。',
  ],
  askStepsTyped: [
    '请监护人打开「我的 · 代办」，给您看「我的代办码」。',
    '把二维码下面的 24 位代办码填进来。',
  ],
  scan: '扫监护人的二维码',
  scanned: '已经扫到监护人的代办码。',
  code: '监护人的代办码',
  codeHint: '24 位数字和字母，空格可写可不写。',
  codeWrong: '代办码是 24 位的数字和 a 到 f，请对着监护人的屏幕再看一遍。',
  relation: '监护人是您的',
  relations: ['母亲', '父亲', '祖父母', '外祖父母', '其他监护人'],
  relationMissing: '请选监护人是您的什么人。',
  submit: '告诉监护人',
  unknown: '没有找到这个人，或者对方的登记还没有核对通过。请和监护人再对一遍代办码。',
  asked: '已经告诉监护人，同意以后会通知您。',

  wardsTitle: '我替谁同意',
  wardsLead:
    '家里孩子满 14 周岁、未满 18 周岁，自己有手机、想当志愿者，要您同意。孩子扫您的「我的代办码」，这里就会出现。',
  wardsEmpty: '现在没有孩子请您同意。',
  wardDetail: (relation: string, state: GuardianState) =>
    `您是${relation} · ${{ asked: '等您答复', given: '您已同意', declined: '您没有同意', withdrawn: '您撤回了同意' }[state]}`,
  open: '答复',
  openOf: (name: string) => `答复：${name}`,
  change: '查看',
  changeOf: (name: string) => `查看：${name}`,
  answerTitle: (name: string) => `${name}想当志愿者`,
  answerText: (name: string, relation: string) => `${name}说您是${relation}。请看清楚再答复：`,
  consequences: [
    '同意以后，队长通过了，孩子就能认领适合年龄的任务；要持证的活，未满 18 周岁不能认领。',
    '去之前请和孩子说好时间、地点，路上注意安全。',
    '您随时可以撤回，马上生效，已经认领的任务放回大厅。',
    '您的姓名和关系，服务队队长看得到。',
  ],
  give: '我同意',
  decline: '不同意',
  withdraw: '撤回同意',
  given: (name: string) => `您同意了${name}当志愿者，已经告诉孩子。`,
  declined: (name: string) => `您没有同意${name}，已经告诉孩子。`,
  withdrawn: (name: string) => `已经撤回。${name}暂时不能认领任务，已经认领的放回了大厅。`,
  later: '先不答复',
  close: '关上',
} as const

/** A guardian without an account: what a worker writes down from a paper. */
export const guardianPaperText = {
  open: '监护人同意',
  openOf: (name: string) => `监护人同意：${name}`,
  title: (name: string) => `${name}的监护人同意`,
  /** To everybody who may see it. */
  recorded: (by: string, note: string) => `纸质同意书，由${by}代为登记：${note}`,
  recordedShort: (by: string) => `纸质同意书，由${by}登记。`,
  ownWord: '监护人是用自己的手机同意的。要撤回，请监护人自己点。',
  lead: '未满 18 周岁当志愿者，要监护人同意。监护人没有手机的，请当面看证件、签纸质同意书，再登记在这里。本人会收到通知，也看得到是谁登记的。',
  name: '监护人姓名',
  nameWrong: '请填监护人的姓名，只写文字。',
  relation: '是孩子的',
  relationMissing: '请选监护人是孩子的什么人。',
  note: '同意书的情况',
  noteHint: '哪天签的、存在哪里。比如：11月27日当面签字，存社区档案柜。不要写证件号码。',
  noteMissing: '请写明同意书是哪天签的、存在哪里。',
  record: '登记同意',
  done: (name: string) => `登记好了，已经通知${name}。`,
  endLead: '监护人要撤回的，在这里登记。撤回马上生效，孩子认领的任务放回大厅。',
  endReason: '怎么知道要撤回',
  endHint: '比如：监护人当面说的、打电话说的。',
  endMissing: '请写明怎么知道要撤回。',
  end: '登记撤回',
  ended: (name: string) => `已经登记撤回，${name}认领的任务放回了大厅。`,
} as const
