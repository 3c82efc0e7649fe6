import type { PactVoteResult } from '#contract/publication'
import type { RequestState } from '#contract/request'
import type { Instant } from '#contract/shared/scalars'
import { dateWords, momentWords } from '#text/shared/time'

/** What residents read and do on a pact's page. */
export const pactText = {
  title: '赞成的人',
  counts: (assents: number, paper: number) =>
    paper > 0 ? `在手机上 ${assents} 人，在纸上 ${paper} 人` : `在手机上 ${assents} 人`,
  nameless: '只记人数，不公开名字。',
  assent: '我赞成',
  assented: '您赞成了这一版。',
  takeBack: '不赞成了，撤回',
  done: { assent: '记下了，谢谢您。', takeBack: '已经撤回。' },
  voteTitle: '新的一版，请您投票',
  voteUntil: (at: Instant, now: Instant) => `投到${momentWords(at, now)}。投票期间，还按现在这一版。`,
  voteChanged: (parts: string) => `改了：${parts}`,
  voteNew: '新的一版这样写',
  voteRule: (least: number) =>
    `每人一票，投了不能改。赞成的比不赞成的多，新的一版就算数。${least > 1 ? `至少要 ${least} 人投票。` : ''}`,
  yes: '赞成新的一版',
  no: '不赞成，还用现在的',
  confirm: {
    yes: { title: '投「赞成」吗？', action: '投赞成票' },
    no: { title: '投「不赞成」吗？', action: '投不赞成票' },
  },
  confirmText: '投出去以后不能改，也不能再投。谁投了什么，社区也看不到。',
  keep: '再想一想',
  voted: '票投好了。',
  votedAlready: '您投过了，谢谢您。',
  ballot: '您的票号',
  ballotHow:
    '请把票号抄下来。结果公布以后，在「看每一张票」里能找到它，看看有没有记错。投票结束以后，这里就查不到票号了。',
  cast: (count: number) => `已经有 ${count} 人投票。怎么投的，结束以前谁也看不到。`,
  resultTitle: '上次投票的结果',
  result: ({ edition, yes, no, passed, at }: PactVoteResult) =>
    `第 ${edition} 版，${dateWords(at)}截止：赞成 ${yes} 票，不赞成 ${no} 票，${passed ? '通过了' : '没有通过'}。`,
  tooFew: (least: number) => `至少要 ${least} 人投票，这次人数不够。`,
  toProof: '看每一张票',
} as const

export const proposalText = {
  title: '大家的建议',
  none: '还没有公开的建议。',
  open: '提一条建议',
  sheetTitle: '您想怎么改',
  sheetText: '先给社区看，别人看不到。社区去掉姓名、电话再公开，让大家支持，并且答复您。',
  label: '您的建议',
  hint: '不用写姓名和电话。',
  missing: '请写一句您的建议。',
  action: '交给社区',
  done: '已经交给社区。在「我反映的问题」里能看到办到哪一步。',
  supporters: (count: number) => (count > 0 ? `${count} 人支持` : '还没有人支持'),
  answer: (words: string) => `社区答复：${words}`,
  state: (state: RequestState): string =>
    state === 'resolved' || state === 'closed' ? '已答复' : state === 'declined' ? '没有采纳' : '在研究',
} as const

export const paperAssentText = {
  open: '记上纸上的赞成',
  title: '纸上有多少人赞成',
  text: '数一数纸上签了多少人，只记人数，不记名字。纸请社区留着。',
  count: '多少人',
  countMissing: '请填人数，1 到 100000。',
  note: '是哪一张纸',
  noteHint: '例如：火柴厂一栋，12 月 3 日收的。',
  noteMissing: '请写明是哪一张纸，以后好核对。',
  action: '记上',
  done: (paper: number) => `记上了，纸上一共 ${paper} 人。`,
  book: '纸上赞成的记录',
  bookEmpty: '还没有记过。',
  line: (count: number, note: string) =>
    count > 0 ? `${count} 人 · ${note}` : `撤回 ${-count} 人 · ${note}`,
  by: (who: string, at: Instant) => `${who}，${dateWords(at)}`,
  reversed: '已撤回',
  takeBack: '撤回',
  takeBackOf: (note: string) => `撤回：${note}`,
  takeBackTitle: '撤回这一笔吗？',
  takeBackText: '原来那一笔还留着，下面多记一笔，减掉它的人数。',
  takeBackLabel: '为什么撤回',
  takeBackReasons: ['人数数错了。', '记重了。', '有人在手机上也赞成了。'],
  takenBack: (paper: number) => `撤回了，纸上还有 ${paper} 人。`,
} as const

/** How a vote was counted, explained. */
export const voteProofText = {
  noId: { title: '没有找到这次投票', text: '链接可能不完整。请从公约的页面打开。', action: '看看社区公告' },
  open: '投票还没有结束。现在谁也看不到票，结束以后这里公布每一张。',
  checkedTitle: '在您的手机上重新数了一遍',
  good: '对得上：票数和公布的一样，校验码也一样。',
  bad: '对不上：公布的结果和重新数出来的不一样。请把这一页给社区看，请他们说明。',
  fault: {
    hash: '校验码不一样。',
    count: '票数不一样。',
    result: '通不通过，和票数不符。',
    twice: '有的票号出现了两次。',
  },
  counted: (yes: number, no: number) => `赞成 ${yes} 票，不赞成 ${no} 票`,
  passed: '新的一版通过了',
  failed: '新的一版没有通过',
  howTitle: '是怎么数的',
  how: [
    '每位居民投一张票，票上没有名字，只有随机的票号。投票的时候，票号只给投票的人自己看。',
    '投票结束，系统删掉「谁拿了哪张票」，再把每一张票按票号排好，全部公布。',
    '把这些票合在一起算出一个校验码。改动、增加、减少任何一张，校验码都会变。',
  ],
  hash: '校验码',
  poll: '这次投票的编号',
  find: '找我的票',
  findLabel: '您的票号',
  findHint: '投票时抄下来的，b_ 开头。写前几个字也行。',
  findAction: '找一找',
  found: (id: string, yes: boolean) => `${id}：${yes ? '赞成' : '不赞成'}`,
  notFound: '没有这个票号。请对一对有没有抄错；没有抄错的话，请告诉社区。',
  ballots: (count: number) => `全部的票（${count} 张）`,
  yes: '赞成',
  no: '不赞成',
  trustTitle: '还有什么是要信得过社区的',
  trust:
    '这个办法能保证每张票都数了、没有改过，您能找到自己的那一张。它不能保证社区没有给不住在这里的人核实身份，也不能保证投票期间管电脑的人没有偷看。所以票的张数是公开的，您可以和知道的人数比一比。',
} as const
