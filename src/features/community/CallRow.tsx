import Taro from '@tarojs/taro'
import { homeText } from '#text/community/home'
import { Pressable } from '#ui/button/Pressable'
import { openAlone } from '#ui/device/alone'
import { Box } from '#ui/show/Box'
import { Icon } from '#ui/show/Icon'
import { ListRow, ListRows } from '#ui/show/Row'
import './CallRow.scss'

function call(phone: string) {
  // A person who cancels the call is no failure.
  openAlone(() => Taro.makePhoneCall({ phoneNumber: phone }))?.catch(() => {})
}

/** The community's telephone number, for people who prefer to call and for what cannot wait. */
export function CallRow({ phone }: { phone: string }) {
  return (
    <ListRows>
      <ListRow
        icon='phone'
        title={homeText.callTitle}
        detail={homeText.callDetail(phone)}
        onPress={() => call(phone)}
      />
    </ListRows>
  )
}

/** The same as the first thing of elder mode: one large button. */
export function CallBlock({ phone }: { phone: string }) {
  return (
    <Pressable className='call-block' onPress={() => call(phone)}>
      <Icon name='phone' />
      <Box className='call-words'>
        <Box className='call-title'>{homeText.callTitle}</Box>
        <Box>{phone}</Box>
      </Box>
    </Pressable>
  )
}
