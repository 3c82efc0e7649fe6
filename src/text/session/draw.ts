/** The draw, explained. */
export const drawProofText = {
  noId: { title: '没有找到这次抽签', text: '链接可能不完整。请从活动里打开。' },
  howTitle: '是怎么抽的',
  how: [
    '发布活动时，系统先定好一串谁也看不到的字（种子），并公开它的「指纹」。指纹一公开，种子就改不了。',
    '报名的每一家有一张签，签上没有名字，只有一串字符。',
    '截止以后公开种子，用种子和每张签算出一个数，从小到大排队，名额从前往后给。算法公开，谁都能重算。',
  ],
  fingerprint: '指纹（报名前公开）',
  seed: '种子',
  seedLater: '抽签以后公开',
  mine: '我的签',
  mineOf: (ticket: string, rank: number | undefined, size: number) =>
    rank === undefined ? `${ticket}（${size} 人）` : `${ticket}（${size} 人），排在第 ${rank} 位`,
  tickets: (count: number) => `全部的签（${count} 张）`,
  waiting: (count: number, capacity: number) =>
    `还没有抽。现在有 ${count} 张签，${capacity} 个名额。抽完以后，这里会重新算一遍。`,
  checkedTitle: '在您的手机上重新算了一遍',
  yes: '对得上：种子和早先公开的指纹一致，每张签的顺序和结果都没有错。',
  no: '对不上：公开的结果和重新算出来的不一样。请把这一页给社区看，请他们说明。',
  noSeed: '种子和早先公开的指纹不一致。',
  noOrder: '有的签顺序不对。',
  noResult: '有的签结果不对。',
  trustTitle: '还有什么是要信得过社区的',
  trust:
    '这个办法能保证种子没有中途换过、顺序没有改过。它不能保证社区没有添几张假签、或者在种子定下以后偷看种子再决定谁报名。所以签的张数、每张几个人都公开，您可以记下指纹和张数来比。',
  row: (rank: number, size: number) => `第 ${rank} 位 · ${size} 人`,
  got: '报上了',
  waits: '候补',
  isMine: '我的签',
} as const
