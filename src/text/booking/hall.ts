/** 任务大厅. */
export const hallText = {
  lead: '这些邻居还在等人帮忙，越适合您的排在越前面。',
  asked: '请您帮忙',
  visitor: {
    title: '志愿者在这里认领任务',
    text: '登录以后，就能看到您的服务队里有哪些邻居要帮忙。',
    action: '登录',
  },
  join: {
    title: '您还不是志愿者',
    text: '先加入一个服务队，队长同意以后，这里就会列出要帮忙的邻居。',
    action: '看看有哪些服务队',
  },
  empty: {
    title: '现在没有等着认领的',
    text: '您的服务队里，邻居的预约都有人管了。过一会儿再来看看，谢谢您惦记。',
    action: '看看我认领的',
  },
  hands: (claimed: 0 | 1 | 2 | undefined) => (claimed === 1 ? '要两位，还差一位' : '要两位'),
  series: (ahead: number) => (ahead > 1 ? `每周一次，还有 ${ahead} 次没人认领` : '每周一次里的这一次'),
  licence: (licence: string) => `要有${licence}`,
  hints: (hints: readonly string[]) => `常见要留意：${hints.join('、')}`,
} as const

/** The hall's filters. */
export const hallFilterText = {
  open: '筛选',
  title: '只看哪些',
  day: '哪一天',
  anyDay: '哪天都行',
  kind: '做什么',
  anyKind: '什么都行',
  estate: '哪个小区',
  anyEstate: '哪里都行',
  team: '哪个队',
  anyTeam: '我的每个队',
  and: '、',
  show: '就看这些',
  only: (what: readonly string[]) => `现在只看：${what.join('、')}`,
  all: '看全部',
  none: { title: '没有符合的', text: '换个条件，或者看看全部。' },
} as const
