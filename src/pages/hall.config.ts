import { titles } from '#text/shared/titles'

export default definePageConfig({
  navigationBarTitleText: titles.hall,
  // A browser pulls its own page down.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
