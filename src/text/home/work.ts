/** The work of somebody's office, on the first page. */
export const workText = {
  title: '工作台',
  counts: {
    dueToday: '今天到期',
    toAccept: '等受理',
    applications: '入队申请',
    unclaimed: '没人认领',
    honours: '时长等复核',
    interested: '想去应聘',
    followUps: '上岗回访',
  },
  activities: '妇女之家的活动',
  teamActivities: '队里的岗位和活动',
  write: '写公告、政策和办事指南',
  residents: '居民核对与查找',
} as const
