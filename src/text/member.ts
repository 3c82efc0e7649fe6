import type { Role } from '#contract/member'

/** What a role is called. */
export const roleText: Record<Role, string> = {
  resident: '居民',
  volunteer: '志愿者',
  team_leader: '队长',
  coordinator: '妇女之家协调员',
  grid_worker: '网格员',
  officer: '社区工作人员',
  admin: '管理员',
}

/** The page 「我的」. */
export const meText = {
  roles: (words: readonly string[]) => words.join('、'),
  volunteerNo: '志愿者编号',
  phone: '电话',
  noPhone: '没有登记',
  home: '住址',
  myBookings: '我的预约',
  myBookingsDetail: '约过的、正在办的',
  myClaims: '我认领的任务',
  statement: '服务时长',
  statementDetail: '每一笔都可以查',
  notices: '通知',
  unread: (count: number) => `${count} 条未读`,
  teams: '志愿服务队',
  teamsDetail: '看看有哪些队，申请加入',
  dependents: '我照护的家人',
  dependentsCount: (count: number) => `${count} 人`,
  dependentsDetail: '替没有手机的家人预约',
  proxies: '代办',
  proxiesDetail: '请人替我办，或者我替别人办',
  access: '谁看过我的信息',
  accessDetail: '电话、住址，看一次记一次',
  residents: '居民核对与查找',
  residentsDetail: '核对登记，替居民办事',
  browsers: '登录过的电脑',
  signOut: '退出登录',
  signOutTitle: '在这台电脑上退出登录？',
  signOutText: '退出后，要再看自己的预约，需要重新登录。您的预约和时长都还在。',
  signOutKeep: '先不退出',
} as const

/** The page 「我照护的家人」. */
export const dependentsText = {
  lead: '家里老人、孩子没有手机，您可以替他们预约。只登记办事需要的内容。',
  emptyTitle: '还没有登记家人',
  emptyText: '登记以后，预约时就能选「替谁约」。',
  addTitle: '添加一位家人',
  add: '添加',
  openAdd: '添加一位家人',
  name: '姓名',
  relation: '与您的关系',
  relations: ['母亲', '父亲', '爱人', '子女', '祖父母', '其他亲属'],
  consent: '他本人怎么同意的',
  consentHint: '替人办事要本人同意。请写一句，比如「11 月 20 日当面说好，由我替她预约」。',
  nameMissing: '请填家人的姓名。',
  relationMissing: '请选与您的关系。',
  consentMissing: '请写一句本人是怎么同意的。',
  added: (name: string) => `${name}已经添加好了，预约时可以选「替谁约」。`,
  remove: '移除',
  removeOf: (name: string) => `移除${name}`,
  removeTitle: (name: string) => `移除${name}？`,
  removeText: '移除后，就不能再替他预约。已经约好的不受影响。',
  removeKeep: '先不移除',
  removed: (name: string) => `${name}已经移除。`,
} as const
