import type { Page } from 'playwright-core'
import { RISKY_MARK } from '#local/wechat/openApis'
import { pixel } from '#support/pictures'
import { deadMs } from '#ui/still/stillRows'
import type { Stage } from './stage'

/** One look at a page: who looks, where, and which text shows that the page is complete. */
export interface Visit {
  /** The page's name in the manifest. */
  page: string
  /** What is special about this look. */
  state: string
  /** A sample person; absent for a visitor. */
  who?: string
  query?: (stage: Stage) => string
  /** Text that is there once the page is complete. */
  shows: RegExp
  /** What the person does then, for example opening a sheet. */
  hands?: (page: Page) => Promise<void>
  /** A sheet is over the page then. */
  sheet?: true
  /** Addresses that answer 404 during the visit. */
  missing?: string
}

const tap = (name: string | RegExp) => async (page: Page) => {
  const view = page.locator('.taro_page').filter({ visible: true }).last()
  await view.getByRole('button', { name }).or(view.getByRole('link', { name })).first().click()
}
/** A button that opens a sheet. */
const sheet = (name: string | RegExp) => ({ hands: tap(name), sheet: true as const })
/** A button that leads to another step of the same page. */
const then = (name: string, comes: RegExp) => ({
  hands: async (page: Page) => {
    await tap(name)(page)
    await page.getByText(comes).first().waitFor()
  },
})
const choose = (words: string) => async (page: Page) => {
  await page.getByText(words, { exact: true }).last().click()
}
/** Pages without a visit, and visits to pages that do not exist. */
export function strayPages(built: readonly string[]): string[] {
  const visited = new Set(visits.map(({ page }) => page))
  const known = new Set(built)
  return [...built.filter((page) => !visited.has(page)), ...[...visited].filter((page) => !known.has(page))]
}

/** The room of a page: its package, or the tabs. */
export const roomOf = (page: string): string => {
  const [folder = '', room = ''] = page.split('/')
  return folder === 'packages' ? room : 'tabs'
}

/** Waits for the pictures: six on the activity's page, each of the seven on the coordinator's. */
const sixPhotos = (page: Page) => page.getByRole('button', { name: '看第 6 张图片' }).waitFor()
const sevenPhotos = (page: Page) => page.getByRole('button', { name: '看第 1 张图片' }).nth(6).waitFor()

/** Adds a picture to an activity's photos, and waits until it shows. */
const choosePhoto = async (page: Page) => {
  await sevenPhotos(page)
  const chooser = page.waitForEvent('filechooser')
  await tap('拍照或选图片')(page)
  await (await chooser).setFiles([{ name: 'photo.png', mimeType: 'image/png', buffer: pixel }])
  await page.getByRole('img', { name: '第 1 张图片' }).last().waitFor()
}

/** Begins a request, and opens the page again. */
const beginAgain = async (page: Page) => {
  await page.getByLabel('想说的事').fill('花坛里的草很高')
  await page.reload()
  await page.getByText('这是上次写的').first().waitFor()
}

/** Searches for a resident. */
const find = (words: string, comes: RegExp) => async (page: Page) => {
  await choose('找居民')(page)
  await page.getByLabel('姓名、手机号、志愿者编号或者居民编号').fill(words)
  await tap('查找')(page)
  await page.getByText(comes).first().waitFor()
}

/** Chooses a register's file, and waits for the result. */
const chooseRegister = (csv: string, comes: RegExp) => async (page: Page) => {
  const chooser = page.waitForEvent('filechooser')
  await tap('选择文件，先检查')(page)
  await (await chooser).setFiles({ name: '登记册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByText(comes).first().waitFor()
}

const ofDoubts = (which: keyof Omit<Stage['doubts'], 'papers'>) => (stage: Stage) =>
  `?id=${stage.doubts[which]}`
const ofPaper = (which: keyof Stage['doubts']['papers']) => (stage: Stage) => {
  const { certificateNo, verifyCode } = stage.doubts.papers[which]
  return `?no=${certificateNo}&code=${verifyCode}`
}

const wang = 'sample_wang'
const li = 'sample_li'
const chen = 'sample_chen'
const zheng = 'sample_zheng'
const zhou = 'sample_zhou'
/** 罗姐, who has moved; no worker has confirmed it yet. */
const mover = 'stage_luo'
const liu = 'sample_liu'
const admin = 'sample_admin'
const lead = 'packages/team/lead'
const dispatch = 'packages/team/dispatch'
const access = 'packages/member/access'
const account = 'packages/account/index'
const proxies = 'packages/member/proxies'
const guardian = 'packages/member/guardian'
const residents = 'packages/staff/residents'
const registerImport = 'packages/staff/register'
const detail = 'packages/booking/detail'
const roles = 'packages/staff/roles'
const community = 'packages/admin/community'
const part = 'packages/admin/part'
const messages = 'packages/admin/messages'
const start = 'packages/admin/start'
const slip = 'packages/booking/slip'
const request = 'packages/booking/request'
const activities = 'pages/activities'
const activity = 'packages/activity/detail'
const proof = 'packages/activity/proof'
const mySignups = 'packages/activity/mine'
const myShifts = 'packages/activity/shifts'
const paper = 'packages/certificate/paper'
const verify = 'packages/certificate/verify'
const ofActivity = (which: keyof Stage['activities']) => (stage: Stage) => `?id=${stage.activities[which]}`

const zhao = 'sample_zhao'
const coordinator = (page: string) => `packages/coordinator/${page}`
const session = ({ session: id, activity }: Stage) => `?id=${id}&of=${activity}`
const filing = 'packages/request/file'
const handled = 'packages/request/detail'

/** A page of the app without a line here fails the suite: test/h5/visits.test.ts. */
export const visits: readonly Visit[] = [
  { page: coordinator('index'), state: 'to come', who: zhao, shows: /端午节包粽子/ },
  { page: coordinator('index'), state: 'of a team', who: 'sample_hao', shows: /平安巡逻队[\s\S]*夜间巡逻/ },
  { page: coordinator('editor'), state: 'of a team', who: 'sample_hao', shows: /平安巡逻队来办/ },
  { page: coordinator('begin'), state: 'templates', who: zhao, shows: /元宵节[\s\S]*空白活动/ },
  { page: coordinator('editor'), state: 'blank', who: zhao, shows: /居民看到的样子/ },
  {
    page: coordinator('editor'),
    state: 'a draft, a session open',
    who: zhao,
    query: ({ draft }) => `?id=${draft}`,
    shows: /居民看到的样子/,
    ...sheet(/30 人，1 个志愿岗位/),
  },
  {
    page: coordinator('editor'),
    state: 'a draft, a series',
    who: zhao,
    query: ({ draft }) => `?id=${draft}`,
    shows: /居民看到的样子/,
    ...sheet('每周重复'),
  },
  {
    page: coordinator('editor'),
    state: 'a template whose sign-up closes too late, away from its festival',
    who: zhao,
    query: () => '?template=winter_solstice',
    shows: /居民看到的样子/,
    hands: async (page) => {
      await page.getByRole('button', { name: /60 人/ }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('input[type=date]').fill('2027-01-09')
      await dialog.getByRole('button', { name: '确定' }).click()
      await page.getByText(/不是冬至/).waitFor()
      const closes = page.getByRole('group', { name: '什么时候截止报名' })
      await closes.locator('input[type=date]').fill('2027-01-10')
      await page.getByText('报名截止的时间晚于活动开始。').waitFor()
    },
  },
  {
    page: coordinator('editor'),
    state: 'a course, with a lesson that was called off',
    who: zhao,
    query: ofActivity('course'),
    shows: /第 4 课[\s\S]*的课不上了/,
    ...sheet('加一课'),
  },
  {
    page: coordinator('editor'),
    state: 'a course, from nothing',
    who: zhao,
    query: () => '?template=job_training',
    shows: /课表[\s\S]*学完能做什么/,
    ...sheet('往后连着排'),
  },
  {
    page: coordinator('editor'),
    state: 'with faults',
    who: zhao,
    shows: /居民看到的样子/,
    hands: tap('存成草稿'),
  },
  {
    page: coordinator('activity'),
    state: 'published',
    who: zhao,
    query: ({ activity }) => `?id=${activity}`,
    shows: /端午节包粽子[\s\S]*现场签到/,
  },
  {
    page: coordinator('activity'),
    state: 'a course',
    who: zhao,
    query: ofActivity('course'),
    shows: /第 1 课签到[\s\S]*第 5 课 · 名单/,
  },
  {
    page: coordinator('activity'),
    state: 'publishing a draft',
    who: zhao,
    query: ({ draft }) => `?id=${draft}`,
    shows: /重阳节吃长寿面/,
    ...sheet('发布'),
  },
  {
    page: coordinator('activity'),
    state: 'photos',
    who: zhao,
    query: ofActivity('over'),
    shows: /照片（7 张）[\s\S]*大家一起搓汤圆/,
    hands: sevenPhotos,
  },
  {
    page: coordinator('activity'),
    state: 'a photo under check',
    who: zhao,
    query: ofActivity('over'),
    shows: /照片（7 张）/,
    hands: async (page) => {
      // the part is under way, and WeChat's check has not answered yet
      await page.route('**/api', (route) =>
        route.request().postDataJSON().op === 'file.part' ? undefined : route.continue(),
      )
      await choosePhoto(page)
      await page.getByText('正在发送').waitFor()
    },
  },
  {
    page: coordinator('activity'),
    state: 'a photo whose words do not pass',
    who: zhao,
    query: ofActivity('over'),
    shows: /照片（7 张）/,
    hands: async (page) => {
      await choosePhoto(page)
      await page.getByText('已经发送').waitFor()
      await page.getByLabel('说明').fill(RISKY_MARK)
      await tap('放到活动页上')(page)
      await page.getByText('没有通过').waitFor()
    },
  },
  {
    page: coordinator('activity'),
    state: 'no photo chosen',
    who: zhao,
    query: ({ activity }) => `?id=${activity}`,
    shows: /现场签到/,
    hands: async (page) => {
      await tap('放到活动页上')(page)
      await page.getByText('请先选照片').waitFor()
    },
  },
  { page: coordinator('roster'), state: 'two parties', who: zhao, query: session, shows: /王奶奶/ },
  {
    page: coordinator('roster'),
    state: 'exporting',
    who: zhao,
    query: session,
    shows: /王奶奶/,
    ...sheet('导出名单（Excel）'),
  },
  {
    page: coordinator('course'),
    state: 'completed',
    who: zhao,
    query: ({ courses }) => `?id=${courses.completed}`,
    shows: /有结业证[\s\S]*谁上了哪几课[\s\S]*阮姐/,
    ...sheet('导出签到表（Excel）'),
  },
  {
    page: coordinator('course'),
    state: 'over, before its certificates',
    who: zhao,
    query: ({ courses }) => `?id=${courses.over}`,
    shows: /发结业证/,
    ...sheet('发结业证'),
  },
  {
    page: coordinator('course'),
    state: 'under way, somebody without a sign-up',
    who: zhao,
    query: ({ courses }) => `?id=${courses.underWay}`,
    shows: /还没点名的课[\s\S]*简大姐/,
    ...sheet('收为学员：简大姐'),
  },
  { page: coordinator('course'), state: 'of none', who: zhao, shows: /没有找到这一期培训/ },
  { page: coordinator('door'), state: 'the code', who: zhao, query: session, shows: /秒换一次|扫这个码/ },
  {
    page: coordinator('door'),
    state: 'of a lesson',
    who: zhao,
    query: ({ activities }) => `?id=${activities.courseSession}&lesson=${activities.courseLesson}`,
    shows: /扫这个码/,
    hands: async (page) => {
      await choose('名单')(page)
      await page.getByText('郑大姐').first().waitFor()
    },
  },
  {
    page: coordinator('door'),
    state: 'the list',
    who: zhao,
    query: session,
    shows: /扫这个码/,
    hands: async (page) => {
      await choose('名单')(page)
      await page.getByText('2 人：王奶奶、王小明').waitFor()
    },
  },
  {
    page: coordinator('door'),
    state: 'a code that says otherwise',
    who: zhao,
    query: session,
    shows: /扫这个码/,
    hands: async (page) => {
      await choose('名单')(page)
      await page.getByText(/有签到码为证/).waitFor()
    },
  },
  {
    page: coordinator('door'),
    state: 'without a network, two words wait',
    who: zhao,
    query: session,
    shows: /扫这个码/,
    hands: async (page) => {
      await choose('名单')(page)
      await page.getByText('2 人：王奶奶、王小明').waitFor()
      await page.route('**/api', (route) => route.abort())
      await tap('到了：何叔')(page)
      await page
        .getByText(/现在没有网。记在这台电脑（手机）上的 1 条/)
        .first()
        .waitFor()
      // the banner has moved the rows, which do not answer at once
      await page.waitForTimeout(deadMs)
      await tap('到了：王奶奶')(page)
      await page
        .getByText(/记在这台电脑（手机）上的 2 条/)
        .first()
        .waitFor()
      await choose('全部')(page)
    },
  },
  {
    page: coordinator('door'),
    state: 'never a network',
    who: zhao,
    query: session,
    missing: '**/api',
    shows: /现在没有网/,
    hands: choose('名单'),
  },
  {
    page: coordinator('shifts'),
    state: 'another coordinator’s own',
    who: 'doubt_mei',
    query: ofDoubts('session'),
    shows: /赵姐[\s\S]*请问清楚再确认/,
  },
  {
    page: coordinator('shifts'),
    state: 'one’s own',
    who: zhao,
    query: ofDoubts('session'),
    shows: /等别人确认/,
  },
  { page: coordinator('birthdays'), state: 'before', who: zhao, shows: /看名单/ },
  {
    page: coordinator('birthdays'),
    state: 'the list, nothing chosen',
    who: zhao,
    shows: /看名单/,
    hands: async (page) => {
      await tap('看名单')(page)
      await page.getByText('冯婆婆').waitFor()
      await tap('邀请这 1 位')(page)
      await page.getByText('请选一个生日会').waitFor()
    },
  },
  {
    page: coordinator('feedbacks'),
    state: 'one word',
    who: zhao,
    query: ({ activities: { overSession } }) => `?id=${overSession}`,
    shows: /平均 4\.0 颗星[\s\S]*汤圆很甜/,
  },
  {
    page: coordinator('feedbacks'),
    state: 'none yet',
    who: zhao,
    query: session,
    shows: /还没有人评/,
  },
  {
    page: 'packages/staff/calls',
    state: 'a coordinator’s',
    who: zhao,
    shows: /通知没有送到、他们也还没有看到的/,
  },
  {
    page: 'packages/staff/calls',
    state: 'a resident',
    who: wang,
    shows: /这里是给办事的人用的/,
  },
  {
    page: coordinator('tell'),
    state: 'as it will be read',
    who: zhao,
    query: session,
    shows: /有名额的[\s\S]*还没有写过/,
    hands: async (page) => {
      await page.getByLabel('写一句话').fill('请带一条围裙')
      await tap('看一看，再发')(page)
      await page.getByText(/赵姐有句话请您看：请带一条围裙。/).waitFor()
    },
    sheet: true,
  },
  {
    page: coordinator('tell'),
    state: 'of a session that is over',
    who: zhao,
    query: ({ activities: { overSession } }) => `?id=${overSession}`,
    shows: /这一场不用再写了/,
  },
  {
    page: coordinator('stock'),
    state: 'one of three is out',
    who: zhao,
    query: ({ courses }) => `?id=${courses.completed}`,
    shows: /一共 3 份，发了 1 份[\s\S]*阮姐/,
  },
  {
    page: coordinator('stock'),
    state: 'a new one',
    who: zhao,
    query: ({ courses }) => `?id=${courses.completed}`,
    shows: /一共 3 份/,
    ...sheet('加一样材料'),
  },
  {
    page: coordinator('subsidy'),
    state: 'whoever drew it',
    who: zhao,
    query: ({ courses }) => `?id=${courses.completed}`,
    shows: /出勤和账上的不一样了[\s\S]*阮姐/,
    ...sheet(/^记发放：崔婶/),
  },
  {
    page: coordinator('subsidy'),
    state: 'a second coordinator',
    who: 'doubt_mei',
    query: ({ courses }) => `?id=${courses.completed}`,
    shows: /出勤和账上的不一样了[\s\S]*阮姐/,
    ...sheet(/^凭纸签收：阮姐/),
  },
  { page: 'pages/home', state: 'a visitor', shows: /欢迎来到邻里守望/ },
  { page: 'pages/home', state: 'a resident', who: wang, shows: /等您办的/ },
  { page: 'pages/home', state: 'a volunteer', who: li, shows: /任务大厅看看/ },
  {
    page: 'pages/home',
    state: 'who has left the last team',
    who: 'doubt_ou',
    shows: /等您办的[\s\S]*服务中/,
  },
  { page: 'pages/home', state: 'registration pending', who: 'sample_tang', shows: /登记正在核对/ },
  { page: 'pages/home', state: 'account being closed', who: 'sample_sun', shows: /账号正在注销/ },
  { page: 'pages/home', state: 'no network', missing: '**/api', shows: /没有打开/ },
  { page: activities, state: 'a visitor', shows: /重阳节吃长寿面/ },
  { page: activities, state: 'a resident', who: wang, shows: /我的报名[\s\S]*重阳节吃长寿面/ },
  {
    page: activities,
    state: 'a kind that there is none of',
    who: wang,
    shows: /重阳节/,
    hands: async (page) => {
      await choose('看过去的活动')(page)
      await choose('生日会')(page)
      await page.getByText('这一类还没有活动').waitFor()
      await tap('看接下来的活动')(page)
      await tap('看过去的活动')(page)
    },
  },
  { page: activity, state: 'a visitor', query: ofActivity('open'), shows: /登录以后就能报名/ },
  { page: activity, state: 'to sign up', who: wang, query: ofActivity('open'), shows: /我要报名/ },
  {
    page: activity,
    state: 'who comes',
    who: wang,
    query: ofActivity('open'),
    shows: /我要报名/,
    hands: async (page) => {
      await tap('带家人或朋友一起报')(page)
      await page.getByLabel('亲友的名字').fill('小明')
      await page.getByText('他未满 14 岁').waitFor()
    },
    sheet: true,
  },
  {
    page: activity,
    state: 'a volunteer',
    who: zheng,
    query: ofActivity('open'),
    shows: /志愿岗位[\s\S]*来不了/,
    ...sheet('来不了，退出：布置场地'),
  },
  { page: activity, state: 'an offer', who: wang, query: ofActivity('offered'), shows: /有名额了/ },
  {
    page: activity,
    state: 'leaving an offer',
    who: wang,
    query: ofActivity('offered'),
    shows: /有名额了/,
    ...sheet('不去了，让给后面的人'),
  },
  { page: activity, state: 'waiting', who: li, query: ofActivity('offered'), shows: /候补第 1 位/ },
  {
    page: activity,
    state: 'leaving the draw',
    who: wang,
    query: ofActivity('draw'),
    shows: /等抽签/,
    ...sheet('我不去了'),
  },
  { page: activity, state: 'checking in', who: wang, query: ofActivity('due'), shows: /六位数字/ },
  { page: activity, state: 'a birthday to give', who: wang, query: ofActivity('elders'), shows: /登记生日/ },
  { page: activity, state: 'sign-up later', who: wang, query: ofActivity('later'), shows: /起可以报名/ },
  { page: activity, state: 'cancelled', who: wang, query: ofActivity('cancelled'), shows: /老师生病了/ },
  {
    page: activity,
    state: 'a course, a visitor',
    query: ofActivity('course'),
    shows: /能当月嫂[\s\S]*4 课都上了/,
  },
  {
    page: activity,
    state: 'a course, at the door of its first lesson',
    who: wang,
    query: ofActivity('course'),
    shows: /这一课现在可以签到[\s\S]*课表/,
  },
  {
    page: activity,
    state: 'a course, for a relative',
    who: 'sample_feng',
    query: ofActivity('course'),
    shows: /我要报名/,
    ...sheet('给家人报名'),
  },
  {
    page: activity,
    state: 'how was it',
    who: wang,
    query: ofActivity('over'),
    shows: /这次活动怎么样/,
    hands: sixPhotos,
  },
  {
    page: activity,
    state: 'how was it, without a star',
    who: wang,
    query: ofActivity('over'),
    shows: /这次活动怎么样/,
    hands: async (page) => {
      await sixPhotos(page)
      await tap('发送')(page)
      await page.getByText('请先点几颗星').waitFor()
    },
  },
  {
    page: activity,
    state: 'rated',
    who: li,
    query: ofActivity('over'),
    shows: /评了 4 颗星/,
    hands: sixPhotos,
  },
  {
    page: activity,
    state: 'all photos',
    who: li,
    query: ofActivity('over'),
    shows: /大家一起搓汤圆/,
    hands: async (page) => {
      await sixPhotos(page)
      await tap('再看 1 张')(page)
      await page.getByRole('button', { name: '看第 7 张图片' }).waitFor()
    },
  },
  { page: activity, state: 'photos, a visitor', query: ofActivity('over'), shows: /有 7 张照片/ },
  {
    page: activity,
    state: 'a shift of who has left the team',
    who: 'doubt_ou',
    query: ofDoubts('activity'),
    shows: /服务中[\s\S]*六位数字/,
  },
  {
    page: activity,
    state: 'shifts to confirm',
    who: 'doubt_mei',
    query: ofDoubts('activity'),
    shows: /看志愿者、确认时长/,
  },
  { page: activity, state: 'of none', shows: /没有找到这个活动/ },
  { page: proof, state: 'before the draw', query: ofActivity('drawSession'), shows: /还没有抽/ },
  { page: proof, state: 'after the draw', query: ofActivity('drawnSession'), shows: /对得上/ },
  { page: proof, state: 'of none', shows: /没有找到这次抽签/ },
  {
    page: activity,
    state: 'fewer come',
    who: wang,
    query: ({ activity: id }) => `?id=${id}`,
    shows: /改来的人/,
    ...sheet('改来的人'),
  },
  { page: mySignups, state: 'an offer first', who: wang, shows: /中秋节品月饼[\s\S]*冬至/ },
  { page: mySignups, state: 'none', who: 'sample_gao', shows: /还没有报名/ },
  { page: myShifts, state: 'some', who: zheng, shows: /布置场地/ },
  {
    page: myShifts,
    state: 'one that waits for another coordinator',
    who: zhao,
    shows: /接下来的/,
    hands: async (page) => {
      await choose('过去的')(page)
      await page.getByText(/请另一位协调员或队长确认/).waitFor()
    },
  },
  { page: myShifts, state: 'none', who: li, shows: /还没有报志愿岗位/ },
  { page: 'pages/hall', state: 'a visitor', shows: /登录/ },
  { page: 'pages/hall', state: 'a volunteer', who: li, shows: /水管漏水/ },
  { page: 'pages/hall', state: 'filtering', who: li, shows: /水管漏水/, ...sheet('筛选') },
  {
    page: lead,
    state: 'a leader’s',
    who: chen,
    shows: /(?=[\s\S]*比约好的长)(?=[\s\S]*家人之间)[\s\S]*取消以前签到/,
  },
  { page: lead, state: 'a grid worker’s', who: 'sample_liu', shows: /没人认领的/ },
  { page: lead, state: 'not for a resident', who: wang, shows: /给队长和网格员用的/ },
  {
    page: dispatch,
    state: 'who could go',
    who: chen,
    query: ({ atRisk }) => `?id=${atRisk}`,
    shows: /李师傅/,
  },
  {
    page: dispatch,
    state: 'sending one',
    who: chen,
    query: ({ atRisk }) => `?id=${atRisk}`,
    shows: /李师傅/,
    ...sheet('派他去：李师傅'),
  },
  { page: dispatch, state: 'of none', who: chen, shows: /没有找到这个预约/ },
  {
    page: 'packages/booking/detail',
    state: 'settling, with faults',
    who: chen,
    query: ({ forgotten }) => `?id=${forgotten}`,
    shows: /再核定/,
    hands: async (page) => {
      await tap('核定时长')(page)
      await tap(/^核定$/)(page)
    },
    sheet: true,
  },
  { page: 'pages/hall', state: 'a resident', who: wang, shows: /服务队/ },
  { page: 'pages/me', state: 'a visitor', shows: /欢迎来到邻里守望/ },
  { page: 'pages/me', state: 'a leader', who: chen, shows: /队长[\s\S]*服务时长/ },
  {
    page: 'pages/me',
    state: 'who has left the last team',
    who: 'doubt_ou',
    shows: /我的志愿岗位[\s\S]*服务时长/,
  },
  { page: 'pages/me', state: 'signing out', who: wang, shows: /退出登录/, ...sheet('退出登录') },
  { page: 'packages/nowhere/index', state: 'a visitor', shows: /这个地址没有页面/ },
  { page: 'packages/enter/index', state: 'sample people', shows: /王奶奶/ },
  { page: 'packages/enter/index', state: 'pairing', missing: '**/local/people', shows: /核对数字/ },
  { page: 'packages/member/register', state: 'verified', who: wang, shows: /已经登记好了/ },
  { page: 'packages/member/register', state: 'pending', who: 'sample_tang', shows: /正在核对/ },
  { page: 'packages/member/dependents', state: 'one', who: wang, shows: /老李/ },
  {
    page: 'packages/member/dependents',
    state: 'of a paper member',
    who: liu,
    query: ({ paper }) => `?for=${paper}`,
    shows: /正在替谭婆婆办/,
  },
  {
    page: 'packages/member/behalf',
    state: 'of a principal',
    who: zheng,
    query: ({ wang: memberId }) => `?for=${memberId}`,
    shows: /正在替王奶奶办[\s\S]*报名活动[\s\S]*他反映的问题/,
  },
  { page: 'packages/member/behalf', state: 'of nobody', who: zheng, shows: /没有指明替谁办/ },
  {
    page: 'packages/member/behalf',
    state: 'of a stranger',
    who: li,
    query: ({ wang: memberId }) => `?for=${memberId}`,
    shows: /不能替这位居民办/,
  },
  {
    page: 'packages/activity/choose',
    state: 'for a paper member',
    who: liu,
    query: ({ paper }) => `?for=${paper}`,
    shows: /点开一个活动，替谭婆婆报名/,
  },
  {
    page: activity,
    state: 'for a principal with a place',
    who: zheng,
    query: ({ activity: id, wang: memberId }) => `?id=${id}&for=${memberId}`,
    shows: /正在替王奶奶办[\s\S]*报上/,
  },
  {
    page: activity,
    state: 'for a paper member',
    who: liu,
    query: ({ activity: id, paper }) => `?id=${id}&for=${paper}`,
    shows: /正在替谭婆婆办/,
  },
  {
    page: mySignups,
    state: 'of a principal',
    who: zheng,
    query: ({ wang: memberId }) => `?for=${memberId}`,
    shows: /正在替王奶奶办[\s\S]*我不去了/,
  },
  {
    page: 'packages/booking/mine',
    state: 'of a principal, by its address',
    who: zheng,
    query: ({ wang: memberId }) => `?for=${memberId}`,
    shows: /正在替王奶奶办/,
  },
  {
    page: filing,
    state: 'for a paper member',
    who: liu,
    query: ({ paper }) => `?for=${paper}`,
    shows: /正在替谭婆婆办[\s\S]*在哪里/,
  },
  {
    page: 'packages/request/mine',
    state: 'of a principal',
    who: zheng,
    query: ({ wang: memberId }) => `?for=${memberId}`,
    shows: /正在替王奶奶办[\s\S]*办理中/,
  },
  {
    page: handled,
    state: 'of a principal, with a question',
    who: zheng,
    query: ({ asked, wang: memberId }) => `?id=${asked}&for=${memberId}`,
    shows: /正在替王奶奶办/,
  },
  {
    page: 'packages/team/index',
    state: 'for a paper member',
    who: liu,
    query: ({ paper }) => `?for=${paper}`,
    shows: /正在替谭婆婆办[\s\S]*申请/,
  },
  {
    page: 'packages/hours/statement',
    state: 'of a paper member',
    who: liu,
    query: ({ paper }) => `?for=${paper}`,
    shows: /正在替谭婆婆办/,
  },
  {
    page: 'packages/certificate/index',
    state: 'of a paper member',
    who: liu,
    query: ({ paper }) => `?for=${paper}`,
    shows: /正在替谭婆婆办/,
  },
  { page: 'packages/member/dependents', state: 'removing', who: wang, shows: /老李/, ...sheet('移除老李') },
  { page: 'packages/member/dependents', state: 'changing', who: wang, shows: /老李/, ...sheet('修改老李') },
  {
    page: 'packages/member/dependents',
    state: 'adding, with faults',
    who: li,
    shows: /还没有登记家人/,
    hands: async (page) => {
      await tap('添加一位家人')(page)
      await tap('添加')(page)
    },
  },
  { page: residents, state: 'searching', who: 'sample_admin', shows: /小唐/, hands: choose('找居民') },
  { page: 'packages/staff/enrol', state: 'empty', who: liu, shows: /纸面同意/ },
  {
    page: 'packages/staff/enrol',
    state: 'with faults',
    who: liu,
    shows: /纸面同意/,
    hands: async (page) => {
      await tap('登记')(page)
      await page.getByText('请写他的姓名。').waitFor()
    },
  },
  {
    page: 'packages/staff/paper',
    state: 'a paper member’s',
    who: liu,
    query: ({ paper }) => `?id=${paper}`,
    shows: /谭婆婆[\s\S]*他有微信了/,
  },
  {
    page: 'packages/staff/paper',
    state: 'with a code',
    who: liu,
    query: ({ paper }) => `?id=${paper}`,
    shows: /谭婆婆/,
    hands: async (page) => {
      await tap('给一个认领码')(page)
      await page.getByText('只能用一次').waitFor()
    },
  },
  { page: 'packages/staff/paper', state: 'without one', who: liu, shows: /没有指明是哪一位/ },
  {
    page: residents,
    state: 'a paper member found',
    who: liu,
    shows: /待核对/,
    hands: find('谭婆婆', /没有微信，在社区窗口登记的/),
  },
  { page: 'packages/member/adopt', state: 'of an account', who: wang, shows: /也会一起合进去/ },
  {
    page: 'packages/member/adopt',
    state: 'a code that is over',
    who: wang,
    shows: /认领码/,
    hands: async (page) => {
      await page.getByLabel('认领码').fill('1234 5678')
      await tap('认领')(page)
      await page.getByText('这个认领码不对').waitFor()
    },
  },
  { page: access, state: 'some', who: wang, shows: /李师傅看了您的/ },
  { page: access, state: 'none', who: 'sample_gao', shows: /还没有人看过/ },
  { page: guardian, state: 'a minor’s', who: 'sample_yu', shows: /郑大姐[\s\S]*已经同意/ },
  { page: guardian, state: 'a minor’s, on paper', who: 'stage_miao', shows: /纸质同意书，由社区管理员/ },
  { page: guardian, state: 'a mother’s', who: zheng, shows: /郑小雨/, ...sheet('查看：郑小雨') },
  { page: guardian, state: 'nobody’s', who: li, shows: /没有孩子请您同意/ },
  { page: proxies, state: 'appointed', who: wang, shows: /郑大姐/ },
  { page: proxies, state: 'dismissing', who: wang, shows: /郑大姐/, ...sheet('取消代办：郑大姐') },
  { page: proxies, state: 'appointing', who: li, shows: /我的代办码/, ...sheet('请人代办') },
  {
    page: proxies,
    state: 'asked whether to appoint',
    who: li,
    shows: /我的代办码/,
    hands: async (page) => {
      await tap('请人代办')(page)
      await page.getByLabel('对方的代办码').fill('0f3a 91bc 22d4 e5f6 0718 293a')
      await tap('下一步')(page)
      await page.getByText('就请这个人代办').waitFor()
    },
    sheet: true,
  },
  { page: proxies, state: 'acting for somebody', who: zheng, shows: /替他预约/ },
  { page: proxies, state: 'asked to act', who: li, shows: /郑大姐请您代办/ },
  { page: proxies, state: 'stopping', who: zheng, shows: /替他预约/, ...sheet('不再代办：王奶奶') },
  { page: proxies, state: 'taking back', who: zheng, shows: /等对方同意/, ...sheet('收回：请李师傅代办') },
  { page: proxies, state: 'registration pending', who: 'sample_tang', shows: /登记正在核对/ },
  { page: account, state: 'a resident', who: wang, shows: /注销账号/ },
  { page: account, state: 'another number', who: wang, shows: /注销账号/, ...sheet('手机号') },
  { page: account, state: 'moving house', who: wang, shows: /搬了家在这里改/, ...sheet('住处') },
  {
    page: account,
    state: 'moving house, with faults',
    who: wang,
    shows: /搬了家在这里改/,
    hands: async (page) => {
      await tap('住处')(page)
      await tap('改成这个住处')(page)
    },
    sheet: true,
  },
  { page: account, state: 'another name', who: wang, shows: /写错了在这里改/, ...sheet('姓名') },
  { page: account, state: 'a move being checked', who: mover, shows: /改的内容正在核对/ },
  { page: 'pages/home', state: 'a move being checked', who: mover, shows: /改的内容正在核对/ },
  { page: 'pages/me', state: 'a move being checked', who: mover, shows: /我认领的任务/ },
  {
    page: 'packages/member/register',
    state: 'a move being checked',
    who: mover,
    shows: /原来登记的[\s\S]*火柴新村/,
  },
  { page: residents, state: 'one who has moved', who: admin, shows: /罗姐[\s\S]*原来核对过的/ },
  {
    page: residents,
    state: 'one for whom another home was stated',
    who: admin,
    shows: /秦大爷[\s\S]*替他提出/,
  },
  { page: 'pages/me', state: 'another home was stated for them', who: 'stage_qin', shows: /替您改登记/ },
  { page: residents, state: 'accepting a move', who: admin, shows: /罗姐/, ...sheet('通过：罗姐') },
  { page: account, state: 'being closed', who: 'sample_sun', shows: /账号正在注销/ },
  { page: 'packages/account/exported', state: 'before', who: wang, shows: /整理我的信息/ },
  {
    page: 'packages/account/exported',
    state: 'gathered',
    who: wang,
    shows: /整理我的信息/,
    hands: async (view) => {
      await tap('整理我的信息')(view)
      await view.getByText('整理好了').waitFor()
    },
  },
  {
    page: 'packages/account/exported',
    state: 'the words of a part',
    who: wang,
    shows: /整理我的信息/,
    hands: async (view) => {
      await tap('整理我的信息')(view)
      await view.getByText('整理好了').waitFor()
      await tap(/^我的预约/)(view)
      await view.getByText('要做什么').first().waitFor()
    },
    sheet: true,
  },
  { page: 'packages/account/consents', state: 'given', who: wang, shows: /同意中/ },
  {
    page: 'packages/account/consents',
    state: 'withdrawing',
    who: wang,
    shows: /同意中/,
    ...sheet(/^撤回同意：保存/),
  },
  { page: 'packages/account/close', state: 'what it ends', who: wang, shows: /申请注销/ },
  { page: 'packages/account/close', state: 'asking', who: wang, shows: /申请注销/, ...sheet('申请注销') },
  { page: 'packages/account/close', state: 'the first admin', who: admin, shows: /首位管理员/ },
  { page: 'packages/account/close', state: 'being closed', who: 'sample_sun', shows: /账号正在注销/ },
  { page: 'packages/account/privacy', state: 'a visitor', shows: /收集什么/ },
  { page: residents, state: 'one to check', who: admin, shows: /小唐[\s\S]*等了/ },
  { page: residents, state: 'accepting', who: admin, shows: /小唐/, ...sheet('通过：小唐') },
  { page: residents, state: 'declining', who: admin, shows: /小唐/, ...sheet('不通过：小唐') },
  {
    page: residents,
    state: 'one whom the register has elsewhere',
    who: 'sample_liu',
    shows: /小田[\s\S]*登记册上，这一户是第二网格/,
  },
  {
    page: residents,
    state: 'one whose dwelling was taken out of the register',
    who: admin,
    shows: /罗姐[\s\S]*登记册里原来有这一户，.*由社区管理员去掉了。原因：这一户和隔壁合并了/,
  },
  { page: registerImport, state: 'start', who: admin, shows: /文件怎么准备/ },
  { page: registerImport, state: 'not for a worker', who: 'sample_liu', shows: /给管理员用的/ },
  {
    page: registerImport,
    state: 'with bad rows',
    who: admin,
    shows: /文件怎么准备/,
    hands: chooseRegister('小区,楼栋,房号,网格,居民组\n火柴新村,99栋,1-1,第一网格,居民一组\n', /有 1 行要改/),
  },
  {
    page: registerImport,
    state: 'a dwelling to take out',
    who: admin,
    shows: /从登记册里去掉一户/,
    hands: async (page) => {
      await tap('去掉一户')(page)
      await tap('去掉这一户')(page)
      await page.getByText('请选小区。').first().waitFor()
    },
    sheet: true,
  },
  {
    page: registerImport,
    state: 'checked',
    who: admin,
    shows: /文件怎么准备/,
    hands: chooseRegister(
      '小区,楼栋,房号,网格,居民组\n火柴新村,8栋,8-8,第二网格,居民二组\n',
      /1 户，可以导入/,
    ),
  },
  {
    page: residents,
    state: 'a guardian on paper, with faults',
    who: admin,
    shows: /找居民/,
    hands: async (page) => {
      await find('田小禾', /找到 1 位/)(page)
      await tap('监护人同意：田小禾')(page)
      await tap('登记同意')(page)
    },
    sheet: true,
  },
  {
    page: residents,
    state: 'a guardian on paper, to end',
    who: admin,
    shows: /找居民/,
    hands: async (page) => {
      await find('苗小青', /找到 1 位/)(page)
      await tap('监护人同意：苗小青')(page)
    },
    sheet: true,
  },
  { page: residents, state: 'not for a resident', who: wang, shows: /给网格员用的/ },
  { page: residents, state: 'found', who: 'sample_liu', shows: /找居民/, hands: find('王奶奶', /找到 1 位/) },
  {
    page: residents,
    state: 'not found',
    who: 'sample_liu',
    shows: /找居民/,
    hands: find('没有这个人', /没有找到/),
  },
  {
    page: residents,
    state: 'asking for the phone, with faults',
    who: 'sample_liu',
    shows: /找居民/,
    hands: async (page) => {
      await find('王奶奶', /找到 1 位/)(page)
      await tap('看电话、住址：王奶奶')(page)
      await tap('写好原因，打开看')(page)
    },
    sheet: true,
  },
  {
    page: residents,
    state: 'shown the phone',
    who: 'sample_liu',
    shows: /找居民/,
    hands: async (page) => {
      await find('王奶奶', /找到 1 位/)(page)
      await tap('看电话、住址：王奶奶')(page)
      for (const words of ['电话', '住址', '上门走访。']) await choose(words)(page)
      await tap('写好原因，打开看')(page)
      await page.getByText('看好了，关上').waitFor()
    },
    sheet: true,
  },
  {
    page: residents,
    state: 'the day’s looks spent',
    who: 'doubt_fang',
    shows: /找居民/,
    hands: async (page) => {
      await find('何叔', /找到 1 位/)(page)
      await tap('看电话、住址：何叔')(page)
      for (const words of ['电话', '上门走访。']) await choose(words)(page)
      await tap('写好原因，打开看')(page)
      await page.getByText(/次数用完了/).waitFor()
    },
    sheet: true,
  },
  {
    page: roles,
    state: 'of a leader',
    who: admin,
    query: ({ chen }) => `?id=${chen}`,
    shows: /维修服务队的队长/,
  },
  {
    page: roles,
    state: 'giving one, with a fault',
    who: admin,
    query: ({ chen }) => `?id=${chen}`,
    shows: /维修服务队的队长/,
    hands: async (page) => {
      await tap('给一个身份')(page)
      await choose('网格员')(page)
      await tap('下一步')(page)
      await tap('就给这个身份')(page)
    },
    sheet: true,
  },
  {
    page: roles,
    state: 'taking one back',
    who: admin,
    query: ({ chen }) => `?id=${chen}`,
    shows: /维修服务队的队长/,
    ...sheet('收回：维修服务队的队长'),
  },
  { page: roles, state: 'of nobody', who: admin, shows: /没有找到这个人/ },
  { page: community, state: 'the parts', who: admin, shows: /小区和楼栋/ },
  { page: messages, state: 'the purposes', who: admin, shows: /预约和上门服务[\s\S]*填了 3 个字段/ },
  {
    page: messages,
    state: 'one template',
    who: admin,
    query: () => '?of=activity',
    shows: /腊八节一起包粥[\s\S]*轮到您了/,
  },
  {
    page: messages,
    state: 'no such purpose',
    who: admin,
    query: () => '?of=constructor',
    shows: /没有这一项/,
  },
  { page: community, state: 'not for a resident', who: wang, shows: /给管理员用的/ },
  { page: start, state: 'open, with what is missing', who: admin, shows: /还差什么/ },
  {
    page: start,
    state: 'who keeps the records',
    who: admin,
    shows: /还差什么/,
    ...then('上一步', /第 5 步/),
  },
  {
    page: start,
    state: 'the ready set',
    who: admin,
    shows: /还差什么/,
    hands: async (page) => {
      await then('上一步', /第 5 步/).hands(page)
      await then('上一步', /第 4 步/).hands(page)
      await tap(/^服务队（/)(page)
      await tap(/^能预约的服务（/)(page)
    },
  },
  { page: start, state: 'not for a resident', who: wang, shows: /给管理员用的/ },
  {
    page: part,
    state: 'a template',
    who: admin,
    query: () => '?part=templates',
    shows: /元宵节做汤圆/,
    ...sheet(/^端午节包粽子/),
  },
  { page: part, state: 'paces', who: admin, query: () => '?part=paces', shows: /一分钟最多几次/ },
  {
    page: part,
    state: 'who keeps the records',
    who: admin,
    query: () => '?part=controller',
    shows: /哪个单位保管/,
  },
  { page: part, state: 'many', who: admin, query: () => '?part=groups', shows: /居民一组/ },
  { page: part, state: 'limits', who: admin, query: () => '?part=limits', shows: /提前多久能签到/ },
  {
    page: part,
    state: 'times of requests',
    who: admin,
    query: () => '?part=requestTimes',
    shows: /网格多久办好/,
  },
  { page: part, state: 'workdays', who: admin, query: () => '?part=workdays', shows: /另外放假的日子/ },
  {
    page: part,
    state: 'kinds of a service',
    who: admin,
    query: () => '?part=kinds&of=repair',
    shows: /电工证/,
  },
  {
    page: part,
    state: 'a form with faults',
    who: admin,
    query: () => '?part=services',
    shows: /上门维修/,
    hands: async (page) => {
      await tap('加一项服务')(page)
      await tap('填好了')(page)
    },
    sheet: true,
  },
  {
    page: part,
    state: 'what has changed',
    who: admin,
    query: () => '?part=grids',
    shows: /第一网格/,
    hands: async (page) => {
      await tap('第二网格')(page)
      await tap('去掉这一个')(page)
      await tap('看看改了什么')(page)
      await tap('保存')(page)
      await page
        .getByText(/不能删除/)
        .first()
        .waitFor()
    },
    sheet: true,
  },
  { page: part, state: 'none such', who: admin, query: () => '?part=constructor', shows: /没有这一部分/ },
  { page: 'packages/desk/browsers', state: 'two', who: wang, shows: /就是这台/ },
  {
    page: 'packages/desk/browsers',
    state: 'signing one out',
    who: wang,
    shows: /就是这台/,
    ...sheet(/^退出/),
  },
  { page: 'packages/inbox/index', state: 'unread', who: wang, shows: /未读/ },
  {
    page: 'packages/inbox/index',
    state: 'a licence taken back',
    who: 'doubt_qiu',
    shows: /证件收回了[\s\S]*看服务队/,
  },
  { page: 'packages/inbox/index', state: 'one unread', who: 'sample_gao', shows: /登记通过了/ },
  {
    page: 'packages/hours/words',
    state: 'what waits, and the months',
    who: admin,
    shows: /等您复核的[\s\S]*每月补记的人/,
  },
  { page: 'packages/team/index', state: 'a visitor', shows: /维修服务队/ },
  {
    page: 'packages/team/detail',
    state: 'a visitor',
    query: () => '?id=repair',
    shows: /维修服务队[\s\S]*海报/,
  },
  {
    page: 'packages/team/detail',
    state: 'applying',
    who: wang,
    query: () => '?id=repair',
    shows: /申请加入/,
    ...sheet(/^申请加入维修/),
  },
  {
    page: 'packages/team/detail',
    state: 'a team that is gone',
    query: () => '?id=gone',
    shows: /没有找到这个服务队/,
  },
  { page: 'packages/publication/index', state: 'a visitor', shows: /看哪一类[\s\S]*停水半天/ },
  {
    page: 'packages/publication/index',
    state: 'one kind that has none pinned',
    who: wang,
    query: () => '?kind=guide',
    shows: /办老年人优待证/,
  },
  {
    page: 'packages/publication/index',
    state: 'those that are taken back',
    who: wang,
    hands: async (page) => {
      await choose('看已经撤下的')(page)
      await page.getByText('周五补停车棚').waitFor()
    },
    shows: /看哪一类[\s\S]*停水半天/,
  },
  {
    page: 'packages/publication/detail',
    state: 'a bulletin',
    query: ({ publications }) => `?id=${publications.bulletin}`,
    shows: /停水半天[\s\S]*打电话问/,
  },
  {
    page: 'packages/publication/detail',
    state: 'a guide',
    query: ({ publications }) => `?id=${publications.guide}`,
    shows: /办老年人优待证[\s\S]*带齐东西/,
  },
  {
    page: 'packages/publication/detail',
    state: 'changed',
    who: wang,
    query: ({ publications }) => `?id=${publications.changed}`,
    shows: /改到周日上午[\s\S]*第 2 版改了/,
  },
  {
    page: 'packages/publication/detail',
    state: 'an older edition',
    query: ({ publications }) => `?id=${publications.changed}&edition=1`,
    shows: /已经有新的了[\s\S]*看现在这一版/,
  },
  {
    page: 'packages/publication/detail',
    state: 'waits for a second word',
    who: 'sample_gao',
    query: ({ publications }) => `?id=${publications.waiting}`,
    shows: /等另一位工作人员审核[\s\S]*审核通过/,
    ...sheet('退回'),
  },
  {
    page: 'packages/publication/detail',
    state: 'own proposal',
    who: zhao,
    query: ({ publications }) => `?id=${publications.waiting}`,
    shows: /您提交的改动/,
    ...sheet('撤下'),
  },
  {
    page: 'packages/publication/detail',
    state: 'taken back',
    query: ({ publications }) => `?id=${publications.retired}`,
    shows: /日期写错了/,
  },
  {
    page: 'packages/publication/detail',
    state: 'none',
    query: () => '?id=pub_gone',
    shows: /没有找到这一篇/,
  },
  {
    page: 'packages/publication/editions',
    state: 'two',
    query: ({ publications }) => `?id=${publications.changed}`,
    shows: /第 2 版[\s\S]*第 1 版/,
  },
  { page: 'packages/publication/board', state: 'a coordinator', who: zhao, shows: /写一篇[\s\S]*停水半天/ },
  { page: 'packages/publication/board', state: 'a resident', who: wang, shows: /工作人员写公告的地方/ },
  {
    page: 'packages/publication/editor',
    state: 'a new one',
    who: zhao,
    shows: /写什么[\s\S]*置顶在首页/,
    ...then('发布', /请写标题/),
  },
  {
    page: 'packages/publication/editor',
    state: 'a guide that stands',
    who: zhao,
    query: ({ publications }) => `?id=${publications.guide}`,
    shows: /要带什么[\s\S]*先问的问题/,
    ...sheet('加一个问题'),
  },
  {
    page: 'packages/publication/editor',
    state: 'a draft, looked at',
    who: zhao,
    query: ({ publications }) => `?id=${publications.draft}`,
    hands: async (page) => {
      await choose('先看看样子')(page)
      await page.getByText('回去改').waitFor()
    },
    shows: /补停车棚|写什么|标题/,
  },
  {
    page: 'packages/publication/editor',
    state: 'waits for a second word',
    who: 'sample_gao',
    query: ({ publications }) => `?id=${publications.waiting}`,
    shows: /现在不能改/,
  },
  {
    page: 'packages/poster/index',
    state: 'of a guide',
    query: ({ publications }) => `?of=publication&id=${publications.guide}`,
    shows: /贴在墙上/,
  },
  {
    page: 'packages/publication/index',
    state: 'stations, for a visitor',
    query: () => '?kind=station',
    shows: /现在开着的[\s\S]*火车站广场驿站[\s\S]*有饮水、座位[\s\S]*现在没开的[\s\S]*巨柳新村驿站/,
  },
  {
    page: 'packages/publication/detail',
    state: 'a station, for a visitor',
    query: ({ publicWork }) => `?id=${publicWork.station}`,
    shows: /现在开着[\s\S]*有人看过[\s\S]*没看到充电、急救箱[\s\S]*有什么不对/,
  },
  {
    page: 'packages/publication/detail',
    state: 'a station, said anew by a volunteer',
    who: li,
    query: ({ publicWork }) => `?id=${publicWork.station}`,
    ...sheet('我在这里，说说现在怎么样'),
    shows: /现在开着[\s\S]*我在这里/,
  },
  {
    page: 'packages/publication/detail',
    state: 'a campaign, for a visitor',
    query: ({ publicWork }) => `?id=${publicWork.campaign}`,
    shows: /楼道堆物专项治理[\s\S]*并进来 2 件[\s\S]*现在：清理[\s\S]*3栋楼道堆物/,
  },
  {
    page: 'packages/publication/detail',
    state: 'a standard, with how it was kept',
    query: ({ publications }) => `?id=${publications.standard}`,
    shows: /五条承诺[\s\S]*谁来做[\s\S]*月：[\s\S]*印一张贴在墙上/,
  },
  {
    page: 'packages/publication/wall',
    state: 'a standard for the wall',
    query: ({ publications }) => `?id=${publications.standard}`,
    shows: /打印[\s\S]*约好了就上门[\s\S]*看承诺的全文/,
  },
  {
    page: 'packages/publication/wall',
    state: 'an address without a standard',
    query: () => '?id=pub_gone',
    shows: /没有找到这一篇/,
  },
  {
    page: 'packages/publication/campaign',
    state: 'a campaign that is run',
    who: zhao,
    query: ({ publicWork }) => `?id=${publicWork.campaign}`,
    shows: /并进来 2 件[\s\S]*办到哪一步[\s\S]*可以并进来的[\s\S]*并进来的/,
  },
  {
    page: 'packages/publication/campaign',
    state: 'one word for all of a campaign',
    who: zhao,
    query: ({ publicWork }) => `?id=${publicWork.campaign}`,
    ...sheet('都办好了'),
    shows: /并进来 2 件[\s\S]*可以并进来的/,
  },
  {
    page: 'packages/publication/campaign',
    state: 'clusters that a campaign could be for',
    who: zhao,
    shows: /60 天里[\s\S]*安全隐患[\s\S]*写一个专项治理/,
  },
  {
    page: 'packages/publication/campaign',
    state: 'a campaign, for a resident',
    who: wang,
    query: ({ publicWork }) => `?id=${publicWork.campaign}`,
    shows: /社区工作人员写公告的地方/,
  },
  {
    page: 'packages/vacancy/index',
    state: 'a visitor',
    shows: /正在招[\s\S]*面包店帮工[\s\S]*家政保洁员/,
  },
  {
    page: 'packages/vacancy/index',
    state: 'on the way to one',
    who: 'sample_he',
    shows: /我的应聘[\s\S]*请去面谈[\s\S]*正在招/,
  },
  {
    page: 'packages/vacancy/index',
    state: 'those that are over',
    hands: async (page) => {
      await choose('已经结束')(page)
      await page.getByText('仓库理货员').waitFor()
    },
    shows: /正在招[\s\S]*面包店帮工/,
  },
  {
    page: 'packages/vacancy/index',
    state: 'for a paper member',
    who: liu,
    query: ({ paper }) => `?for=${paper}`,
    shows: /正在替谭婆婆办[\s\S]*面包店帮工/,
  },
  {
    page: 'packages/vacancy/detail',
    state: 'a visitor',
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /工资[\s\S]*登录以后说/,
  },
  {
    page: 'packages/vacancy/detail',
    state: 'may go, and has not said about the number',
    who: 'sample_feng',
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    ...then('我想去', /请先选一个/),
    shows: /要不要把您的姓名和电话给用工单位[\s\S]*告诉社区/,
  },
  {
    page: 'packages/vacancy/detail',
    state: 'interested without a consent',
    who: wang,
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /您没有同意[\s\S]*我不去了/,
    ...sheet('同意给姓名和电话'),
  },
  {
    page: 'packages/vacancy/detail',
    state: 'invited',
    who: 'sample_he',
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /请您去面谈[\s\S]*罗经理[\s\S]*收回同意/,
    ...sheet('我不去了'),
  },
  {
    page: 'packages/vacancy/detail',
    state: 'over',
    who: li,
    query: ({ vacancies }) => `?id=${vacancies.over}`,
    shows: /已经结束[\s\S]*没有谈成/,
  },
  {
    page: 'packages/vacancy/detail',
    state: 'gone',
    query: () => '?id=vac_gone',
    shows: /没有找到这个招工/,
  },
  { page: 'packages/vacancy/board', state: 'a coordinator', who: zhao, shows: /要回访的[\s\S]*上岗的/ },
  { page: 'packages/vacancy/board', state: 'a resident', who: wang, shows: /妇女之家协调员来办/ },
  {
    page: 'packages/vacancy/editor',
    state: 'a new one',
    who: zhao,
    shows: /发布/,
    ...then('发布', /请写做什么/),
  },
  {
    page: 'packages/vacancy/editor',
    state: 'one that stands',
    who: zhao,
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /改好了/,
  },
  {
    page: 'packages/vacancy/people',
    state: 'full',
    who: zhao,
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /没有同意给电话[\s\S]*上岗了/,
  },
  {
    page: 'packages/vacancy/people',
    state: 'passing a number',
    who: zhao,
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /同意给姓名和电话/,
    ...sheet('给用工单位：小吴'),
  },
  {
    page: 'packages/vacancy/people',
    state: 'inviting',
    who: zhao,
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /同意给姓名和电话/,
    ...sheet('请去面谈：小吴'),
  },
  {
    page: 'packages/vacancy/people',
    state: 'leaving',
    who: zhao,
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /苗阿姨/,
    ...sheet('不在做了：苗阿姨'),
  },
  {
    page: 'packages/vacancy/people',
    state: 'closing',
    who: zhao,
    query: ({ vacancies }) => `?id=${vacancies.open}`,
    shows: /结束这个招工/,
    ...sheet('结束这个招工'),
  },
  {
    page: 'packages/request/file',
    state: 'about a vacancy',
    who: wang,
    query: ({ vacancies }) =>
      `?category=jobs&of=${vacancies.open}&about=${encodeURIComponent('招工「家政保洁员」：')}`,
    shows: /反映/,
  },
  {
    page: 'packages/publication/detail',
    state: 'a guide, two of three things ticked',
    who: li,
    query: ({ guides }) => `?id=${guides.elderCard}`,
    shows: /怎么办[\s\S]*要带什么[\s\S]*带齐了 0 样，一共 3 样[\s\S]*先在手机上填好（预受理）/,
    hands: async (page) => {
      await page.getByLabel('户口本').check()
      await page.getByLabel('一寸照片一张').check()
      await page.getByText('带齐了 2 样，一共 3 样').waitFor()
    },
  },
  {
    page: 'packages/publication/detail',
    state: 'a pact in a vote, asked once more',
    who: li,
    query: ({ pacts }) => `?id=${pacts.inVote}`,
    shows: /请您投票[\s\S]*在手机上 3 人，在纸上 40 人[\s\S]*写进了新的一版/,
    ...sheet('赞成新的一版'),
  },
  {
    page: 'packages/publication/detail',
    state: 'a pact in a vote, to whoever has voted',
    who: wang,
    query: ({ pacts }) => `?id=${pacts.inVote}`,
    shows: /您投过了[\s\S]*写进了新的一版/,
  },
  {
    page: 'packages/publication/detail',
    state: 'a pact, and a proposal',
    who: li,
    query: ({ pacts }) => `?id=${pacts.young}`,
    shows: /我赞成[\s\S]*还没有公开的建议/,
    ...sheet('提一条建议'),
  },
  {
    page: 'packages/publication/detail',
    state: 'a pact in a vote, to staff with a sheet of paper',
    who: 'sample_zhao',
    query: ({ pacts }) => `?id=${pacts.inVote}`,
    shows: /已经有 1 人投票[\s\S]*写进了新的一版/,
    ...sheet('记上纸上的赞成'),
  },
  {
    page: 'packages/publication/proof',
    state: 'while the vote runs',
    query: ({ pacts }) => `?id=${pacts.inVote}&edition=2`,
    shows: /投票还没有结束/,
  },
  { page: 'packages/publication/proof', state: 'of none', shows: /没有找到这次投票/ },
  {
    page: 'packages/publication/apply',
    state: 'the second question',
    who: li,
    query: ({ guides }) => `?id=${guides.elderCard}`,
    shows: /第 1 题，共 4 题[\s\S]*给谁办[\s\S]*写老人的名字/,
    hands: async (page) => {
      await page.getByLabel('给谁办').fill('李守业')
      await tap('下一步')(page)
      await page.getByText('满 65 周岁才能办').waitFor()
      await page.getByLabel('哪天生的').fill('1950-03-02')
    },
  },
  {
    page: 'packages/publication/apply',
    state: 'nothing answered',
    who: li,
    query: ({ guides }) => `?id=${guides.elderCard}`,
    ...then('下一步', /这一题要填/),
    shows: /第 1 题，共 4 题/,
  },
  {
    page: 'packages/publication/apply',
    state: 'all answers',
    who: zheng,
    query: ({ guides }) => `?id=${guides.elderCard}`,
    shows: /第 1 题，共 4 题/,
    hands: async (page) => {
      await page.getByLabel('给谁办').fill('李守业')
      await tap('下一步')(page)
      await page.getByLabel('哪天生的').fill('1950-03-02')
      await tap('下一步')(page)
      await page.getByText('家人来取', { exact: true }).click()
      await tap('下一步')(page)
      await page.getByText('第 4 题，共 4 题').waitFor()
      await tap('下一步')(page)
      await page.getByText('没有填').waitFor()
    },
  },
  {
    page: 'packages/publication/apply',
    state: 'a guide that asks nothing',
    who: li,
    query: ({ guides }) => `?id=${guides.plain}`,
    shows: /不用先填/,
  },
  {
    page: 'packages/publication/apply',
    state: 'gone',
    who: li,
    query: () => '?id=pub_gone',
    shows: /没有找到这份指南/,
  },
  {
    page: 'packages/request/detail',
    state: 'a pre-acceptance, to its requester',
    who: wang,
    query: ({ guides }) => `?id=${guides.applied}`,
    shows: /核对材料[\s\S]*现在到这一步[\s\S]*王秀英/,
  },
  {
    page: 'packages/request/detail',
    state: 'a pre-acceptance, to its tier, going a stage on',
    who: 'sample_liu',
    query: ({ guides }) => `?id=${guides.applied}`,
    shows: /核对材料[\s\S]*现在到这一步[\s\S]*王秀英/,
    ...sheet('说说进展'),
  },
  {
    page: 'packages/poster/index',
    state: 'of an activity, for a visitor',
    query: ({ activity: id }) => `?of=activity&id=${id}`,
    shows: /打印/,
  },
  {
    page: 'packages/poster/index',
    state: 'of a team, saved as a picture',
    who: wang,
    query: () => '?of=team&id=repair',
    shows: /打印/,
    hands: async (page) => {
      await tap('存成手机图片')(page)
      await page.getByText('图片已经存到下载文件夹').first().waitFor()
    },
  },
  {
    page: 'packages/poster/index',
    state: 'of what is over',
    query: (stage) => `?of=activity&id=${stage.activities.over}`,
    shows: /活动已经结束/,
  },
  {
    page: 'packages/team/index',
    state: 'applying',
    who: wang,
    shows: /申请加入/,
    ...sheet(/^申请加入维修/),
  },
  { page: 'packages/team/index', state: 'leaving', who: li, shows: /退出这个队/, ...sheet(/^退出这个队/) },
  {
    page: detail,
    state: 'said not to have come',
    who: zhou,
    query: ({ missed }) => `?id=${missed}`,
    shows: /郑大姐说您没有来[\s\S]*我来说明/,
    ...sheet('我来说明'),
  },
  {
    page: detail,
    state: 'a no-show before its leader',
    who: chen,
    query: ({ missed }) => `?id=${missed}`,
    shows: /郑大姐说周师傅没有来[\s\S]*撤销这条记录/,
    ...sheet('仍记失约'),
  },
  {
    page: 'packages/team/detail',
    state: 'a shift to come',
    query: () => '?id=patrol',
    shows: /平安巡逻队[\s\S]*夜间巡逻/,
  },
  {
    page: 'packages/team/mine',
    state: 'showing a licence',
    who: chen,
    query: () => '?id=repair',
    shows: /电工证[\s\S]*登记一个证件/,
    ...sheet('登记一个证件'),
  },
  {
    page: 'packages/team/mine',
    state: 'a stranger',
    who: wang,
    query: () => '?id=repair',
    shows: /您不在这个队里/,
  },
  {
    page: 'packages/team/noShows',
    state: 'one to decide',
    who: chen,
    query: () => '?id=repair',
    shows: /失约|郑大姐说周师傅没有来/,
  },
  {
    page: 'packages/team/noShows',
    state: 'none',
    who: admin,
    query: () => '?id=arts',
    shows: /没有失约/,
  },
  {
    page: 'packages/team/roster',
    state: 'an application',
    who: chen,
    query: () => '?id=repair',
    shows: /同意加入/,
  },
  {
    page: 'packages/team/roster',
    state: 'declining',
    who: chen,
    query: () => '?id=repair',
    shows: /同意加入/,
    ...sheet(/^不同意/),
  },
  {
    page: 'packages/team/roster',
    state: 'a licence',
    who: chen,
    query: () => '?id=repair',
    shows: /林师傅/,
    ...sheet('看证件和试用：林师傅'),
  },
  {
    page: 'packages/team/roster',
    state: 'one’s own licence',
    who: chen,
    query: () => '?id=repair',
    shows: /林师傅/,
    hands: async (page) => {
      await tap('看证件和试用：陈队长')(page)
      await page.getByText(/这是您自己的/).waitFor()
    },
    sheet: true,
  },
  {
    page: 'packages/team/roster',
    state: 'taking a licence back, without a reason',
    who: chen,
    query: () => '?id=repair',
    shows: /林师傅/,
    hands: async (page) => {
      await tap('看证件和试用：林师傅')(page)
      await tap('收回：电工证')(page)
      await tap(/^收回$/)(page)
      // a sheet over another: Escape leads back to the licences
      await page.getByText('请选一个原因').first().waitFor()
    },
  },
  {
    page: 'packages/team/mine',
    state: 'a licence was taken back',
    who: 'doubt_qiu',
    query: () => '?id=repair',
    shows: /还没有登记证件/,
  },
  { page: request, state: 'a repair', who: wang, query: () => '?service=repair', shows: /提交预约/ },
  {
    page: request,
    state: 'for whom one acts, chosen',
    who: zheng,
    query: () => '?service=repair',
    shows: /我替他代办/,
    hands: choose('王奶奶'),
  },
  {
    page: request,
    state: 'by the worker of the grid',
    who: 'sample_liu',
    query: ({ wang: memberId }) => `?service=&for=${memberId}`,
    shows: /替王奶奶预约/,
  },
  {
    page: request,
    state: 'for somebody else’s resident',
    who: li,
    query: ({ wang: memberId }) => `?service=&for=${memberId}`,
    shows: /不能替这位居民办/,
  },
  {
    page: request,
    state: 'registration pending',
    who: 'sample_tang',
    query: () => '?service=repair',
    shows: /登记正在核对[\s\S]*打社区电话/,
  },
  { page: request, state: 'no service chosen', who: li, query: () => '?service=', shows: /提交预约/ },
  {
    page: request,
    state: 'with faults and a window of one’s own',
    who: wang,
    query: () => '?service=repair',
    shows: /提交预约/,
    hands: async (page) => {
      await choose('另选时间')(page)
      await tap('提交预约')(page)
    },
  },
  {
    page: request,
    state: 'every week',
    who: wang,
    query: () => '?service=elder_care',
    shows: /提交预约/,
    hands: async (page) => {
      await choose('上门看望')(page)
      await choose('每周同一时间')(page)
      await page.getByText(/一共约 4 次/).waitFor()
      await tap('改一改哪几天来')(page)
      await page.getByText('约哪几天').waitFor()
    },
  },
  {
    page: request,
    state: 'for two volunteers',
    who: wang,
    query: () => '?service=disability_aid',
    shows: /提交预约/,
    hands: async (page) => {
      await choose('家务帮手')(page)
      await choose('两位')(page)
    },
  },
  {
    page: detail,
    state: 'one of two volunteers found',
    who: 'sample_he',
    query: ({ two }) => `?id=${two}`,
    shows: /已有一位，还差一位[\s\S]*另一位/,
  },
  {
    page: detail,
    state: 'one of two, who comes',
    who: 'sample_feng',
    query: ({ two }) => `?id=${two}`,
    shows: /另一位还没有人认领/,
  },
  {
    page: detail,
    state: 'to claim every week',
    who: zheng,
    query: ({ weekly }) => `?id=${weekly}-2`,
    shows: /第 2 次，共 6 次[\s\S]*每周都我来/,
    hands: tap(/每周的预约/),
  },
  {
    page: detail,
    state: 'one of a series, calling off',
    who: 'sample_he',
    query: ({ weekly }) => `?id=${weekly}`,
    shows: /第 1 次，共 6 次/,
    ...sheet('取消预约'),
  },
  { page: 'pages/hall', state: 'a series', who: zheng, shows: /每周一次，还有 5 次没人认领/ },
  {
    page: detail,
    state: 'to claim',
    who: zhou,
    query: ({ open }) => `?id=${open}`,
    shows: /认领这一单/,
  },
  {
    page: detail,
    state: 'counted for less',
    who: 'doubt_lin',
    query: ofDoubts('overlapped'),
    shows: /时间重叠，只计 40 分钟/,
  },
  {
    page: detail,
    state: 'longer than planned',
    who: 'doubt_qin',
    query: ofDoubts('overrun'),
    shows: /没有回音不会记入[\s\S]*023/,
  },
  {
    page: detail,
    state: 'longer than planned, its leader’s',
    who: chen,
    query: ofDoubts('overrun'),
    shows: /居民还没有确认[\s\S]*核定时长/,
  },
  {
    page: detail,
    state: 'between people of one dwelling',
    who: 'doubt_qin',
    query: ofDoubts('related'),
    shows: /队长核定后才记入/,
  },
  {
    page: detail,
    state: 'between people of one dwelling, its leader’s',
    who: chen,
    query: ofDoubts('related'),
    shows: /登记在同一户[\s\S]*核定时长/,
    ...sheet('核定时长'),
  },
  {
    page: detail,
    state: 'a proof after a no-show',
    who: chen,
    query: ofDoubts('proven'),
    shows: /签到码为证：谭师傅[\s\S]*撤销这条记录/,
  },
  {
    page: detail,
    state: 'a proof of one’s own after a no-show',
    who: 'doubt_tan',
    query: ofDoubts('proven'),
    shows: /说您没有来[\s\S]*签到码为证/,
  },
  {
    page: detail,
    state: 'after leaving the team',
    who: 'doubt_ou',
    query: ofDoubts('begun'),
    shows: /签退/,
  },
  {
    page: detail,
    state: 'the day’s looks spent',
    who: 'doubt_fang',
    query: ofDoubts('unseen'),
    shows: /次数用完了/,
  },
  { page: detail, state: 'code', who: wang, query: ({ due }) => `?id=${due}`, shows: /签到码/ },
  { page: detail, state: 'checking in', who: li, query: ({ due }) => `?id=${due}`, shows: /六位数字/ },
  {
    page: detail,
    state: 'giving back',
    who: li,
    query: ({ due }) => `?id=${due}`,
    shows: /我来不了/,
    ...sheet('我来不了'),
  },
  {
    page: detail,
    state: 'its hour has come',
    who: 'sample_he',
    query: ({ begun }) => `?id=${begun}`,
    shows: /到点了还没有人来[\s\S]*换个时间[\s\S]*打社区电话/,
  },
  {
    page: detail,
    state: 'moving',
    who: wang,
    query: ({ open }) => `?id=${open}`,
    shows: /改时间/,
    ...sheet('改时间'),
  },
  {
    page: detail,
    state: 'changing the words',
    who: wang,
    query: ({ open }) => `?id=${open}`,
    shows: /改内容/,
    ...sheet('改内容'),
  },
  {
    page: detail,
    state: 'changing the words on the way',
    who: wang,
    query: ({ due }) => `?id=${due}`,
    shows: /改内容/,
    ...sheet('改内容'),
  },
  {
    page: detail,
    state: 'cancelling',
    who: wang,
    query: ({ open }) => `?id=${open}`,
    shows: /取消预约/,
    ...sheet('取消预约'),
  },
  {
    page: detail,
    state: 'in service',
    who: zhou,
    query: ({ inService }) => `?id=${inService}`,
    shows: /签退/,
  },
  {
    page: detail,
    state: 'confirming',
    who: 'sample_zheng',
    query: ({ done }) => `?id=${done}`,
    shows: /确认做完了/,
  },
  {
    page: detail,
    state: 'resumed, before its requester',
    who: 'stage_mei',
    query: ({ late }) => `?id=${late.resumed}`,
    shows: /取消或退回之前[\s\S]*确认做完了/,
  },
  {
    page: detail,
    state: 'resumed, before its claimer',
    who: 'stage_tang',
    query: ({ late }) => `?id=${late.resumed}`,
    shows: /您签退了，一共 4\d 分钟/,
  },
  {
    page: detail,
    state: 'resumed, before its leader',
    who: chen,
    query: ({ late }) => `?id=${late.resumed}`,
    shows: /后来才送到[\s\S]*核定时长/,
  },
  {
    page: detail,
    state: 'somebody had come who had given it back',
    who: chen,
    query: ({ late }) => `?id=${late.noted}`,
    shows: /退回以前已经到了[\s\S]*签到码为证/,
  },
  {
    page: detail,
    state: 'cancelled',
    who: 'sample_zheng',
    query: ({ cancelled }) => `?id=${cancelled}`,
    shows: /已取消/,
  },
  {
    page: detail,
    state: 'expired',
    who: 'sample_he',
    query: ({ expired }) => `?id=${expired}`,
    shows: /已过期/,
  },
  {
    page: detail,
    state: 'of whom one acts for',
    who: zheng,
    query: ({ open, wang: memberId }) => `?id=${open}&for=${memberId}`,
    shows: /这是王奶奶的预约/,
  },
  {
    page: detail,
    state: 'perhaps of whom one acts for',
    who: zheng,
    query: ({ open }) => `?id=${open}`,
    shows: /打开替王奶奶办的预约/,
  },
  {
    page: slip,
    state: 'before it is made',
    who: 'sample_liu',
    query: ({ due }) => `?id=${due}`,
    shows: /做一张纸条/,
  },
  {
    page: slip,
    state: 'made',
    who: 'sample_liu',
    query: ({ due }) => `?id=${due}`,
    shows: /做一张纸条/,
    hands: async (page) => {
      await tap('做一张纸条')(page)
      await page.getByText('人到了，给他看：').waitFor()
    },
  },
  {
    page: slip,
    state: 'of what is over',
    who: 'sample_liu',
    query: ({ done }) => `?id=${done}`,
    shows: /做一张纸条/,
    hands: async (page) => {
      await tap('做一张纸条')(page)
      await page
        .getByText(/没有找到|做完了/)
        .first()
        .waitFor()
    },
  },
  { page: slip, state: 'of none', who: li, shows: /没有找到这个预约/ },
  { page: detail, state: 'not there', who: li, query: () => '?id=b_nothing', shows: /没有找到/ },
  { page: filing, state: 'a resident', who: wang, shows: /提交这件事/ },
  {
    page: filing,
    state: 'similar ones first',
    who: zheng,
    shows: /提交这件事/,
    hands: async (page) => {
      await choose('车棚')(page)
      await choose('火柴新村')(page)
      await choose('换一个网格')(page)
      await choose('第一网格')(page)
      await page.getByText('有人报过差不多的事').waitFor()
    },
  },
  {
    page: filing,
    state: 'a worker for a resident, with faults',
    who: 'sample_liu',
    shows: /提交这件事/,
    hands: async (page) => {
      await choose('不在小区里')(page)
      await choose('替没有手机的居民')(page)
      await tap('提交这件事')(page)
    },
  },
  {
    page: filing,
    state: 'with a picture, and one that is none',
    who: wang,
    shows: /提交这件事/,
    hands: async (page) => {
      for (const buffer of [pixel, Buffer.from('no picture')]) {
        const choosing = page.waitForEvent('filechooser')
        await tap(/^(拍照或选图片|再加图片)/)(page)
        await (await choosing).setFiles([{ name: 'photo.png', mimeType: 'image/png', buffer }])
        await page
          .getByText(buffer === pixel ? '已经发送' : /打不开，没有加上/)
          .first()
          .waitFor()
      }
      // a control that a bar covers by half is not a target that is too small
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('.taro_page')) each.scrollTop = 0
      })
    },
  },
  { page: filing, state: 'begun before', who: zhou, shows: /提交这件事/, hands: beginAgain },
  {
    page: filing,
    state: 'begun before, emptying it',
    who: zhou,
    shows: /提交这件事/,
    hands: async (page) => {
      await beginAgain(page)
      await tap('清空，重新写')(page)
    },
    sheet: true,
  },
  {
    page: filing,
    state: 'kept without a network',
    who: zhou,
    shows: /提交这件事/,
    hands: async (page) => {
      await page.route('**/api', (route) =>
        route.request().postDataJSON().op === 'request.file' ? route.abort() : route.continue(),
      )
      await choose('绿地')(page)
      await page.getByLabel('想说的事').fill('花坛里的草很高')
      await tap('提交这件事')(page)
      await page.getByText('还没有发出去的问题').waitFor()
    },
  },
  { page: filing, state: 'registration pending', who: 'sample_tang', shows: /登记[\s\S]*打社区电话/ },
  { page: 'packages/request/mine', state: 'some', who: wang, shows: /办理中/ },
  { page: 'packages/request/mine', state: 'none', who: 'sample_feng', shows: /还没有反映过问题/ },
  { page: 'packages/request/board', state: 'one', who: li, shows: /3栋车棚顶漏雨/ },
  {
    page: 'packages/request/board',
    state: 'none of a category',
    who: li,
    shows: /3栋车棚顶漏雨/,
    hands: choose('就业'),
  },
  { page: handled, state: 'a neighbour’s', who: zheng, query: ({ shed }) => `?id=${shed}`, shows: /我也要/ },
  { page: handled, state: 'on the board, for a visitor', query: ({ shed }) => `?id=${shed}`, shows: /转发/ },
  {
    page: handled,
    state: 'not on the board, for a visitor',
    query: ({ filed }) => `?id=${filed}`,
    shows: /没有公示/,
  },
  { page: handled, state: 'one’s own', who: wang, query: ({ shed }) => `?id=${shed}`, shows: /正在办理/ },
  {
    page: handled,
    state: 'withdrawing',
    who: wang,
    query: ({ shed }) => `?id=${shed}`,
    shows: /不办了，撤回/,
    ...sheet('不办了，撤回'),
  },
  {
    page: handled,
    state: 'saying more',
    who: wang,
    query: ({ shed }) => `?id=${shed}`,
    shows: /补充说明/,
    ...sheet('补充说明'),
  },
  {
    page: handled,
    state: 'correcting',
    who: 'sample_he',
    query: ({ filed }) => `?id=${filed}`,
    shows: /改内容/,
    ...sheet('改内容'),
  },
  { page: handled, state: 'asked', who: wang, query: ({ asked }) => `?id=${asked}`, shows: /您的回答/ },
  {
    page: handled,
    state: 'is it fixed',
    who: li,
    query: ({ resolved }) => `?id=${resolved}`,
    shows: /办好了吗/,
    ...sheet('没办好'),
  },
  {
    page: handled,
    state: 'the holder’s',
    who: 'sample_liu',
    query: ({ shed }) => `?id=${shed}`,
    shows: /其他办法/,
    hands: tap('其他办法'),
  },
  {
    page: handled,
    state: 'publishing',
    who: 'sample_liu',
    query: ({ shed }) => `?id=${shed}`,
    shows: /其他办法/,
    hands: async (page) => {
      await tap('其他办法')(page)
      await tap('改公示的内容')(page)
    },
    sheet: true,
  },
  {
    page: handled,
    state: 'saying how it goes',
    who: 'sample_liu',
    query: ({ shed }) => `?id=${shed}`,
    shows: /其他办法/,
    ...sheet('说说进展'),
  },
  {
    page: handled,
    state: 'the day’s looks spent',
    who: 'doubt_fang',
    query: ofDoubts('filed'),
    shows: /次数用完了/,
  },
  { page: handled, state: 'of none', who: li, shows: /没有找到这件事/ },
  { page: 'packages/office/queue', state: 'a worker’s', who: 'sample_liu', shows: /快递柜/ },
  { page: 'packages/office/queue', state: 'not for a resident', who: wang, shows: /给网格员和工作人员用的/ },
  { page: 'packages/office/rates', state: 'an officer’s', who: 'sample_gao', shows: /响应率[\s\S]*各服务队/ },
  { page: 'packages/office/rates', state: 'not for a resident', who: wang, shows: /给网格员和工作人员用的/ },
  {
    page: 'packages/booking/mine',
    state: 'some',
    who: wang,
    shows: /水管漏水[\s\S]*以前的/,
    hands: tap(/^以前的/),
  },
  {
    page: 'packages/booking/mine',
    state: 'of whom one acts for',
    who: zheng,
    shows: /替王奶奶办的/,
    // her bookings come after the tap, and until then the page changes
    hands: async (view) => {
      await choose('替王奶奶办的')(view)
      await view.getByText('水管漏水').first().waitFor()
    },
  },
  { page: 'packages/booking/mine', state: 'none', who: 'sample_gao', shows: /预约/ },
  { page: 'packages/booking/claimed', state: 'some', who: li, shows: /做过的/, hands: tap(/^做过的/) },
  { page: 'packages/booking/claimed', state: 'none', who: wang, shows: /任务/ },
  { page: 'packages/hours/statement', state: 'some', who: li, shows: /换灯泡/ },
  {
    page: 'packages/hours/statement',
    state: 'one that counts for less',
    who: 'doubt_lin',
    shows: /时间重叠，只计 40 分钟/,
  },
  { page: 'packages/hours/statement', state: 'none', who: wang, shows: /还没有时长/ },
  {
    page: 'packages/hours/statement',
    state: 'the numbers of the months',
    who: li,
    shows: /看每月的数字/,
    hands: tap('看每月的数字'),
  },
  {
    page: 'packages/hours/statement',
    state: 'taking a line back',
    who: chen,
    query: ({ hours }) => `?of=${hours.li}`,
    shows: /李师傅的服务时长[\s\S]*换灯泡/,
    ...sheet(/^换灯泡/),
  },
  {
    page: 'packages/hours/statement',
    state: 'proposing honour minutes, with faults',
    who: chen,
    query: ({ hours }) => `?of=${hours.li}`,
    shows: /给他记荣誉时长/,
    hands: async (page) => {
      await tap('给他记荣誉时长')(page)
      await tap('提交，等人同意')(page)
    },
    sheet: true,
  },
  { page: 'packages/hours/team', state: 'a leader’s', who: chen, shows: /修好活动室的柜门[\s\S]*队员/ },
  {
    page: 'packages/hours/team',
    state: 'above the month’s most',
    who: 'doubt_yan',
    shows: /等管理员/,
    hands: async (page) => {
      await tap(/^同意记入：林师傅，11 小时，教新队员/)(page)
      await page.getByText(/已经告诉管理员/).waitFor()
    },
  },
  {
    page: 'packages/hours/team',
    state: 'an admin’s',
    who: admin,
    shows: /等管理员[\s\S]*请您核实以后再定/,
    ...sheet(/^不同意：/),
  },
  {
    page: 'packages/hours/team',
    state: 'choosing',
    who: admin,
    shows: /同意记入/,
    hands: tap(/换一个服务队/),
  },
  { page: 'packages/hours/team', state: 'not for a resident', who: wang, shows: /给队长用的/ },
  { page: 'packages/hours/leaderboard', state: 'one who agreed', who: li, shows: /您同意了上榜/ },
  { page: 'packages/hours/leaderboard', state: 'a visitor', shows: /李师傅|这个月还没有人上榜/ },
  { page: 'packages/certificate/index', state: 'two', who: li, shows: /已作废/ },
  {
    page: 'packages/certificate/index',
    state: 'of one’s own days, with a fault',
    who: wang,
    shows: /还没有开过/,
    hands: async (page) => {
      await choose('自己选日子')(page)
      await page.getByLabel('从哪天').fill('2099-01-01')
      await tap('开一张服务证明')(page)
    },
  },
  {
    page: paper,
    state: 'valid',
    who: li,
    query: ({ hours }) => `?no=${hours.paper.certificateNo}`,
    shows: /验证码/,
  },
  {
    page: paper,
    state: 'revoked',
    who: li,
    query: ({ hours }) => `?no=${hours.revoked}`,
    shows: /名字写错了/,
  },
  {
    page: paper,
    state: 'of a completed course',
    who: 'course_ruan',
    query: ({ courses }) => `?no=${courses.paper.certificateNo}`,
    shows: /兹证明阮姐参加[\s\S]*验证码/,
  },
  {
    page: paper,
    state: 'of a course, replaced',
    who: 'course_cui',
    query: ({ courses }) => `?no=${courses.replaced}`,
    shows: /已经换了新的/,
  },
  { page: 'packages/certificate/index', state: 'of a course', who: 'course_cui', shows: /结业证：/ },
  { page: paper, state: 'of none', who: li, shows: /没有找到这张证明/ },
  {
    page: verify,
    state: 'valid',
    query: ({ hours: { paper: held } }) => `?no=${held.certificateNo}&code=${held.verifyCode}`,
    shows: /有效[\s\S]*李\*\*/,
  },
  {
    page: verify,
    state: 'of a completed course',
    query: ({ courses: { paper: held } }) => `?no=${held.certificateNo}&code=${held.verifyCode}`,
    shows: /有效：和社区的签到记录一致[\s\S]*阮\*/,
  },
  {
    page: verify,
    state: 'an administrator revokes it',
    who: admin,
    query: ({ hours: { paper: held } }) => `?no=${held.certificateNo}&code=${held.verifyCode}`,
    shows: /管理员办理/,
    ...sheet('作废这张证明'),
  },
  {
    page: verify,
    state: 'none such',
    query: ({ hours }) => `?no=${hours.paper.certificateNo}&code=AAAAAAAAAA`,
    shows: /没有这张证明/,
  },
  { page: verify, state: 'its words changed', query: ofPaper('changed'), shows: /内容和开具时不一样/ },
  { page: verify, state: 'its holder has left', query: ofPaper('left'), shows: /有效[\s\S]*已经注销账号/ },
  {
    page: verify,
    state: 'from before marks',
    query: ofPaper('unmarked'),
    shows: /有效[\s\S]*这张证明开得早/,
  },
  { page: verify, state: 'a form with faults', shows: /照着证明填/, hands: tap('核验') },
]
