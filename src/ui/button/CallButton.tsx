import Taro from '@tarojs/taro'
import { uiText } from '#text/shared/ui'
import { Button } from './Button'

export interface CallButtonProps {
  /** As it is dialled. */
  phone: string
  /** As it is read. */
  words: string
}

/** Opens the phone with the number in it. */
export function CallButton({ phone, words }: CallButtonProps) {
  return (
    <Button
      look='quiet'
      onPress={() => {
        // A person may think better of it; that is no failure.
        Taro.makePhoneCall({ phoneNumber: phone }).catch(() => {})
      }}
    >
      {uiText.call(words)}
    </Button>
  )
}
