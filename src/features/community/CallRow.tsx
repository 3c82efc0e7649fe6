import Taro from '@tarojs/taro'
import { homeText } from '#text/community/home'
import { ListRow, ListRows } from '#ui/show/Row'

/** Whom to call: the way in without a smartphone, and for what cannot wait. */
export function CallRow({ phone }: { phone: string }) {
  return (
    <ListRows>
      <ListRow
        icon='phone'
        title={homeText.callTitle}
        detail={homeText.callDetail(phone)}
        onPress={() => {
          // A person may think better of it; that is no failure.
          Taro.makePhoneCall({ phoneNumber: phone }).catch(() => {})
        }}
      />
    </ListRows>
  )
}
