import type { Community } from '#contract/community'
import type { MovedFrom } from '#contract/member'

/** What a member reads who changes their home or their name. */
export const movingText = {
  home: '住处',
  homeDetail: (home: string) => `${home}，搬了家在这里改`,
  name: '姓名',
  nameDetail: (name: string) => `${name}，写错了在这里改`,
  moveTitle: '搬到哪里了',
  renameTitle: '改姓名',
  renameLead: '请写身份证上的姓名。',
  /** Says what the change means, before it is made. */
  consequences: [
    '和社区登记册对得上的，马上改好；对不上的，由新网格的网格员核对，一般不超过两个工作日。',
    '核对的时候，已经约好、认领好的照常；新的先不能约、不能认领，身份也先停一停。',
    '以前约好的，地点不变；要换地点，请取消后重新预约。',
  ],
  renameConsequences: [
    '和社区登记册对得上的，马上改好；对不上的，由网格员核对，一般不超过两个工作日。',
    '核对的时候，已经约好、认领好的照常；新的先不能约、不能认领，身份也先停一停。',
  ],
  move: '改成这个住处',
  rename: '改成这个姓名',
  sameName: '这就是现在登记的姓名。',
  done: '改好了。',
  waits: '收到了，网格员核对好会通知您。',
  /** Somebody else has stated another home or name for the viewer. */
  askedTitle: (by: string) => `${by}替您改登记，您同意吗？`,
  askedLead: '您同意以前，登记的什么都不变。不是您的意思，请点「不同意」。',
  askedName: '姓名改成',
  askedHome: '住处改成',
  agree: '同意',
  disagree: '不同意',
  disagreed: '没有改，登记的还是原来的，已经告诉对方。',
  /** The name of the row that shows the earlier name and home. */
  before: '原来登记的',
  waitingTitle: '改的内容收到了，正在核对',
  waitingSteps: [
    '网格员核对您改的住处或姓名，一般不超过两个工作日，结果在「通知」里告诉您。',
    '已经约好、认领好的照常；新的等核对好再约。',
    '没有核对通过，登记的还是原来的，什么都不会少。',
  ],
} as const

/** `王奶奶 · 火柴新村 · 第一网格`: the name and home before the change. */
export function beforeWords(before: MovedFrom, community: Community | undefined): string {
  const estate = community?.estates.find(({ estateId }) => estateId === before.estateId)?.name
  const grid = community?.grids.find(({ gridId }) => gridId === before.gridId)?.name
  return [before.name, estate, grid].filter(Boolean).join(' · ')
}
