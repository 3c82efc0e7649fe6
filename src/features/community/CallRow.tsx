import Taro from '@tarojs/taro'
import { homeText } from '#text/community/home'
import { openAlone } from '#ui/device/alone'
import { ListRow, ListRows } from '#ui/show/Row'

/** The community's telephone number, for people who prefer to call and for what cannot wait. */
export function CallRow({ phone }: { phone: string }) {
  return (
    <ListRows>
      <ListRow
        icon='phone'
        title={homeText.callTitle}
        detail={homeText.callDetail(phone)}
        onPress={() => {
          // A person who cancels the call is no failure.
          openAlone(() => Taro.makePhoneCall({ phoneNumber: phone }))?.catch(() => {})
        }}
      />
    </ListRows>
  )
}
