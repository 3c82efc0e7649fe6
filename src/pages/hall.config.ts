import { titles } from '#text/shared/titles'

export default definePageConfig({
  navigationBarTitleText: titles.hall,
  // A browser has its own pull-down refresh.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
