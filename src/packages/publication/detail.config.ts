import { titles } from '#text/shared/titles'

export default definePageConfig({
  navigationBarTitleText: titles.publication,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
