import type { SetUpStep } from '#contract/setUp/steps'

type Step = SetUpStep | 'done'

/** Setting a community up, step by step. */
export const startText = {
  notAdmin: { title: '这里是给管理员用的', text: '社区开通以后，您可以在首页登记。', action: '回首页' },
  steps: {
    about: {
      title: '社区叫什么',
      lead: '写上社区的名字和电话。',
      seen: '居民在首页最上面看到名字；不会用手机的人、有急事的人，都打这个电话。',
    },
    homes: {
      title: '有哪些小区和楼栋',
      lead: '把社区里的小区一个一个加上，再写每个小区有哪些楼栋。',
      seen: '居民登记的时候，从这里选自己住哪个小区、哪一栋。',
    },
    grids: {
      title: '分几个网格和居民组',
      lead: '网格决定谁来核对登记、谁来办居民反映的事。居民组没有就不写。',
      seen: '网格写了管哪些楼栋，居民登记时就不用自己选网格。',
    },
    offers: {
      title: '能给居民做什么',
      lead: '下面是替您备好的一套样例。没有的去掉，名字不一样的改掉，以后随时可以再改。',
      seen: '居民在首页看到能预约的服务，志愿者看到能加入的服务队。',
    },
    privacy: {
      title: '谁保管居民的信息',
      lead: '法律要求先说清楚谁保管信息、有疑问找谁。隐私指引别的话已经写好，不能改松。',
      seen: '居民登记前先看隐私指引，同意了才登记。这一步填好，社区就开通了。',
    },
    done: {
      title: '社区开通了',
      lead: '居民现在就能来登记。您写的这些，在「我的 - 社区资料」里随时可以改。',
      seen: '',
    },
  } satisfies Record<Step, { title: string; lead: string; seen: string }>,
  missing: {
    about: '请写上社区的名字和电话。',
    homes: '请至少加一个小区，并且写上它的楼栋。',
    grids: '请至少加一个网格。',
    offers: '请至少留一个服务队、一项服务，或者一类居民能反映的事。',
    privacy: '请写上哪个单位保管居民的信息。',
  } satisfies Record<SetUpStep, string>,
  wrong: '有一处没有填对。请点开看看，改好再往下走。',
  open: '填好了，开通社区',
  overtaken: '别人刚刚也改了社区资料，所以您这一步没有保存。请先看看他写的，再接着填。',
  reload: '看最新的',
  resumed: '上次写到这里，接着填就行。',
  /** The same many times: 第一网格, 第二网格 … */
  many: {
    grids: { label: '一共几个网格', name: (numeral: string) => `第${numeral}网格` },
    groups: { label: '一共几个居民组', name: (numeral: string) => `居民${numeral}组` },
  },
  manyHint: '写个数字，名字替您排好，再一个一个改。1 到 99。',
  manyWrong: '请写 1 到 99 的数字。',
  manyFill: { grids: '排好网格的名字', groups: '排好居民组的名字' },
  offers: {
    teams: '服务队',
    services: '能预约的服务',
    categories: '居民能反映的事',
    projects: '服务项目',
  },
  taken: (title: string, count: number, of: number) => `${title}（选了 ${count} 个，共 ${of} 个）`,
  change: '改一改',
  changeOf: (name: string) => `改一改：${name}`,
  lacksTeam: (team: string) => `要先选上「${team}」`,
  byTeam: (team: string) => `由${team}来做`,
  guideline: '看看居民会读到的隐私指引',
  register: '登记我自己',
  registerTitle: '接下来，登记您自己',
  registerText: '您是管理员，登记马上通过。登记以后，通知能送到您手上，也能用电脑登录。',
  toHome: '去首页看看',
  lacking: {
    title: '还差什么',
    lead: '社区已经能用，下面这些办好了，事情才有人接。',
    none: '该有的都有了。',
    how: '先请他登记为居民，再到「居民核对与查找」里给他身份',
    ownRegistration: '您自己还没有登记',
    ownRegistrationHow: '登记以后，通知能送到您手上',
    grids: (names: readonly string[]) => `还没有网格员：${some(names)}`,
    teams: (names: readonly string[]) => `还没有队长：${some(names)}`,
    coordinator: '还没有协调员，活动没有人发布',
    officer: '还没有社区工作人员，网格办不了的事没有人接',
    messageTemplates: '微信还不能提醒，新消息要自己打开「通知」看',
    messageTemplatesHow: '在微信公众平台领用消息模板，写到这里',
  },
} as const

const namesShown = 3
/** The first few of many names. */
const some = (names: readonly string[]): string =>
  names.length > namesShown
    ? `${names.slice(0, namesShown).join('、')}等 ${names.length} 个`
    : names.join('、')
