import { titles } from '../../text/titles'

export default definePageConfig({
  navigationBarTitleText: titles.hall,
  // A browser pulls its own page down.
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})
