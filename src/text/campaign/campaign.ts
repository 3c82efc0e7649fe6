import type { CampaignFigures, Cluster } from '#contract/campaign'
import type { RequestState } from '#contract/request'
import { fullDateWords } from '#text/shared/time'

/** A campaign as everybody reads it. */
export const campaignText = {
  figures: ({ gathered, resolved, people }: CampaignFigures) =>
    gathered === 0
      ? '还没有并进来的诉求。'
      : `并进来 ${gathered} 件，办完 ${resolved} 件，关系到 ${people} 位居民。`,
  title: '办到哪里了',
  plan: (stages: readonly string[]) => `分 ${stages.length} 步：${stages.join('、')}`,
  notBegun: '还没有开始。',
  here: (stage: string) => `现在：${stage}`,
  story: '一步一步',
  after: '办好以后',
  requests: '并进来的诉求',
  requestEnd: {
    filed: '等受理',
    accepted: '已受理',
    assigned: '办理中',
    in_work: '办理中',
    resolved: '办完了',
    closed: '办结',
    declined: '没能办',
    reopened: '重办中',
  } satisfies Record<RequestState, string>,
  inCampaign: '并入了一个专项治理',
  inCampaignDetail: '和同类的问题一起办，看看办到哪里了',
} as const

/** A campaign for those who run it. */
export const campaignRunText = {
  run: '办这个专项治理',
  toPage: '看居民看到的页面',
  proposed: '可以一起办的',
  proposedLead: '同一个小区、同一类，60 天里有 3 件以上没办完的，列在这里。',
  proposedEmpty: { title: '现在没有扎堆的诉求', text: '同一个小区同一类的诉求多了，会列在这里。' },
  cluster: ({ estateName, categoryTitle }: Pick<Cluster, 'estateName' | 'categoryTitle'>) =>
    `${estateName} · ${categoryTitle}`,
  clusterDetail: ({ count, since }: Pick<Cluster, 'count' | 'since'>) =>
    `${count} 件没办完，最早的是 ${fullDateWords(since)}`,
  begin: '写一个专项治理',
  stage: '办到哪一步',
  stageOf: '现在是哪一步',
  stageWords: '跟大家说一句',
  stageHint: '大家都看得到。不要写谁家、谁的电话。',
  stageAction: '记下这一步',
  stageMissing: '请先选一步。',
  staged: '记下了，大家看得到。',
  open: '可以并进来的',
  openHint: '选中的，反映和支持的人会收到一条通知，只收一次。',
  openEmpty: '没有可以并进来的了。',
  openLine: (parts: readonly string[]) => parts.filter(Boolean).join(' · '),
  supporters: (count: number) => (count > 0 ? `${count} 人也要` : ''),
  gather: (count: number) => (count > 0 ? `把选中的 ${count} 件并进来` : '并进来'),
  gatherMissing: '请先选一件。',
  gathered: (left: number) =>
    left > 0 ? `并好了，有 ${left} 件刚刚办完或者并到了别处。` : '并好了，通知也发了。',
  list: '并进来的',
  listEmpty: '还没有并进来的。',
  resolve: '都办好了',
  resolveTitle: '一起办结？',
  resolveText: (open: number) =>
    `并进来、还没有办完的 ${open} 件，用同样的话办结。每一位都会收到，可以点「满意」，也可以说「没办好」。`,
  resolveWords: '办成了什么样',
  resolveHint: '说清做了什么、在哪里。不要写谁家、谁的电话。',
  resolveMissing: '请写明办成了什么样。',
  resolveAction: '一起办结',
  resolved: (open: number) => (open > 0 ? `办结了，还有 ${open} 件没办完。` : '都办结了，通知也发了。'),
  after: '办好以后的图片',
  afterHint: '和原来的图片放在一起给大家看。不要有别人的正脸、门牌。',
  afterMissing: '请先选一张图片。',
  afterAction: '放上去',
  afterDone: '放上去了。',
} as const
