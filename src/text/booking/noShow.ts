import type { AttendanceProof, NoShowSide, NoShowView } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { momentWords } from '#text/shared/time'

const proofHow: Record<AttendanceProof['how'], string> = { scan: '扫码', typed: '输码', slip: '纸条' }

/** What is said when one of two people did not come. */
export const noShowText = {
  title: '失约核对',
  /** The words for each side that is said not to have come. */
  say: {
    claimer: {
      open: '志愿者没有来',
      title: '志愿者没有来？',
      text: '请先打个电话问问，人可能在路上。说了以后，还来得及的就重新挂出，请别的志愿者来。志愿者和队长会看到您的话。',
      label: '是怎么回事',
      reasons: ['等了很久没有来', '打电话没有人接', '说来不了，没有交还'],
      action: '确定，没有来',
      done: '记下了，已经告诉队长。谢谢您说一声。',
    },
    requester: {
      open: '到了，没有人在',
      title: '到了，没有找到人？',
      text: '请先打电话、敲敲门，老人听得慢。说了以后，这一单就结束了。居民和队长会看到您的话。',
      label: '是怎么回事',
      reasons: ['敲门没有人应', '打电话没有人接', '说今天不用了，没有取消'],
      action: '确定，没有找到人',
      done: '记下了，已经告诉居民和队长。辛苦您跑一趟。',
    },
  },
  appeal: {
    open: '我来说明',
    title: '说一说是怎么回事',
    text: '队长会看到您的话，两边核对以后再定。',
    label: '是怎么回事',
    reasons: {
      claimer: ['我去了，可能没有碰上', '我事先打过招呼', '路上出了意外，没来得及说'],
      requester: ['我一直在家', '我事先打过招呼', '临时有急事，没来得及说'],
    },
    action: '提交说明',
    done: '已经告诉队长，有了结果会通知您。',
  },
  decide: {
    stands: '仍记失约',
    standsTitle: '仍记为失约？',
    lift: '撤销这条记录',
    liftTitle: '撤销这条失约记录？',
    text: '两边都会看到结果和原因。请先两边都问过。',
    label: '为什么这样定',
    standsReasons: ['两边问过，确实没有到', '没有说明，也联系不上'],
    liftReasons: ['核对过，人到了', '事先说过，不算失约', '有意外情况，可以体谅'],
    standsAction: '确定仍记失约',
    liftAction: '确定撤销',
    done: '定好了，已经告诉两边。',
  },
  until: (at: Instant, now: Instant) => `${momentWords(at, now)} 前可以说明。`,
  appealed: (who: string, note: string) => `${who}的说明：${note}`,
  /** `who`: the volunteer, where the reader may not know. */
  proof: ({ step, at, how, reportedAt }: AttendanceProof, now: Instant, who?: string) =>
    `签到码为证：${who ? `${who} ` : ''}${momentWords(at, now)} ${step === 'checkIn' ? '签到' : '签退'}（${proofHow[how]}），${momentWords(reportedAt, now)} 才送到。`,
  word: (who: string, reason: string) => `${who}核对后：${reason}`,
  state: { said: '待核对', appealed: '有说明', upheld: '仍记失约', lifted: '已撤销' } satisfies Record<
    NoShowView['state'],
    string
  >,
  mild: '这条记录不公开，只有两边和队长看得到。',
  list: {
    way: '看失约记录',
    lead: '谁说的、怎么说的，都在这里。只有队长看得到。请两边问过再定；有难处的，多体谅。',
    emptyTitle: '没有失约',
    emptyText: '有人说约好了没有来，会出现在这里，也会通知您。',
  },
  missed: (count: number) => `近来认领了没有到：${count} 次`,
} as const

const sentences: Record<NoShowSide, (said: NoShowView) => string> = {
  claimer: ({ saidByName, accusedName, note }) => `${saidByName}说${accusedName}没有来：${note}`,
  requester: ({ saidByName, accusedName, note }) => `${saidByName}说到了没有找到${accusedName}：${note}`,
}
const mine: Record<NoShowSide, (said: NoShowView) => string> = {
  claimer: ({ saidByName, note }) => `${saidByName}说您没有来：${note}`,
  requester: ({ saidByName, note }) => `${saidByName}说到了没有找到您：${note}`,
}

/** Says who said what about whom. It says `您` where that is the reader. */
export const saidWords = (said: NoShowView): string =>
  said.own === 'accused' ? mine[said.side](said) : sentences[said.side](said)
