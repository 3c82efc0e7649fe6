import type { CommunityTeam, Project, RequestCategory, Service } from '../community'

// What a community may begin with. None of it is anybody's own: a community takes of it what it has, and renames it.
// It is apart from the schemas, so that only the page that sets a community up carries it.

/** What a picture of something broken should show. */
const broken = '拍一拍坏的地方，志愿者好带工具'

export const readyProjects: readonly Project[] = [
  { projectId: 'elders_and_disabled', name: '敬老助残' },
  { projectId: 'schooling', name: '爱心助学' },
  { projectId: 'relief', name: '扶贫帮困' },
  { projectId: 'sisters', name: '邻里守望·姐妹相助' },
  { projectId: 'rest_stop', name: '爱心休闲驿站' },
]

export const readyTeams: readonly CommunityTeam[] = [
  team('repair', '维修服务队', '上门修水管、换灯泡、修门锁，帮邻居解决家里的小毛病。', 'relief'),
  team('disability_aid', '助残服务队', '陪行动不便的邻居出门、办事，搭把手做家务。', 'elders_and_disabled'),
  team('elder_care', '敬老服务队', '看望独居老人，陪聊天，帮忙代购。', 'elders_and_disabled'),
  team('tutoring', '爱心助学队', '放学后陪孩子写作业、读书。', 'schooling'),
  team('relief', '扶贫帮困队', '给困难家庭送物资、跑手续。', 'relief'),
  team('women', '巾帼服务队', '妇女之家的姐妹互助，一起办活动。', 'sisters'),
  team('mediation', '调解与法律援助队', '调解邻里纠纷，解答法律疑问。'),
  team('patrol', '平安巡逻队', '早晚在小区里巡逻，查看消防和楼道。'),
  team('greening', '绿化环境队', '种花浇树，清理楼道杂物。'),
  team('arts', '文艺节庆队', '排节目、布置节日活动。'),
  team('employment', '就业帮扶队', '收集招工消息，组织技能培训。'),
]

/** The team that has the shifts of the women's home, where a community takes it. */
export const readyWomensTeam = 'women'

export const readyServices: readonly Service[] = [
  {
    service: 'repair',
    title: '上门维修',
    teamId: 'repair',
    kinds: [
      {
        kind: 'plumbing',
        title: '水管漏水',
        riskHints: ['地面湿滑', '需要关总阀'],
        skills: ['水电', '水龙头'],
        asks: '厨房水龙头一直滴水',
        sentences: ['水龙头一直滴水', '下水管漏水', '马桶漏水'],
        picturesHint: broken,
        places: ['home'],
      },
      {
        kind: 'lamp',
        title: '换灯泡',
        riskHints: ['需要登高'],
        skills: ['换灯', '水电', '电工'],
        asks: '厨房的灯不亮了',
        sentences: ['灯不亮了', '灯一直闪', '开关坏了'],
        picturesHint: '拍一拍坏的灯，志愿者好带灯泡',
        places: ['home'],
      },
      {
        kind: 'lock',
        title: '门锁门窗',
        riskHints: ['门窗可能松脱'],
        skills: ['开锁', '木工'],
        asks: '大门的锁拧不动',
        sentences: ['门锁拧不动', '门关不严', '窗户关不上'],
        picturesHint: broken,
        places: ['home'],
      },
      {
        kind: 'mains',
        title: '电路检修',
        needsLicence: '电工证',
        riskHints: ['带电，须先断电'],
        asks: '客厅的插座没有电',
        sentences: ['插座没有电', '一用电就跳闸', '家里停电了'],
        picturesHint: '拍一拍插座或者电箱，不要用手去碰',
        places: ['home'],
      },
      {
        kind: 'other_repair',
        title: '其他维修',
        asks: '晾衣架掉下来了',
        sentences: ['家具松了', '晾衣架坏了', '有东西坏了，请来看看'],
        picturesHint: broken,
        places: ['home'],
      },
    ],
  },
  {
    service: 'disability_aid',
    title: '助残服务',
    teamId: 'disability_aid',
    kinds: [
      {
        kind: 'escort',
        title: '陪同出门',
        riskHints: ['需要推轮椅', '需要上下楼梯'],
        skills: ['陪诊', '轮椅'],
        asks: '陪我去政务大厅办身份证',
        sentences: ['陪我去办事', '陪我上下楼', '陪我出门走走'],
        picturesHint: '要带的单子、要走的路，可以拍一张',
        places: ['accompany'],
        twoHands: true,
        weekly: true,
      },
      {
        kind: 'errand',
        title: '代办代购',
        skills: ['跑腿', '买菜'],
        asks: '帮我到超市买一袋米',
        sentences: ['帮我买菜', '帮我买米面', '帮我取快递', '帮我交费'],
        picturesHint: '要买的东西，可以拍一张样子',
      },
      {
        kind: 'housework',
        title: '家务帮手',
        // heavy work is not for new members
        experienced: true,
        riskHints: ['需要搬重物'],
        skills: ['打扫', '做饭', '搬东西'],
        asks: '帮忙擦窗户',
        sentences: ['帮忙打扫', '帮忙做一顿饭', '帮忙搬东西'],
        picturesHint: '要打扫、要搬的地方，可以拍一张',
        places: ['home'],
        twoHands: true,
        weekly: true,
      },
    ],
  },
  {
    service: 'elder_care',
    title: '敬老陪伴',
    teamId: 'elder_care',
    kinds: [
      {
        kind: 'visit',
        title: '上门看望',
        skills: ['聊天', '读报'],
        asks: '来家里陪老人说说话',
        sentences: ['陪我说说话', '给我读读报', '教我用手机'],
        places: ['home'],
        weekly: true,
      },
      {
        kind: 'shopping',
        title: '帮忙买菜',
        skills: ['代购', '跑腿'],
        asks: '买两斤青菜、一斤鸡蛋',
        weekly: true,
        sentences: ['买几样青菜', '买米和油', '买鸡蛋牛奶'],
        picturesHint: '要买的东西，可以拍一张样子',
      },
    ],
  },
]

export const readyCategories: readonly RequestCategory[] = [
  {
    category: 'parking_shed',
    title: '车棚',
    fields: [
      { field: 'which', title: '哪一个车棚', kind: 'text' },
      {
        field: 'wrong',
        title: '哪里不好',
        kind: 'choice',
        options: ['顶棚漏雨', '放不下车', '不能充电', '灯不亮', '没有车棚', '其他'],
      },
      { field: 'bicycles', title: '大概停多少辆车', kind: 'number' },
    ],
  },
  {
    category: 'green_space',
    title: '绿地',
    fields: [
      { field: 'where', title: '哪一块绿地', kind: 'text' },
      {
        field: 'what',
        title: '怎么了',
        kind: 'choice',
        options: ['草太高', '树枝挡路', '被踩坏了', '堆了东西', '想种点什么', '其他'],
      },
    ],
  },
  {
    category: 'rest_place',
    title: '休息座椅',
    fields: [
      {
        field: 'what',
        title: '怎么了',
        kind: 'choice',
        options: ['坏了', '不够坐', '想添一处', '没有遮阳挡雨', '其他'],
      },
    ],
  },
  {
    category: 'safety',
    title: '安全隐患',
    fields: [
      {
        field: 'what',
        title: '是什么隐患',
        kind: 'choice',
        options: ['楼道堆了东西', '路面不平', '电线乱拉', '消防通道被堵', '灯不亮', '其他'],
      },
    ],
  },
  { category: 'jobs', title: '就业', fields: [] },
  { category: 'other', title: '其他', fields: [] },
]

function team(teamId: string, name: string, purpose: string, projectId?: string): CommunityTeam {
  return { teamId, name, purpose, ...(projectId !== undefined && { projectId }), sample: true }
}
