import { titles } from '#text/shared/titles'

// WeChat resolves the @names from theme.json, light or dark; H5 has no themes and draws its own bar and tabs.
const weapp = process.env.TARO_ENV === 'weapp'

const subpackages = [
  {
    root: 'packages/member',
    pages: ['register', 'dependents', 'proxies', 'behalf', 'guardian', 'access', 'adopt'],
  },
  { root: 'packages/account', pages: ['index', 'exported', 'consents', 'close', 'privacy'] },
  { root: 'packages/staff', pages: ['residents', 'roles', 'register', 'enrol', 'paper', 'calls'] },
  { root: 'packages/admin', pages: ['community', 'part', 'messages', 'start'] },
  { root: 'packages/desk', pages: weapp ? ['approve', 'browsers'] : ['browsers'] },
  { root: 'packages/inbox', pages: ['index'] },
  {
    root: 'packages/team',
    pages: ['index', 'detail', 'roster', 'mine', 'noShows', 'lead', 'dispatch'],
  },
  {
    root: 'packages/booking',
    pages: ['request', 'detail', 'slip', 'mine', 'claimed'],
  },
  { root: 'packages/request', pages: ['file', 'mine', 'detail', 'board'] },
  { root: 'packages/office', pages: ['queue', 'rates'] },
  { root: 'packages/hours', pages: ['statement', 'team', 'words', 'leaderboard'] },
  { root: 'packages/certificate', pages: ['index', 'paper', 'verify'] },
  {
    root: 'packages/coordinator',
    pages: [
      'index',
      'begin',
      'editor',
      'activity',
      'course',
      'roster',
      'door',
      'shifts',
      'birthdays',
      'feedbacks',
      'tell',
      'stock',
      'subsidy',
    ],
  },
  { root: 'packages/activity', pages: ['detail', 'choose', 'mine', 'proof', 'shifts'] },
  { root: 'packages/vacancy', pages: ['index', 'detail', 'board', 'editor', 'people'] },
  {
    root: 'packages/publication',
    pages: ['index', 'detail', 'editions', 'proof', 'board', 'editor', 'apply', 'campaign', 'wall'],
  },
  { root: 'packages/poster', pages: ['index'] },
  { root: 'packages/nowhere', pages: ['index'] },
  // A browser signs in; in WeChat the platform says who calls.
  ...(weapp ? [] : [{ root: 'packages/enter', pages: ['index'] }]),
]

/** Packages fetched while a page of the tab bar stands, so that the next tap opens at once. */
const preloadRule = {
  'pages/home': {
    network: 'all' as const,
    packages: [
      'packages/booking',
      'packages/request',
      'packages/inbox',
      'packages/member',
      'packages/publication',
    ],
  },
  'pages/activities': {
    network: 'all' as const,
    packages: ['packages/activity', 'packages/poster', 'packages/nowhere', 'packages/vacancy'],
  },
  'pages/hall': { network: 'all' as const, packages: ['packages/booking', 'packages/team'] },
  'pages/me': {
    network: 'all' as const,
    packages: [
      'packages/booking',
      'packages/hours',
      'packages/certificate',
      'packages/team',
      'packages/desk',
      'packages/member',
      'packages/staff',
      'packages/account',
      'packages/admin',
      'packages/coordinator',
      'packages/office',
    ],
  },
}

const tabs = [
  { name: 'home', text: titles.home },
  { name: 'activities', text: titles.activities },
  { name: 'hall', text: titles.hall },
  { name: 'me', text: titles.me },
]

export default defineAppConfig({
  pages: tabs.map(({ name }) => `pages/${name}`),
  subPackages: subpackages,
  ...(weapp && { preloadRule }),
  // WeChat then refuses what its guideline names until the person has agreed; ui/device/privacySetting asks first.
  ...(weapp && { __usePrivacyCheck__: true }),
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  animation: false,
  ...(weapp && { themeLocation: 'theme.json' }),
  window: {
    navigationBarTitleText: titles.brand,
    navigationBarBackgroundColor: weapp ? '@navigationBackground' : '#fffdf8',
    navigationBarTextStyle: weapp ? '@navigationText' : 'black',
    backgroundColor: weapp ? '@pageBackground' : '#faf5ec',
    backgroundTextStyle: weapp ? '@pullText' : 'dark',
    ...(!weapp && { navigationStyle: 'custom' }),
  },
  tabBar: {
    // On H5 `Screen` draws the tabs: Taro's own tabs do not work with a keyboard and are too wide on a computer.
    custom: !weapp,
    color: weapp ? '@tab' : '#5d5346',
    selectedColor: weapp ? '@tabHere' : '#a92d1c',
    backgroundColor: weapp ? '@navigationBackground' : '#fffdf8',
    borderStyle: 'black',
    list: tabs.map(({ name, text }) => ({
      pagePath: `pages/${name}`,
      text,
      ...(weapp && { iconPath: `theme/tabs/${name}.png`, selectedIconPath: `theme/tabs/${name}-here.png` }),
    })),
  },
})
