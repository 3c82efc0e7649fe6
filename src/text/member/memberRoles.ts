import type { WholeCommunity } from '#contract/community'
import type { Grant, HeldRole, Role, RoleChange } from '#contract/member'
import { clockWords, dateWords, fullDateWords } from '#text/shared/time'
import { roleText, tierText } from './role'

/** What a role allows. It is read before the role is given. */
const allows: Record<Role, string> = {
  resident: '能预约服务。登记核对通过就有。',
  volunteer: '能认领这个队的预约，认领以后看得到门牌和电话。',
  team_leader: '决定谁能入队，看得到这个队全部预约的门牌和电话。',
  coordinator: '发布活动和培训，管签到和名单。',
  grid_worker: '核对这个网格的登记，替居民办事，查看电话和住址要写原因。',
  officer: '办理转到这一级的诉求。',
  admin: '什么都能看、能改，也能给别人身份。请只给最信得过的人。',
}

/** `维修服务队的队长`. A team or grid that no longer exists is named by its id. */
export function grantWords({ role, scope }: Grant, community: WholeCommunity | undefined): string {
  const team = community?.teams.find(({ teamId }) => teamId === scope?.teamId)?.name ?? scope?.teamId
  const grid = community?.grids.find(({ gridId }) => gridId === scope?.gridId)?.name ?? scope?.gridId
  const tier = scope?.tier && tierText[scope.tier]
  const where = team ?? grid ?? tier
  return where ? `${where}的${roleText[role]}` : roleText[role]
}

export const memberRolesText = {
  noId: { title: '没有找到这个人', text: '请从「居民核对与查找」里打开。', action: '去找居民' },
  held: '现在的身份',
  since: ({ role, since, by, byConfiguration }: HeldRole) => {
    if (byConfiguration) return '由系统配置指定，不能在这里收回'
    if (since === undefined) return '没有记录'
    return `${fullDateWords(since)}起${by ? `，${by}给的` : role === 'resident' ? '，登记通过时得到' : '，入队时得到'}`
  },
  phone: (masked: string | undefined) => `电话 ${masked ?? '没有登记'}`,
  grant: '给一个身份',
  grantTitle: (name: string) => `给${name}一个身份`,
  role: '什么身份',
  roles: (['team_leader', 'volunteer', 'grid_worker', 'coordinator', 'officer', 'admin'] as const).map(
    (role) => ({
      value: role,
      title: roleText[role],
      detail: allows[role],
    }),
  ),
  team: '哪个服务队',
  grid: '哪个网格',
  tier: '哪一级',
  roleMissing: '请选一个身份。',
  scopeMissing: '请选在哪里。',
  next: '下一步',
  back: '重选身份',
  give: '就给这个身份',
  tells: '对方会收到通知。谁给的，有记录。',
  given: (words: string, name: string) => `${name}现在是${words}，已经通知本人。`,
  revoke: '收回',
  revokeOf: (words: string) => `收回：${words}`,
  revokeTitle: (words: string, name: string) => `收回${name}的「${words}」？`,
  revokeText: '马上就不能再办这个身份的事。认领了还没去的预约会重新挂出。本人会收到通知，谁收回的有记录。',
  revokeKeep: '先不收回',
  revoked: (words: string, name: string) => `${name}的「${words}」收回了，已经通知本人。`,
  history: '经过',
  change: (change: RoleChange, words: string) => {
    const who = change.by ?? (change.change === 'granted' ? '入队时' : '系统')
    return `${who}${change.change === 'granted' ? (change.by ? '给了' : '得到') : '收回了'}：${words}`
  },
  when: (change: RoleChange) => `${dateWords(change.at)} ${clockWords(change.at)}`,
} as const
