import type { RawInputOf } from '#contract/operations'
import { numeral } from '#contract/setUp/numeral'
import {
  readyCategories,
  readyProjects,
  readyServices,
  readyTeams,
  readyWomensTeam,
} from '#contract/setUp/readySet'
import { defaultLimits } from '#contract/shared/defaultLimits'

const covers = (estateId: string, ...numbers: number[]) => [
  { estateId, buildings: numbers.map((number) => `${number}栋`) },
]
/** The buildings of each grid. */
const covered = [
  covers('huochai', 1, 3, 5),
  covers('huochai', 2, 4, 6, 7, 8),
  covers('yangshu', 1, 3, 5),
  covers('yangshu', 2, 4, 6),
  covers('juliu', 1, 2, 3, 4),
  covers('juliu', 5),
  covers('juliu', 6),
  covers('liangjiang', 1),
  covers('liangjiang', 2),
  covers('liangjiang', 3, 4),
]

/** What is the sample community's own about a team of the ready set: its words, or that they are no sample. */
const own: Readonly<Record<string, { name?: string; sample?: false }>> = {
  repair: { sample: false },
  disability_aid: { sample: false },
  women: { name: '巾帼服务队（邻里守望·姐妹相助）' },
  mediation: { name: '调解与法律援助队（小马工作室）' },
}

/** The sample community: the ready set, whose teams beyond repair and disability aid are examples, and a place. */
export const sampleCommunity: RawInputOf<'community.edit'> = {
  name: '土崩坎社区',
  phone: '023-0000 0000',
  volunteerPrefix: 'TBK',
  estates: [
    { estateId: 'huochai', name: '火柴新村', buildings: buildings(8), perRow: 4 },
    { estateId: 'yangshu', name: '杨树新村', buildings: buildings(6), perRow: 3 },
    { estateId: 'juliu', name: '巨柳新村', buildings: buildings(6), perRow: 3 },
    { estateId: 'liangjiang', name: '两江名品', buildings: buildings(4), perRow: 2 },
  ],
  grids: Array.from({ length: 10 }, (_, index) => ({
    gridId: `grid${index + 1}`,
    name: `第${numeral(index + 1)}网格`,
    covers: covered[index] ?? [],
  })),
  groups: Array.from({ length: 18 }, (_, index) => ({
    groupId: `group${index + 1}`,
    name: `居民${numeral(index + 1)}组`,
  })),
  projects: [...readyProjects],
  teams: readyTeams.map((team) => ({ ...team, ...own[team.teamId] })),
  services: [...readyServices],
  requestCategories: [...readyCategories],
  womensTeamId: readyWomensTeam,
  issuer: { name: '土崩坎社区居民委员会', contact: '023-0000 0000' },
  controller: { name: '土崩坎社区居民委员会', phone: '023-0000 0000' },
  limits: defaultLimits,
}

function buildings(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${index + 1}栋`)
}
