import Taro from '@tarojs/taro'
import { uiText } from '#text/shared/ui'
import { openAlone } from '#ui/device/alone'
import { Button } from './Button'

export interface CallButtonProps {
  /** The number as a phone dials it. */
  phone: string
  /** The number as a person reads it. */
  words: string
}

/** A button that opens the phone with the number in it. */
export function CallButton({ phone, words }: CallButtonProps) {
  return (
    <Button
      look='quiet'
      onPress={() => {
        // The person may decide not to call; that is no failure.
        openAlone(() => Taro.makePhoneCall({ phoneNumber: phone }))?.catch(() => {})
      }}
    >
      {uiText.call(words)}
    </Button>
  )
}
