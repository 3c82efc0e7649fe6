import { titles } from '#text/shared/titles'

export default definePageConfig({
  navigationBarTitleText: titles.certificate,
  enableShareAppMessage: true,
})
