import { titles } from '#text/shared/titles'

export default definePageConfig({
  navigationBarTitleText: titles.team,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
