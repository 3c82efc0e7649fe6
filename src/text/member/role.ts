import type { Role, Tier } from '#contract/member'

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

/** What a tier is called. */
export const tierText: Record<Tier, string> = {
  grid: '网格',
  community: '社区',
  subdistrict: '街道',
  district: '区',
}
