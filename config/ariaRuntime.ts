// Runs in the mini-program before the app: tells Taro's runtime the same names the templates were given,
// so that a changed attribute is sent under the alias the template reads.
import { mergeInternalComponents } from '@tarojs/shared'
import { ariaAttributes } from './ariaAttributes'

mergeInternalComponents(ariaAttributes)
