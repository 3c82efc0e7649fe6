/** The page 「代办」: who may act for me, and for whom I may act. */
export const proxyText = {
  mineTitle: '谁可以替我办',
  mineLead: '不方便用手机时，可以请信得过的居民替您预约。',
  mineEmpty: '现在没有人可以替您办。',
  since: (day: string) => `${day}起`,
  dismiss: '取消代办',
  dismissOf: (name: string) => `取消代办：${name}`,
  dismissTitle: (name: string) => `不再请${name}代办？`,
  dismissText: (name: string) =>
    `马上生效，${name}不能再替您办事，也会收到通知。已经约好的不受影响。以后还可以再请。`,
  dismissKeep: '先不取消',
  dismissed: (name: string) => `${name}不能再替您办事了，已经告诉对方。`,

  appoint: '请人代办',
  appointTitle: '请人代办',
  appointSteps: [
    '请对方打开小程序「我的 · 代办」，给您看「我的代办码」。',
    '扫对方的方块码，或者把下面的 24 位代办码填进来。',
  ],
  appointStepsTyped: [
    '请对方打开「我的 · 代办」，给您看「我的代办码」。',
    '把方块码下面的 24 位代办码填进来。',
  ],
  code: '对方的代办码',
  codeHint: '24 位数字和字母，空格可写可不写。',
  codeWrong: '代办码是 24 位的数字和 a 到 f，请对着对方的屏幕再看一遍。',
  codeOwn: '这是您自己的代办码。请填对方的。',
  notACode: '扫到的不是代办码。请对准对方「我的代办码」里的方块码。',
  scan: '扫对方的方块码',
  next: '下一步',
  confirmTitle: '请这个人替您办事？',
  confirmCode: '请和对方屏幕上的代办码对一对，要一模一样：',
  consequences: [
    '对方可以替您预约、取消、看签到码、确认服务，也看得到您的预约。',
    '对方看不到您的通知和时长，也改不了您的登记。',
    '替您办一件，您就收到一条通知。',
    '您随时可以取消，马上生效。',
  ],
  confirm: '就请这个人代办',
  keep: '先不请',
  /** The cloud knows nobody by this code, or their registration is not through. */
  unknown: '没有找到这个人，或者对方的登记还没有核对通过。请和对方再对一遍代办码。',
  appointed: (name: string) => `${name}现在可以替您办事了。要是认错了人，请马上点「取消代办」。`,
  appointedSomebody: '已经请好了。',

  theirsTitle: '我可以替谁办',
  theirsEmpty: '还没有人请您代办。谁要请您，就把下面的代办码给他看。',
  book: '替他预约',
  bookOf: (name: string) => `替他预约：${name}`,

  ownTitle: '我的代办码',
  ownText: '别人要请您代办，就给他看这个码。只给您认识、愿意替他办事的人看。',
  picture: '我的代办码的方块码，给请我代办的人扫',
  ownLabel: '代办码',
} as const
