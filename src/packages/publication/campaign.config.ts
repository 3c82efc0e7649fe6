import { titles } from '#text/shared/titles'

export default definePageConfig({ navigationBarTitleText: titles.campaign })
