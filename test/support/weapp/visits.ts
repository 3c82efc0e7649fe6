import type { CrowdedHouse } from '#support/crowdedHouse'

/** One look at a page: who looks, with which query, and the text that shows that the data have come. */
export interface Visit {
  who: string
  query?: (house: CrowdedHouse) => string
  sees: RegExp
  /** The list has a second page; loading it is measured too. */
  turns?: true
  /** A sheet or form to open, which is looked at too. */
  opens?: string
}

const booking = (state: keyof CrowdedHouse['bookings']) => (house: CrowdedHouse) =>
  `id=${house.bookings[state]}`
const activity = (which: keyof CrowdedHouse['activities']) => (house: CrowdedHouse) =>
  `id=${house.activities[which]}`
const requested = (which: keyof CrowdedHouse['requests']) => (house: CrowdedHouse) =>
  `id=${house.requests[which]}`
const written = (which: keyof CrowdedHouse['publications']) => (house: CrowdedHouse) =>
  `id=${house.publications[which]}`
const work = (which: keyof CrowdedHouse['publicWork']) => (house: CrowdedHouse) =>
  `id=${house.publicWork[which]}`
const doubt = (which: keyof Omit<CrowdedHouse['doubts'], 'papers'>) => (house: CrowdedHouse) =>
  `id=${house.doubts[which]}`
const doubtfulPaper =
  (which: keyof CrowdedHouse['doubts']['papers']) =>
  ({ doubts: { papers } }: CrowdedHouse) =>
    `no=${papers[which].certificateNo}&code=${papers[which].verifyCode}`
const guide = (which: keyof CrowdedHouse['guides']) => (house: CrowdedHouse) => `id=${house.guides[which]}`
const wang = 'sample_wang'
const li = 'sample_li'
const zheng = 'sample_zheng'

/**
 * Visits to every page of the mini-program by different people. A page of app.json without an entry fails the
 * gate.
 */
export const visits: Record<string, readonly Visit[]> = {
  'pages/home': [
    { who: wang, sees: /王奶奶[\s\S]*等您办的[\s\S]*上门维修/ },
    { who: li, sees: /李师傅[\s\S]*任务大厅/ },
    { who: 'sample_tang', sees: /小唐/ },
    { who: 'stage_luo', sees: /正在核对[\s\S]*任务大厅/ },
    { who: 'doubt_ou', sees: /等您办的[\s\S]*服务中/ },
    { who: 'sample_sun', sees: /账号正在注销[\s\S]*不注销了/ },
    { who: 'nobody', sees: /登记/ },
  ],
  'packages/publication/index': [
    { who: wang, sees: /看哪一类[\s\S]*停水半天/ },
    { who: 'nobody', sees: /看哪一类[\s\S]*停水半天/ },
  ],
  'packages/publication/detail': [
    { who: wang, query: written('bulletin'), sees: /停水半天[\s\S]*打电话问/ },
    { who: 'nobody', query: written('guide'), sees: /办老年人优待证[\s\S]*带齐东西/ },
    { who: 'sample_gao', query: written('waiting'), sees: /等另一位工作人员审核/, opens: '退回' },
    { who: wang, query: written('retired'), sees: /日期写错了/ },
    { who: 'nobody', query: work('station'), sees: /现在开着[\s\S]*有什么不对/ },
    { who: li, query: work('station'), sees: /有人看过/, opens: '我在这里，说说现在怎么样' },
    { who: 'nobody', query: work('campaign'), sees: /并进来 2 件[\s\S]*现在：清理/ },
    { who: 'nobody', query: written('standard'), sees: /谁来做[\s\S]*印一张贴在墙上/ },
    { who: wang, sees: /没有找到这一篇/ },
    {
      who: li,
      query: ({ pacts }) => `id=${pacts.inVote}`,
      sees: /请您投票[\s\S]*在纸上 40 人/,
      opens: '赞成新的一版',
    },
    { who: wang, query: ({ pacts }) => `id=${pacts.inVote}`, sees: /您投过了[\s\S]*票号/ },
    { who: li, query: ({ pacts }) => `id=${pacts.young}`, sees: /我赞成/, opens: '提一条建议' },
  ],
  'packages/publication/editions': [
    { who: 'nobody', query: written('changed'), sees: /第 2 版[\s\S]*第 1 版/ },
  ],
  'packages/publication/board': [
    { who: 'sample_zhao', sees: /写一篇[\s\S]*停水半天/ },
    { who: wang, sees: /工作人员写公告的地方/ },
  ],
  'packages/publication/campaign': [
    { who: 'sample_zhao', query: work('campaign'), sees: /办到哪一步[\s\S]*可以并进来的/, opens: '都办好了' },
    { who: 'sample_zhao', sees: /写一个专项治理/ },
    { who: wang, sees: /工作人员写公告的地方/ },
  ],
  'packages/publication/wall': [
    { who: 'nobody', query: written('standard'), sees: /请在电脑上打开[\s\S]*看承诺的全文/ },
  ],
  'packages/publication/editor': [
    { who: 'sample_zhao', sees: /写什么[\s\S]*置顶在首页/ },
    { who: 'sample_zhao', query: written('guide'), sees: /要带什么[\s\S]*先问的问题/, opens: '加一个问题' },
    { who: 'sample_gao', query: written('waiting'), sees: /现在不能改/ },
  ],
  'pages/activities': [
    { who: wang, sees: /我的报名[\s\S]*重阳节吃长寿面/, turns: true },
    { who: 'nobody', sees: /冬至/ },
  ],
  'packages/activity/detail': [
    { who: wang, query: activity('open'), sees: /我要报名/, opens: '带家人或朋友一起报' },
    { who: wang, query: activity('offered'), sees: /有名额了/, opens: '不去了，让给后面的人' },
    { who: wang, query: activity('due'), sees: /六位数字/ },
    { who: wang, query: activity('draw'), sees: /等抽签/ },
    { who: wang, query: activity('later'), sees: /起可以报名/ },
    { who: wang, query: activity('cancelled'), sees: /老师生病了/ },
    { who: wang, query: activity('course'), sees: /这一课现在可以签到[\s\S]*课表/ },
    { who: 'sample_feng', query: activity('course'), sees: /能当月嫂[\s\S]*4 课都上了/, opens: '给家人报名' },
    { who: wang, query: activity('over'), sees: /这次活动怎么样/ },
    { who: li, query: activity('over'), sees: /评了 4 颗星/ },
    { who: zheng, query: activity('open'), sees: /志愿岗位/, opens: '来不了，退出：布置场地' },
    { who: 'doubt_ou', query: doubt('activity'), sees: /服务中[\s\S]*六位数字/ },
    { who: 'doubt_mei', query: doubt('activity'), sees: /看志愿者、确认时长/ },
    { who: 'nobody', query: activity('open'), sees: /登记为社区居民/ },
    {
      who: zheng,
      query: (house) => `${activity('open')(house)}&for=${house.wang}`,
      sees: /正在替王奶奶办[\s\S]*我要报名/,
      opens: '带家人或朋友一起报',
    },
    { who: wang, sees: /没有找到这个活动/ },
  ],
  'packages/activity/proof': [
    { who: wang, query: activity('drawnSession'), sees: /对得上/ },
    { who: wang, query: activity('drawSession'), sees: /还没有抽/ },
    { who: wang, sees: /没有找到这次抽签/ },
  ],
  'packages/activity/mine': [
    { who: wang, sees: /中秋节品月饼/ },
    { who: 'sample_gao', sees: /还没有报名/ },
  ],
  'packages/activity/shifts': [
    { who: zheng, sees: /布置场地/ },
    { who: li, sees: /还没有报志愿岗位/ },
  ],
  'pages/hall': [
    { who: li, sees: /水管漏水[\s\S]*同一小区[\s\S]*地面湿滑/, turns: true, opens: '筛选' },
    { who: wang, sees: /您还不是志愿者/ },
  ],
  'pages/me': [
    { who: li, sees: /李师傅[\s\S]*服务时长/ },
    { who: wang, sees: /我照护的家人/ },
    { who: 'doubt_ou', sees: /我的志愿岗位[\s\S]*服务时长/ },
    { who: 'sample_tang', sees: /小唐/ },
    { who: 'stage_qin', sees: /替您改登记[\s\S]*不同意/ },
    { who: 'nobody', sees: /登记/ },
  ],
  'packages/member/register': [
    { who: 'nobody', sees: /第 1 步，共 4 步[\s\S]*请您同意两件事/ },
    { who: 'sample_tang', sees: /登记收到了/ },
    { who: 'stage_luo', sees: /原来登记的[\s\S]*火柴新村/ },
    { who: wang, sees: /您登记的内容/ },
  ],
  'packages/member/dependents': [
    { who: wang, sees: /老李[\s\S]*二姑/, opens: '修改老李' },
    { who: li, sees: /还没有登记家人/, opens: '添加一位家人' },
  ],
  'packages/member/proxies': [
    { who: wang, sees: /郑大姐[\s\S]*我的代办码/, opens: '取消代办：郑大姐' },
    { who: zheng, sees: /王奶奶[\s\S]*替他预约/, opens: '请人代办' },
    { who: 'sample_tang', sees: /登记/ },
  ],
  'packages/member/guardian': [
    { who: 'sample_yu', sees: /郑大姐[\s\S]*已经同意/ },
    { who: 'stage_miao', sees: /苗婆婆（外祖父母）[\s\S]*由社区管理员代为登记/ },
    { who: zheng, sees: /郑小雨[\s\S]*您已同意/, opens: '查看：郑小雨' },
    { who: li, sees: /没有孩子请您同意/ },
  ],
  'packages/member/adopt': [{ who: wang, sees: /也会一起合进去/ }],
  'packages/member/access': [
    { who: wang, sees: /小刘看了您的电话、住址/, turns: true },
    { who: 'sample_gao', sees: /还没有人看过/ },
  ],
  'packages/account/index': [
    { who: wang, sees: /导出我的信息[\s\S]*注销账号/, opens: '住处 火柴新村 3栋 2**，搬了家在这里改' },
    { who: li, sees: /写错了在这里改/, opens: '姓名 李师傅，写错了在这里改' },
    { who: 'stage_luo', sees: /改的内容正在核对/ },
    { who: 'sample_sun', sees: /账号正在注销[\s\S]*不注销了/ },
  ],
  'packages/account/exported': [{ who: wang, sees: /整理我的信息/, opens: '整理我的信息' }],
  'packages/account/consents': [
    {
      who: wang,
      sees: /同意中[\s\S]*还没有同意[\s\S]*以前说过的/,
      opens: '撤回同意：保存我的门牌号等敏感信息',
    },
    { who: 'sample_sun', sees: /账号正在注销/ },
  ],
  'packages/account/close': [
    { who: wang, sees: /个预约取消[\s\S]*服务正在进行/ },
    { who: zheng, sees: /不再替 1 位居民代办[\s\S]*申请注销/, opens: '申请注销' },
    { who: 'sample_admin', sees: /首位管理员/ },
    { who: 'sample_sun', sees: /账号正在注销/ },
  ],
  'packages/nowhere/index': [{ who: 'nobody', sees: /这个地址没有页面/ }],
  'packages/account/privacy': [
    { who: wang, sees: /收集什么[\s\S]*30 天删除/ },
    { who: 'nobody', sees: /2026-11 版[\s\S]*收集什么/ },
  ],
  'packages/staff/residents': [
    { who: 'sample_liu', sees: /新邻居1[\s\S]*等了/, opens: '看电话、住址：新邻居1', turns: true },
    { who: 'sample_admin', sees: /小唐/, opens: '不通过：小唐' },
    { who: wang, sees: /给网格员用的/ },
  ],
  'packages/staff/calls': [
    { who: 'sample_zhao', sees: /通知没有送到/ },
    { who: wang, sees: /这里是给办事的人用的/ },
  ],
  'packages/staff/enrol': [{ who: 'sample_liu', sees: /纸面同意/ }],
  'packages/staff/paper': [{ who: 'sample_liu', sees: /没有指明是哪一位/ }],
  'packages/member/behalf': [
    { who: zheng, query: ({ wang: memberId }) => `for=${memberId}`, sees: /正在替王奶奶办[\s\S]*报名活动/ },
    { who: li, query: ({ wang: memberId }) => `for=${memberId}`, sees: /不能替这位居民办/ },
    { who: zheng, sees: /没有指明替谁办/ },
  ],
  'packages/activity/choose': [
    { who: zheng, query: ({ wang: memberId }) => `for=${memberId}`, sees: /替王奶奶报名/ },
  ],
  'packages/staff/roles': [
    {
      who: 'sample_admin',
      query: ({ wang: memberId }) => `id=${memberId}`,
      sees: /现在的身份/,
      opens: '给一个身份',
    },
    { who: 'sample_admin', sees: /没有找到这个人/ },
  ],
  'packages/admin/community': [
    { who: 'sample_admin', sees: /小区和楼栋[\s\S]*时限/ },
    { who: wang, sees: /给管理员用的/ },
  ],
  'packages/admin/part': [
    { who: 'sample_admin', query: () => 'part=groups', sees: /居民一组/, turns: true },
    { who: 'sample_admin', query: () => 'part=services', sees: /上门维修/, opens: '加一项服务' },
    { who: 'sample_admin', query: () => 'part=kinds&of=repair', sees: /电工证/ },
    { who: 'sample_admin', query: () => 'part=limits', sees: /提前多久能签到/ },
    { who: 'sample_admin', query: () => 'part=keeping', sees: /通知留多久|记录/ },
    { who: 'sample_admin', query: () => 'part=requestTimes', sees: /网格多久办好/ },
    { who: 'sample_admin', query: () => 'part=workdays', sees: /另外放假的日子/ },
    { who: 'sample_admin', query: () => 'part=gone', sees: /没有这一部分/ },
  ],
  'packages/admin/messages': [
    { who: 'sample_admin', sees: /预约和上门服务/ },
    { who: 'sample_admin', query: () => 'of=activity', sees: /轮到您了/ },
  ],
  'packages/admin/start': [
    { who: 'sample_admin', sees: /社区开通了[\s\S]*还差什么/ },
    { who: wang, sees: /给管理员用的/ },
  ],
  'packages/staff/register': [
    { who: 'sample_admin', sees: /文件怎么准备/, opens: '去掉一户' },
    { who: wang, sees: /给管理员用的/ },
  ],
  'packages/coordinator/index': [{ who: 'sample_zhao', sees: /端午节包粽子/ }],
  'packages/coordinator/begin': [{ who: 'sample_zhao', sees: /元宵节[\s\S]*空白活动/ }],
  'packages/coordinator/editor': [
    { who: 'sample_zhao', sees: /居民看到的样子/, opens: '加一场' },
    { who: 'sample_zhao', query: activity('course'), sees: /第 4 课/, opens: '加一课' },
  ],
  'packages/coordinator/activity': [
    {
      who: 'sample_zhao',
      query: ({ activity }) => `id=${activity.activityId}`,
      sees: /端午节包粽子[\s\S]*现场签到/,
      opens: '取消活动',
    },
  ],
  'packages/coordinator/roster': [
    {
      who: 'sample_zhao',
      query: ({ activity }) => `id=${activity.sessionId}&of=${activity.activityId}`,
      sees: /王奶奶/,
      opens: '导出名单（Excel）',
    },
  ],
  'packages/coordinator/course': [
    {
      who: 'sample_zhao',
      query: ({ courses }) => `id=${courses.completed}`,
      sees: /有结业证[\s\S]*阮姐/,
      opens: '导出签到表（Excel）',
    },
    {
      who: 'sample_zhao',
      query: ({ courses }) => `id=${courses.over}`,
      sees: /发结业证/,
      opens: '发结业证',
    },
    {
      who: 'sample_zhao',
      query: ({ courses }) => `id=${courses.underWay}`,
      sees: /还没点名的课[\s\S]*简大姐/,
      opens: '收为学员：简大姐',
    },
    { who: 'sample_zhao', sees: /没有找到这一期培训/ },
  ],
  'packages/coordinator/tell': [
    {
      who: 'sample_zhao',
      query: ({ activity }) => `id=${activity.sessionId}`,
      sees: /有名额的[\s\S]*还没有写过/,
    },
  ],
  'packages/coordinator/stock': [
    {
      who: 'sample_zhao',
      query: ({ courses }) => `id=${courses.completed}`,
      sees: /一共 3 份[\s\S]*阮姐/,
      opens: '加一样材料',
    },
  ],
  'packages/coordinator/subsidy': [
    {
      who: 'sample_zhao',
      query: ({ courses }) => `id=${courses.completed}`,
      sees: /不一样了[\s\S]*阮姐/,
      opens: '记发放：崔婶 40 元',
    },
    {
      who: 'doubt_mei',
      query: ({ courses }) => `id=${courses.completed}`,
      sees: /不一样了[\s\S]*阮姐/,
      opens: '复核：邢嫂 20 元',
    },
  ],
  'packages/coordinator/shifts': [
    { who: 'doubt_mei', query: doubt('session'), sees: /赵姐[\s\S]*请问清楚再确认/ },
    { who: 'sample_zhao', query: doubt('session'), sees: /等别人确认/ },
  ],
  'packages/coordinator/birthdays': [{ who: 'sample_zhao', sees: /看名单/ }],
  'packages/coordinator/feedbacks': [
    { who: 'sample_zhao', query: activity('overSession'), sees: /平均 4\.0 颗星[\s\S]*汤圆很甜/ },
    { who: 'sample_zhao', query: ({ activity }) => `id=${activity.sessionId}`, sees: /还没有人评/ },
  ],
  'packages/coordinator/door': [
    { who: 'sample_zhao', query: ({ activity }) => `id=${activity.sessionId}`, sees: /扫这个码/ },
  ],
  'packages/desk/approve': [
    { who: wang, query: () => 'scene=d%3Dpair', sees: /电脑上的四位数字/ },
    { who: wang, sees: /没有找到登录码/ },
  ],
  'packages/desk/browsers': [
    { who: wang, sees: /登录[\s\S]*自动退出/ },
    { who: li, sees: /没有登录过的电脑/ },
  ],
  'packages/inbox/index': [
    { who: wang, sees: /未读/, turns: true },
    { who: 'sample_tang', sees: /还没有通知|登记/ },
    { who: 'doubt_qiu', sees: /证件收回了[\s\S]*看服务队/ },
  ],
  'packages/team/index': [
    { who: wang, sees: /维修服务队[\s\S]*名队员/, opens: '申请加入维修服务队' },
    { who: 'sample_chen', sees: /看名册/ },
    { who: 'nobody', sees: /维修服务队/ },
  ],
  'packages/team/detail': [
    {
      who: wang,
      query: () => 'id=repair',
      sees: /维修服务队[\s\S]*转发[\s\S]*海报/,
      opens: '申请加入维修服务队',
    },
    { who: 'nobody', query: () => 'scene=t%3Drepair', sees: /维修服务队[\s\S]*去登记/ },
    { who: 'nobody', query: () => 'id=patrol', sees: /平安巡逻队[\s\S]*要人帮忙的岗位/ },
    { who: wang, query: () => 'id=gone', sees: /没有找到这个服务队/ },
  ],
  'packages/poster/index': [
    { who: 'nobody', query: (house) => `of=activity&${activity('open')(house)}`, sees: /存到手机相册/ },
    { who: wang, query: () => 'of=team&id=repair', sees: /存到手机相册/ },
    { who: wang, query: (house) => `of=activity&${activity('over')(house)}`, sees: /活动已经结束/ },
    { who: wang, sees: /没有找到这张海报/ },
  ],
  'packages/team/mine': [
    {
      who: 'neighbour_0',
      query: () => 'id=repair',
      sees: /电工证[\s\S]*登记一个证件/,
      opens: '登记一个证件',
    },
    { who: li, query: () => 'id=repair', sees: /我的证件/ },
    { who: wang, query: () => 'id=repair', sees: /您不在这个队里/ },
  ],
  'packages/team/noShows': [
    { who: 'sample_chen', query: () => 'id=repair', sees: /何叔说周师傅没有来/ },
    { who: 'sample_admin', query: () => 'id=arts', sees: /没有失约/ },
  ],
  'packages/team/lead': [
    {
      who: 'sample_chen',
      sees: /没人认领的[\s\S]*门锁门窗[\s\S]*时长等您核定的[\s\S]*换灯泡[\s\S]*忘了签退/,
    },
    { who: 'sample_liu', sees: /没人认领的/ },
    { who: wang, sees: /给队长和网格员用的/ },
  ],
  'packages/team/dispatch': [
    {
      who: 'sample_chen',
      query: booking('atRisk'),
      sees: /本队的志愿者[\s\S]*李师傅/,
      opens: '派他去：李师傅',
    },
    { who: 'sample_chen', query: booking('claimed'), sees: /已经有人认领了/ },
    { who: 'sample_chen', sees: /没有找到这个预约/ },
  ],
  'packages/team/roster': [
    {
      who: 'sample_chen',
      query: () => 'id=repair',
      sees: /等您处理的申请[\s\S]*邻居/,
      turns: true,
      opens: '不同意：邻居22',
    },
    { who: 'doubt_yan', query: () => 'id=repair', sees: /名册/ },
    { who: 'sample_feng', query: () => 'id=disability_aid', sees: /名册/ },
  ],
  'packages/booking/request': [
    { who: wang, query: () => 'service=repair', sees: /给谁预约[\s\S]*老李/ },
    { who: zheng, query: () => 'service=repair', sees: /王奶奶[\s\S]*我替他代办/ },
    { who: 'sample_liu', query: ({ wang: memberId }) => `service=&for=${memberId}`, sees: /替王奶奶预约/ },
    { who: li, query: ({ wang: memberId }) => `service=&for=${memberId}`, sees: /不能替这位居民办/ },
    { who: 'sample_he', query: () => 'service=disability_aid', sees: /陪同出门/ },
    { who: li, sees: /要哪一类帮助/, opens: '另选时间' },
    { who: wang, query: () => 'service=gone', sees: /没有找到这项服务/ },
    { who: 'sample_tang', query: () => 'service=repair', sees: /登记/ },
  ],
  'packages/booking/detail': [
    { who: wang, query: booking('open'), sees: /有人认领，就会通知您/, opens: '取消预约' },
    { who: wang, query: booking('open'), sees: /改时间/, opens: '改时间' },
    { who: li, query: booking('open'), sees: /认领这一单/ },
    { who: wang, query: booking('claimed'), sees: /打开签到码/, opens: '打开签到码' },
    { who: wang, query: booking('claimed'), sees: /改内容/, opens: '改内容' },
    { who: li, query: booking('claimed'), sees: /139.0000.0001/, opens: '我来不了' },
    { who: wang, query: booking('inService'), sees: /每 60 秒换一次/ },
    { who: li, query: booking('inService'), sees: /扫码签退/ },
    { who: wang, query: booking('done'), sees: /确认做完了/ },
    { who: li, query: booking('done'), sees: /等居民确认/ },
    { who: wang, query: booking('confirmed'), sees: /已经确认/ },
    { who: li, query: booking('confirmed'), sees: /谢谢您/ },
    { who: wang, query: booking('cancelled'), sees: /再约一次/ },
    { who: wang, query: booking('expired'), sees: /再约一次/ },
    { who: 'sample_zhou', query: booking('missed'), sees: /何叔说您没有来/, opens: '我来说明' },
    { who: 'sample_chen', query: booking('missed'), sees: /何叔说周师傅没有来/, opens: '仍记失约' },
    { who: 'doubt_lin', query: doubt('overlapped'), sees: /时间重叠，只计 40 分钟/ },
    { who: 'doubt_qin', query: doubt('overrun'), sees: /没有回音不会记入[\s\S]*打社区电话/ },
    { who: 'sample_chen', query: doubt('related'), sees: /登记在同一户/, opens: '核定时长' },
    { who: 'sample_chen', query: doubt('proven'), sees: /签到码为证：谭师傅[\s\S]*撤销这条记录/ },
    { who: 'doubt_tan', query: doubt('proven'), sees: /说您没有来[\s\S]*签到码为证/ },
    { who: 'sample_wu', query: booking('open'), sees: /没有/ },
    { who: 'sample_chen', query: booking('forgotten'), sees: /再核定/, opens: '核定时长' },
    { who: 'sample_chen', query: booking('atRisk'), sees: /请人帮忙，或者派一位去/ },
    {
      who: zheng,
      query: (house) => `${booking('open')(house)}&for=${house.wang}`,
      sees: /这是王奶奶的预约/,
      opens: '取消预约',
    },
    { who: zheng, query: booking('open'), sees: /打开替王奶奶办的预约/ },
    { who: wang, sees: /没有找到这个预约/ },
  ],
  'packages/booking/slip': [
    { who: 'sample_liu', query: booking('claimed'), sees: /做一张纸条/, opens: '做一张纸条' },
    { who: wang, sees: /没有找到这个预约/ },
  ],
  'packages/booking/mine': [
    { who: wang, sees: /等人认领[\s\S]*门锁门窗/, turns: true },
    { who: zheng, sees: /替王奶奶办的/ },
    { who: li, sees: /还没有预约/ },
  ],
  'packages/booking/claimed': [
    { who: li, sees: /服务中[\s\S]*已认领/, turns: true },
    { who: wang, sees: /还没有认领过/ },
  ],
  'packages/request/file': [
    { who: wang, sees: /是哪一类[\s\S]*火柴新村[\s\S]*提交这件事/, opens: '写明哪一栋' },
    { who: 'sample_liu', sees: /替没有手机的居民/, opens: '换一个网格 归哪个网格：第一网格' },
    { who: 'sample_tang', sees: /登记/ },
  ],
  'packages/vacancy/index': [
    { who: 'neighbour_1', sees: /我的应聘[\s\S]*装配线操作工/, turns: true },
    { who: 'nobody', sees: /面包店帮工/, turns: true },
  ],
  'packages/vacancy/detail': [
    { who: wang, query: ({ vacancy }) => `id=${vacancy}`, sees: /要不要把您的姓名和电话给用工单位/ },
    { who: 'neighbour_1', query: ({ vacancy }) => `id=${vacancy}`, sees: /收回同意/, opens: '我不去了' },
    { who: 'nobody', query: ({ vacancy }) => `id=${vacancy}`, sees: /先登记为社区居民/ },
    { who: wang, query: () => 'id=vac_gone', sees: /没有找到这个招工/ },
  ],
  'packages/vacancy/board': [
    { who: 'sample_zhao', sees: /还在做[\s\S]*不在做了[\s\S]*上岗的/, opens: '不在做了：冯老师' },
    { who: wang, sees: /妇女之家协调员来办/ },
  ],
  'packages/vacancy/editor': [
    { who: 'sample_zhao', sees: /招到哪一天[\s\S]*发布/ },
    { who: 'sample_zhao', query: ({ vacancy }) => `id=${vacancy}`, sees: /改好了/ },
  ],
  'packages/vacancy/people': [
    {
      who: 'sample_zhao',
      query: ({ vacancy }) => `id=${vacancy}`,
      sees: /同意给姓名和电话/,
      turns: true,
      opens: '没有谈成：邻居11',
    },
  ],
  'packages/request/mine': [
    { who: wang, sees: /办理中/, turns: true },
    { who: 'sample_feng', sees: /还没有反映过问题/ },
  ],
  'packages/request/detail': [
    { who: wang, query: requested('held'), sees: /正在办理[\s\S]*经过/ },
    { who: wang, query: requested('held'), sees: /补充说明/, opens: '补充说明' },
    { who: wang, query: guide('applied'), sees: /核对材料[\s\S]*现在到这一步/ },
    { who: 'sample_liu', query: guide('applied'), sees: /王秀英/, opens: '说说进展' },
    { who: wang, query: requested('asked'), sees: /工作人员想问您/, opens: '不办了，撤回' },
    { who: li, query: requested('resolved'), sees: /办好了吗/, opens: '没办好' },
    { who: li, query: requested('held'), sees: /您已经支持/ },
    { who: 'sample_liu', query: requested('held'), sees: /说说进展/, opens: '其他办法' },
    { who: zheng, query: requested('asked'), sees: /没有/ },
    { who: 'nobody', query: requested('held'), sees: /正在办理[\s\S]*去登记/ },
    { who: 'nobody', query: requested('asked'), sees: /没有公示/ },
    { who: wang, sees: /没有找到这件事/ },
  ],
  'packages/publication/proof': [
    { who: li, query: ({ pacts }) => `id=${pacts.inVote}&edition=2`, sees: /投票还没有结束/ },
    { who: 'nobody', sees: /没有找到这次投票/ },
  ],
  'packages/publication/apply': [
    { who: li, query: guide('elderCard'), sees: /第 1 题，共 4 题[\s\S]*给谁办/ },
    { who: li, query: guide('plain'), sees: /不用先填/ },
    { who: 'nobody', query: guide('elderCard'), sees: /登记/ },
    { who: li, sees: /没有找到这份指南/ },
  ],
  'packages/request/board': [{ who: li, sees: /公示栏|楼道里堆了纸箱/, turns: true }],
  'packages/office/queue': [
    { who: 'sample_liu', sees: /前要办好|超过时限/, turns: true },
    { who: wang, sees: /给网格员和工作人员用的/ },
  ],
  'packages/office/rates': [
    { who: 'sample_gao', sees: /响应率[\s\S]*各服务队的时长/ },
    { who: 'sample_liu', sees: /只算您自己的网格/ },
    { who: wang, sees: /给网格员和工作人员用的/ },
  ],
  'packages/hours/statement': [
    { who: li, sees: /\d+小时[\s\S]*各服务项目[\s\S]*水管漏水/, turns: true, opens: '看每月的数字' },
    {
      who: 'sample_chen',
      query: ({ hours }) => `of=${hours.li}`,
      sees: /李师傅的服务时长[\s\S]*水管漏水/,
      opens: '给他记荣誉时长',
    },
    { who: 'doubt_lin', sees: /时间重叠，只计 40 分钟/ },
    { who: wang, sees: /去任务大厅/ },
  ],
  'packages/hours/team': [
    { who: 'sample_chen', sees: /修好活动室的柜门[\s\S]*李师傅/ },
    { who: 'sample_admin', sees: /同意记入[\s\S]*李师傅/ },
    { who: wang, sees: /给队长用的/ },
  ],
  'packages/hours/words': [{ who: 'sample_admin', sees: /等您复核的[\s\S]*每月补记的人/ }],
  'packages/hours/leaderboard': [
    { who: li, sees: /(李师傅|这个月还没有人上榜)[\s\S]*您同意了上榜/ },
    { who: wang, sees: /您还没有同意上榜/ },
    { who: 'nobody', sees: /李师傅|这个月还没有人上榜/ },
  ],
  'packages/certificate/index': [
    { who: li, sees: /开一张服务证明[\s\S]*有效/, turns: true },
    { who: wang, sees: /还没有开过/ },
    { who: 'course_cui', sees: /结业证：/ },
  ],
  'packages/certificate/paper': [
    {
      who: li,
      query: ({ hours }) => `no=${hours.paper.certificateNo}`,
      sees: /志愿服务证明[\s\S]*李师傅[\s\S]*验证码/,
    },
    {
      who: 'course_ruan',
      query: ({ courses }) => `no=${courses.paper.certificateNo}`,
      sees: /结业证书[\s\S]*兹证明阮姐[\s\S]*验证码/,
    },
    { who: li, query: ({ hours }) => `no=${hours.revoked}`, sees: /已经作废：名字写错了/ },
    { who: wang, query: ({ hours }) => `no=${hours.paper.certificateNo}`, sees: /没有/ },
    { who: li, sees: /没有找到这张证明/ },
  ],
  'packages/certificate/verify': [
    {
      who: 'nobody',
      query: ({ hours }) => `no=${hours.paper.certificateNo}&code=${hours.paper.verifyCode}`,
      sees: /有效[\s\S]*李\*\*/,
    },
    {
      who: 'nobody',
      query: ({ courses: { paper } }) => `no=${paper.certificateNo}&code=${paper.verifyCode}`,
      sees: /和社区的签到记录一致/,
    },
    {
      who: 'sample_admin',
      query: ({ hours }) => `no=${hours.paper.certificateNo}&code=${hours.paper.verifyCode}`,
      sees: /管理员办理/,
      opens: '作废这张证明',
    },
    {
      who: 'nobody',
      query: ({ hours }) => `no=${hours.paper.certificateNo}&code=AAAAAAAAAA`,
      sees: /没有这张证明/,
    },
    { who: 'nobody', query: doubtfulPaper('changed'), sees: /内容和开具时不一样/ },
    { who: 'nobody', query: doubtfulPaper('left'), sees: /有效[\s\S]*已经注销账号/ },
    { who: 'nobody', query: doubtfulPaper('unmarked'), sees: /有效[\s\S]*这张证明开得早/ },
    { who: 'nobody', sees: /照着证明填/ },
  ],
}
