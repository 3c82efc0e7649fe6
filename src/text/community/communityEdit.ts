import type { Limits } from '#contract/community'
import type { RefusalCode } from '#contract/shared/refusal'

/** The parts of the community that are edited one at a time. */
export const partText = {
  about: { title: '名称和电话', detail: '没有手机的人打的电话', add: '' },
  estates: { title: '小区和楼栋', detail: '居民登记时选', add: '加一个小区' },
  grids: { title: '网格', detail: '谁核对登记，看网格', add: '加一个网格' },
  groups: { title: '居民组', detail: '', add: '加一个居民组' },
  teams: { title: '服务队', detail: '志愿者申请加入', add: '加一个服务队' },
  services: { title: '服务和种类', detail: '居民能预约什么', add: '加一项服务' },
  kinds: { title: '服务种类', detail: '', add: '加一个种类' },
  categories: { title: '诉求类别', detail: '居民反映问题时选', add: '加一个类别' },
  fields: { title: '要填的内容', detail: '', add: '加一项要填的' },
  requestTimes: { title: '诉求的时限', detail: '每一级多久办好，算上班时间', add: '' },
  workdays: { title: '上班时间和放假', detail: '诉求的时限按它来算', add: '' },
  projects: { title: '服务项目', detail: '社区长期的项目', add: '加一个项目' },
  controller: { title: '谁保管居民的信息', detail: '写在隐私指引里：单位、电话、地址', add: '' },
  womens: { title: '妇女之家的服务队', detail: '活动的志愿岗位，没有另选的都归它', add: '' },
  templates: { title: '活动模板', detail: '协调员新建活动时照着写', add: '加一个模板' },
  paces: { title: '点得太快的限制', detail: '防有人用程序不停地点，平时不用改', add: '' },
  issuer: { title: '服务证明的出具单位', detail: '印在证明上：单位、负责人、经办人', add: '' },
  limits: { title: '时限和上限', detail: '签到、时长、预约、活动、志愿者、招工', add: '' },
  keeping: { title: '登记和记录留多久', detail: '登记、注销、记录和通知', add: '' },
} as const

/** What each line of a form is called. */
export const fieldText: Record<string, { label: string; hint?: string }> = {
  name: { label: '名称' },
  title: { label: '名称' },
  phone: { label: '社区电话', hint: '写给居民看的，印在纸条上。' },
  volunteerPrefix: { label: '志愿者编号的开头', hint: '2 到 6 个大写字母，比如 TBK。已经发出的编号不变。' },
  registerVerifies: { label: '登记册对得上，就直接通过登记', hint: '选「否」，每个人都由网格员核对。' },
  buildings: {
    label: '楼栋',
    hint: '像墙上写的那样，用顿号隔开，比如：1栋、2栋。编号连着的，写「1栋到8栋」就行。',
  },
  perRow: {
    label: '一排几栋（1 到 4）',
    hint: '从大门进来，一排一排数。写了，居民选楼栋时看到的是一张小图；空着，就是一列。',
  },
  covers: {
    label: '管哪些楼栋',
    hint: '一个小区写一行，比如：火柴新村：1栋、2栋。整个小区都管，就只写小区的名字。写了，居民登记就不用选网格。',
  },
  purpose: { label: '做什么', hint: '一两句话，申请的人会看到。' },
  teamId: { label: '哪个服务队做' },
  projectId: { label: '时长记在哪个项目', hint: '时长清单按项目分开算。服务不另选，就跟着服务队。' },
  minAge: {
    label: '志愿者满几岁才能做（岁）',
    hint: '14 到 18。空着的话，要证件的活满 18 岁，别的满 14 岁。',
  },
  womensTeamId: {
    label: '哪个队是妇女之家的队',
    hint: '活动的志愿岗位没有另选服务队，时长就记在这个队。',
  },
  needsLicence: { label: '要有什么证件', hint: '不要证件就空着。' },
  skills: { label: '会什么能做', hint: '志愿者写了这些，在大厅里会先看到。用顿号隔开，比如：水管、水电。' },
  riskHints: { label: '要留意什么', hint: '用顿号隔开，比如：地面湿滑、需要登高。' },
  asks: { label: '居民怎么写，举个例子', hint: '写在空格旁边，比如：厨房水龙头一直滴水。' },
  sentences: {
    label: '居民可以直接点的话',
    hint: '不想打字的人点一句就行。两到四句，用顿号隔开，比如：水龙头一直滴水、马桶漏水。',
  },
  picturesHint: { label: '图片拍什么', hint: '比如：拍一拍坏的地方，志愿者好带工具。' },
  places: { label: '在哪里做', hint: '陪同出门的，居民要写去哪里。' },
  twoHands: { label: '常常要两位', hint: '选「是」，预约时会问要几位，比如抬轮椅、搬柜子。' },
  weekly: { label: '常常每周都要', hint: '选「是」，预约时可以一次约好几周，比如上门看望。' },
  experienced: { label: '新队员先不接', hint: '选「是」，刚入队的人做满几次才能接，比如贴身照护。' },
  kind: { label: '填什么' },
  respondMinutes: {
    label: '多久要受理（小时）',
    hint: '算上班时间，一天按 7 小时。按时受理的算进响应率。1 到 1666。',
  },
  grid: { label: '网格多久办好（小时）', hint: '算上班时间，1 到 1666。类别里空着，就按「诉求的时限」。' },
  community: { label: '社区多久办好（小时）', hint: '1 到 1666。' },
  subdistrict: { label: '街道多久办好（小时）', hint: '1 到 1666。' },
  district: { label: '区里多久办好（小时）', hint: '1 到 1666。' },
  extendDays: { label: '自己最多延几天（工作日）', hint: '更长的、第二次的，要上一级批准。1 到 365。' },
  waitDays: { label: '等居民回答最多几天（工作日）', hint: '到时没有回答，时限接着算。1 到 365。' },
  silentCloseDays: { label: '办好后几天没回音就办结（天）', hint: '1 到 365。' },
  reopenDays: {
    label: '办结后几天内可以请求重办（天）',
    hint: '过了这几天，没有公示的图片也会删掉。1 到 365。',
  },
  hours: { label: '上班时间', hint: '比如：09:00-12:00、14:00-18:00。' },
  daysOff: {
    label: '另外放假的日子',
    hint: '国家规定的节假日已经算进去了。有别的放假，或者明年的还没有公布，才要写，比如：2027-02-08、2027-02-09。',
  },
  workdays: { label: '另外上班的日子', hint: '周末调休上班，系统还不知道的，才要写，比如：2027-02-20。' },
  options: { label: '可以选的', hint: '只有「几选一」要填，用顿号隔开，比如：顶棚漏雨、放不下车。' },
  head: { label: '负责人', hint: '空着就在证明上留一条线，盖章时手写。' },
  handler: { label: '经办人', hint: '空着也留一条线。' },
  contact: { label: '联系方式', hint: '核验的人可能会打电话来问。' },
}
/** Who keeps people's records. The rest of the guideline is fixed. */
export const controllerText = {
  name: {
    label: '哪个单位保管居民的信息',
    hint: '多半是居民委员会，写全名。以后换了单位，居民要再同意一次；只换电话、地址、经办人，不用。',
  },
  phone: { label: '问隐私、要投诉，打什么电话', hint: '空着就是社区电话。' },
  address: { label: '到哪里找', hint: '没有手机的人可以到这里来，比如：滨江路 1 号社区服务大厅。' },
  handler: { label: '经办人', hint: '谁在管这件事，可以不写。' },
} as const
/** What holds until somebody changes it. */
export const usualWords = (usual: string): string => `不改就是${/^\d/.test(usual) ? ' ' : ''}${usual}。`
/** Where no project is chosen. */
export const noProject = '不选'

export const fieldKinds = [
  { value: 'text', title: '文字' },
  { value: 'number', title: '数字' },
  { value: 'choice', title: '几选一' },
] as const

/** Where a kind of help may be given, the proposed place first. */
export const kindPlaces = [
  { value: 'home', title: '上门' },
  { value: 'accompany', title: '陪同出门' },
  { value: 'home accompany', title: '都可以，先选上门' },
  { value: 'accompany home', title: '都可以，先选陪同出门' },
] as const

export const yesNo = [
  { value: 'true', title: '是' },
  { value: 'false', title: '否' },
] as const

/** Each limit in plain words, with its unit and what may be written. */
export const limitText: Record<Exclude<keyof Limits, 'registerVerifies'>, { label: string; hint: string }> = {
  checkInOpensMinutes: {
    label: '提前多久能签到（分钟）',
    hint: '约好的时间前这么久，志愿者就能签到。0 到 1440。',
  },
  lateReportHours: { label: '多久以内能补报（小时）', hint: '没有网络时，签到签退可以过后补报。1 到 720。' },
  lateFlagMinutes: { label: '晚多久算补报（分钟）', hint: '晚于这个时间，会请队长核对。1 到 1440。' },
  silentConfirmDays: {
    label: '几天没有回音就自动确认（天）',
    hint: '居民一直不评价，到时自动记时长。1 到 60。',
  },
  codeStepSeconds: { label: '签到码多久换一次（秒）', hint: '越短越安全，太短来不及输。15 到 600。' },
  codeTries: { label: '签到码能输错几次（次）', hint: '输错这么多次，要停一会儿。1 到 20。' },
  codePauseMinutes: {
    label: '输错以后停多久（分钟）',
    hint: '输错太多次的人，过这么久才能再输。1 到 1440。',
  },
  maxServiceMinutes: { label: '一次最多算多久（分钟）', hint: '忘了签退也不会超过。10 到 1440。' },
  leastServiceMinutes: {
    label: '最少在场多久才算（分钟）',
    hint: '签到到签退不满这么久，不记时长。0 到 120。',
  },
  overrunMinutes: {
    label: '超过约好的时间多久，要有人说一声（分钟）',
    hint: '做得比约好的长这么多，没有回音就不会自动记时长，要居民或队长说了才记。0 到 1440。',
  },
  contactKeptDays: { label: '门牌和电话留几天（天）', hint: '预约结束以后，过这么多天就删掉。1 到 365。' },
  wordsKeptDays: {
    label: '预约里写的话留几天（天）',
    hint: '预约结束以后，过这么多天，说明、原因、评语就删掉。30 到 3650。',
  },
  requestWordsKeptDays: {
    label: '诉求里写的话留几天（天）',
    hint: '办结以后，过这么多天，写的话、图片和名字都删掉，只留类别、网格、时间和满意不满意。30 到 3650。',
  },
  openingsKeptDays: {
    label: '查看记录留几天（天）',
    hint: '谁看过居民的电话、住址，这个记录留多久。180 到 3650。',
  },
  rejectedKeptDays: {
    label: '没通过的登记留几天（天）',
    hint: '没有通过又一直没有重新登记的，过这么多天就删掉。7 到 365。',
  },
  dwellingAccounts: {
    label: '一户最多直接通过几位（位）',
    hint: '登记册上没写姓名的一户，直接通过这么多位；再多的由网格员核对。1 到 20。',
  },
  closeDays: { label: '注销多久以后生效（天）', hint: '这几天里可以反悔。法律要求最多 15 天。1 到 15。' },
  feedbackDays: {
    label: '活动后几天内能评价（天）',
    hint: '活动结束后这几天里，来过的人可以打星、写几句。1 到 90。',
  },
  courseLeastPercent: {
    label: '培训来满多少能结业（%）',
    hint: '一期培训上过的课占全部的百分之几，就发结业证。发布时可以另写。1 到 100。',
  },
  courseAbsentLessons: {
    label: '一直没来几课就让出名额（课）',
    hint: '头几课一次都没来的学员，名额让给候补的人。填 0 就不让。0 到 20。',
  },
  subsidyGroundDays: {
    label: '补贴的原因留多久（天）',
    hint: '培训结束后这么多天里能申请交通补贴；过了，申请时说的原因自动删除。1 到 365。',
  },
  subsidyKeptDays: {
    label: '补贴的账留多久（天）',
    hint: '一个人的补贴都发完、签收以后，账目再留这么多天，自动删除。365 到 3650。',
  },
  remindDayHours: {
    label: '提前多久第一次提醒（小时）',
    hint: '活动开始前这么久，提醒报了名的人。3 到 168。',
  },
  remindSoonHours: { label: '提前多久第二次提醒（小时）', hint: '快开始时再提醒一次。1 到 12。' },
  eldersFromAge: { label: '集体生日从几岁起（岁）', hint: '满这么多岁的老人进生日名单。40 到 100。' },
  licenceWarnDays: { label: '证件到期前多久提醒（天）', hint: '提前这么多天，提醒志愿者换证。1 到 180。' },
  probationServices: {
    label: '新队员先做几次（次）',
    hint: '做满这么多次，才能接要有经验的活。填 0 就没有试用期。0 到 50。',
  },
  probationDays: { label: '新队员最多试用几天（天）', hint: '没有做满次数的，过这么多天也算满。1 到 730。' },
  noShowWaitMinutes: {
    label: '等多久算没有来（分钟）',
    hint: '约好的时间过了这么久，才能说对方没有来。0 到 240。',
  },
  appealDays: { label: '失约几天以内能说明（天）', hint: '过了这几天没有说明，就算数。1 到 60。' },
  noShowsBeforeOneByOne: {
    label: '几次没到要一单一单来（次）',
    hint: '认领了没到这么多次，做完一单才能接下一单。1 到 50。',
  },
  offerHours: { label: '空出的名额留多久（小时）', hint: '活动空出名额，给下一位留这么久。1 到 72。' },
  offerEndsHours: {
    label: '活动前多久不再留名额（小时）',
    hint: '离活动只剩这么久，名额就不再留着等人。0 到 48。',
  },
  noShowsBeforeWaiting: {
    label: '几次没来要先候补（次）',
    hint: '报了名没来这么多次，以后报名先排候补。1 到 50。',
  },
  noShowDays: { label: '没来的次数算多少天（天）', hint: '更早的不算。1 到 3650。' },
  doorOpensMinutes: {
    label: '活动提前多久能签到（分钟）',
    hint: '活动开始前这么久，居民就能签到。0 到 1440。',
  },
  noShowAfterHours: {
    label: '活动结束多久后记没来（小时）',
    hint: '报上了又没签到的，到时记一次没来，并告诉本人。1 到 720。',
  },
  attendanceFixDays: {
    label: '签到几天内能改（天）',
    hint: '活动结束后这几天里，协调员还能改签到。1 到 60。',
  },
  atRiskPercent: {
    label: '多久没人认领，告诉队长（%）',
    hint: '从预约到约好的时间，过了百分之几还没人认领。1 到 99。',
  },
  atRiskGridPercent: {
    label: '多久没人认领，告诉网格员（%）',
    hint: '比上面那个大。过了百分之几还没人认领，也请网格员看。1 到 99。',
  },
  offeredTo: {
    label: '来不了的单，先问几位志愿者（位）',
    hint: '有人来不了，马上问最合适的这么多位。1 到 10。',
  },
  claimsPerDay: {
    label: '志愿者一天能认领几单（单）',
    hint: '认领了又放弃的也算，队长派的不算。1 到 500。',
  },
  openBookings: {
    label: '一个人同时能有几个预约（个）',
    hint: '没办完的预约最多这么多。工作人员代办可以多一倍。1 到 500。',
  },
  changesPerBooking: {
    label: '一个预约能改几次（次）',
    hint: '改时间、改内容都算。0 到 100。',
  },
  householdOpenBookings: {
    label: '一家人同时能有几个预约（个）',
    hint: '同一个门牌的人加在一起，没办完的最多这么多。1 到 500。',
  },
  seriesWeeks: {
    label: '每周的预约最多连着几周（周）',
    hint: '一次约好以后这么多周。2 到 26。',
  },
  householdSeries: {
    label: '一家人同时能有几个每周的预约（个）',
    hint: '一串每周的预约算一个。0 就是不开放；工作人员代办可以多一倍。0 到 100。',
  },
  honourMonthMinutes: {
    label: '一个人一个月的荣誉时长（分钟）',
    hint: '超过的，队长不能同意，要管理员复核。0 到 44640。',
  },
  wordDays: {
    label: '几天以内能补人、补记时长（天）',
    hint: '岗位或预约结束以后，过了这么多天就不能再补。1 到 60。',
  },
  wordsPerMonth: {
    label: '一个人一个月能提几次补记（次）',
    hint: '队长、协调员给没有签到的志愿者补记时长，每次都要另一个人复核。0 到 500。',
  },
  placementConsentDays: {
    label: '同意给用工单位电话，管几天（天）',
    hint: '居民在招工里同意以后，过了这么多天就作废，要再问一次。1 到 90。',
  },
  followUpFirstDays: {
    label: '上岗几天后第一次回访（天）',
    hint: '到那一天，协调员的「招工」里会提醒问一问还在不在做。1 到 365。',
  },
  followUpSecondDays: {
    label: '上岗几天后第二次回访（天）',
    hint: '和第一次一样天数的话，只回访一次。1 到 730。',
  },
  pactVoteDays: {
    label: '公约新版投票投几天（天）',
    hint: '投票开始以后再改，只管下一次投票。1 到 60。',
  },
  pactLeastVotes: {
    label: '公约新版至少几个人投票才算（人）',
    hint: '投的人不够，就还用现在这一版。1 到 100000。',
  },
  teamActivityCapacity: {
    label: '队长办的活动每场最多几人（人）',
    hint: '人更多的，由妇女之家协调员来发布。1 到 500。',
  },
  noticesKeptDays: { label: '通知留几天（天）', hint: '过了就从通知里删掉。7 到 3650。' },
}

/** What a form says where it is filled in wrongly. */
export const faultText = {
  empty: '请填上，不能空着。',
  long: (most: number) => `太长了，最多 ${most} 个字。`,
  number: '请填整数，并看清楚上面写的范围。',
  choose: '请选一个。',
  words: '有一项太长，或者写了太多项。请分开写，或者少写几项。',
  twice: '里面有两个一样的。请改掉一个。',
  other: '这里没有填对。请改一改。',
} as const

export type PartChange =
  | { what: 'added'; name: string }
  | { what: 'removed'; name: string }
  | { what: 'changed'; name: string; label: string; before: string; after: string }

export const communityEditText = {
  notAdmin: { title: '这里是给管理员用的', text: '您可以在「我的」里办自己的事。', action: '回到「我的」' },
  lead: '改了以后，马上对所有人生效。每次只改一部分，保存前先看改了什么。',
  count: (count: number) => `${count} 个`,
  messagesDetail: '微信提醒用哪个模板，每个字段填什么',
  messagesWrong: '发不出去',
  unknownHolidays: (years: readonly number[]) =>
    `${years.join('、')} 年的放假安排，系统还不知道。国家公布以后，请写到「上班时间和放假」里，不然过年过节也会算成上班。`,
  noPart: { title: '没有这一部分', text: '请从「社区资料」里打开。', action: '看社区资料' },
  edit: (name: string) => `改：${name}`,
  newTitle: '新加一个',
  done: '填好了',
  remove: '去掉这一个',
  inside: (count: number) => `看里面的 ${count} 项`,
  insideFirst: '先保存这里的改动，再改里面的内容。',
  empty: '现在一个也没有。',
  changed: (count: number) => `改了 ${count} 处，还没有保存`,
  look: '看看改了什么',
  nothing: '还没有改动。',
  drop: '不改了，恢复原样',
  changesTitle: '改了这些',
  change: (change: PartChange): string => {
    if (change.what === 'added') return `加上：${change.name}`
    if (change.what === 'removed') return `去掉：${change.name}`
    return `${change.name}的${change.label}：${change.before || '（空）'} → ${change.after || '（空）'}`
  },
  more: (count: number) => `还有 ${count} 处。`,
  save: '保存',
  keep: '再改改',
  saved: '保存好了，现在就生效。',
  overtaken: '您打开以后，别人改过社区资料，所以没有保存。请记下上面的改动，打开最新的再改一遍。',
  reload: '打开最新的',
  /** What the whole community contradicts, though the line alone is right: two grids that cover one building. */
  wrongAt: (place: string) => `${place}，和别的对不上：可能和另一个重了，或者写了没有的。请改一改再保存。`,
  placeOf: (name: string, label: string | undefined) => (label ? `「${name}」的「${label}」` : `「${name}」`),
  /** A refusal with the name of what is in use. */
  inUse: (name: string, message: string) => `「${name}」${message}`,
} as const

/** Refusals that name what is still in use. */
export const inUseCodes: ReadonlySet<RefusalCode | 'unreachable'> = new Set<RefusalCode>([
  'estate_in_use',
  'building_in_use',
  'grid_in_use',
  'team_in_use',
  'service_in_use',
  'kind_in_use',
])
