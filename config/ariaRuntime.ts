// Runs in the mini-program before the app. It gives Taro's runtime the names that the templates have, so that
// a changed attribute is sent under the alias that the template reads.
import { mergeInternalComponents } from '@tarojs/shared'
import { ariaAttributes } from './ariaAttributes'

mergeInternalComponents(ariaAttributes)
