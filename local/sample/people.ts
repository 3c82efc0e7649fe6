import type { Grant } from '#contract/member'

/** A sample person. Names, numbers and doors are invented. */
export interface SamplePerson {
  openid: string
  name: string
  /** Who the person is, for the chooser. */
  note: string
  phone: string
  estateId: string
  building: string
  unit: string
  gridId: string
  roles: Grant[]
  /** Stays unverified, so that the queue is not empty. */
  pending?: boolean
  dependents?: {
    name: string
    relation: string
    needs?: string
    /** How old they become; their birthday falls in this month. */
    turns?: number
  }[]
  /** Skills they named. */
  skills?: string[]
  licences?: { licence: string; validUntil: string }[]
}

export const firstAdminOpenid = 'sample_admin'

const volunteer = (teamId: string): Grant => ({ role: 'volunteer', scope: { teamId } })
const leader = (teamId: string): Grant => ({ role: 'team_leader', scope: { teamId } })

export const samplePeople: readonly SamplePerson[] = [
  {
    openid: 'sample_wang',
    name: '王奶奶',
    note: '居民，住火柴新村，替老伴一起预约',
    ...home('huochai', '3栋', '2-1', 'grid1', 1),
    roles: [],
    dependents: [{ name: '老李', relation: '老伴', needs: '上下楼慢，请敲门后多等一会儿' }],
  },
  {
    openid: 'sample_li',
    name: '李师傅',
    note: '维修服务队志愿者',
    ...home('huochai', '5栋', '4-2', 'grid1', 2),
    skills: ['修水管', '换灯泡'],
    roles: [volunteer('repair')],
  },
  {
    openid: 'sample_chen',
    name: '陈队长',
    note: '维修服务队队长，有电工证',
    ...home('yangshu', '1栋', '1-3', 'grid3', 3),
    skills: ['电工', '水电'],
    roles: [volunteer('repair'), leader('repair')],
    licences: [{ licence: '电工证', validUntil: '2030-12-31' }],
  },
  {
    openid: 'sample_zhou',
    name: '周师傅',
    note: '维修服务队志愿者',
    ...home('huochai', '6栋', '2-3', 'grid2', 14),
    skills: ['修门锁', '木工'],
    roles: [volunteer('repair')],
  },
  {
    openid: 'sample_he',
    name: '何叔',
    note: '居民，常约人陪着出门',
    ...home('juliu', '2栋', '1-1', 'grid5', 4),
    roles: [],
  },
  {
    openid: 'sample_wu',
    name: '小吴',
    note: '助残服务队志愿者',
    ...home('juliu', '4栋', '6-2', 'grid5', 5),
    roles: [volunteer('disability_aid'), volunteer('elder_care')],
  },
  {
    openid: 'sample_feng',
    name: '冯老师',
    note: '助残服务队队长',
    ...home('liangjiang', '1栋', '9-4', 'grid8', 6),
    roles: [volunteer('disability_aid'), leader('disability_aid')],
    dependents: [{ name: '冯婆婆', relation: '母亲', turns: 85 }],
  },
  {
    openid: 'sample_zheng',
    name: '郑大姐',
    note: '居民，也是敬老服务队志愿者',
    ...home('yangshu', '3栋', '5-1', 'grid3', 7),
    roles: [volunteer('elder_care'), volunteer('women')],
    dependents: [{ name: '郑老太', relation: '母亲' }],
  },
  {
    openid: 'sample_yu',
    name: '郑小雨',
    note: '十六岁，郑大姐的女儿，想当志愿者',
    ...home('yangshu', '3栋', '5-1', 'grid3', 15),
    roles: [],
  },
  {
    openid: 'sample_zhao',
    name: '赵姐',
    note: '妇女之家协调员',
    ...home('yangshu', '2栋', '3-2', 'grid4', 8),
    roles: [{ role: 'coordinator' }, volunteer('women'), leader('women')],
  },
  {
    openid: 'sample_liu',
    name: '小刘',
    note: '第一网格网格员',
    ...home('huochai', '1栋', '1-1', 'grid1', 9),
    roles: [{ role: 'grid_worker', scope: { gridId: 'grid1' } }],
  },
  {
    openid: 'sample_sun',
    name: '孙主任',
    note: '社区工作人员',
    ...home('liangjiang', '2栋', '2-2', 'grid9', 10),
    roles: [{ role: 'officer', scope: { tier: 'community' } }],
  },
  {
    openid: 'sample_gao',
    name: '高科长',
    note: '街道工作人员',
    ...home('liangjiang', '3栋', '7-1', 'grid10', 11),
    roles: [{ role: 'officer', scope: { tier: 'subdistrict' } }],
  },
  {
    openid: 'sample_tang',
    name: '小唐',
    note: '刚搬来，登记还在核对',
    ...home('juliu', '5栋', '3-3', 'grid6', 12),
    roles: [],
    pending: true,
  },
  {
    openid: 'sample_tian',
    name: '小田',
    note: '登记册上是另一个网格，等网格员核对',
    ...home('huochai', '6栋', '3-1', 'grid1', 15),
    roles: [],
    pending: true,
  },
  {
    openid: 'sample_hao',
    name: '郝队长',
    note: '平安巡逻队队长',
    ...home('huochai', '4栋', '3-1', 'grid2', 16),
    roles: [volunteer('patrol'), leader('patrol')],
  },
  {
    openid: 'sample_miao',
    name: '苗阿姨',
    note: '绿化环境队队长',
    ...home('yangshu', '4栋', '2-1', 'grid4', 17),
    roles: [volunteer('greening'), leader('greening')],
  },
  {
    openid: 'sample_wen',
    name: '文老师',
    note: '文艺节庆队和爱心助学队队长',
    ...home('liangjiang', '1栋', '3-3', 'grid8', 18),
    roles: [volunteer('arts'), leader('arts'), leader('tutoring')],
  },
  {
    openid: firstAdminOpenid,
    name: '社区管理员',
    note: '管理员，由配置指定',
    ...home('huochai', '2栋', '1-2', 'grid2', 13),
    roles: [],
  },
]

/** Somebody who has not registered. Who enters as them sees what the phone of a stranger shows. */
export const newcomer = {
  openid: 'sample_newcomer',
  name: '一位新居民',
  note: '刚搬来，还没登记',
}

/**
 * Who can be seen where another community than the sample stands: the configured first admin, and two phones. None
 * of them is registered by anything but the product's screens.
 */
export const phones = [
  { openid: firstAdminOpenid, name: '社区管理员', note: '首位管理员，由配置指定' },
  newcomer,
  { openid: 'sample_neighbour', name: '另一位新居民', note: '也还没登记，可以来当志愿者' },
]

/**
 * The sample's household register: most people are in it, some dwellings without names, one person in another
 * grid, one not at all.
 */
export const sampleRegister = [
  '小区,楼栋,房号,网格,居民组,姓名',
  '火柴新村,3栋,2单元1,第一网格,居民一组,王奶奶、老李',
  '火柴新村,5栋,4-2,第一网格,居民一组,李师傅',
  '火柴新村,6栋,2-3,第二网格,居民二组,周师傅',
  '火柴新村,6栋,3-1,第二网格,居民二组,小田',
  '杨树新村,1栋,1-3,第三网格,居民四组,陈队长',
  '杨树新村,3栋,5-1,第三网格,居民五组,郑大姐、郑老太',
  '巨柳新村,2栋,1-1,第五网格,居民八组,何叔',
  '巨柳新村,4栋,6-2,第五网格,居民八组,',
  '两江名品,1栋,9-4,第八网格,居民十四组,冯老师',
].join('\r\n')

/** An invented door and an invented telephone number. */
function home(estateId: string, building: string, unit: string, gridId: string, serial: number) {
  return { estateId, building, unit, gridId, phone: `1390000${String(serial).padStart(4, '0')}` }
}
