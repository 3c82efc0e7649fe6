import type { BaseTouchEvent, ITouchEvent } from '@tarojs/components/types/common'

// Taro types `ariaLabel` on some components and little else. These are the attributes that
// config/ariaAttributes.ts binds on WeChat; which component has which, that table says.
declare module '@tarojs/components/types/common' {
  // biome-ignore lint/suspicious/noExplicitAny: the parameters must repeat Taro's own declaration
  interface StandardProps<T = any, TouchEvent extends BaseTouchEvent<any> = ITouchEvent> {
    ariaRole?: string | undefined
    ariaLabel?: string | undefined
    ariaChecked?: boolean | 'true' | 'false' | undefined
    ariaDisabled?: boolean | 'true' | 'false' | undefined
    ariaExpanded?: boolean | 'true' | 'false' | undefined
    ariaHidden?: boolean | 'true' | 'false' | undefined
    ariaInvalid?: boolean | 'true' | 'false' | undefined
    ariaLive?: 'polite' | 'assertive' | 'off' | undefined
    ariaModal?: boolean | 'true' | 'false' | undefined
    ariaRequired?: boolean | 'true' | 'false' | undefined
    ariaSelected?: boolean | 'true' | 'false' | undefined
  }
}
