import { uiText } from '#text/shared/ui'
import { LineButton } from '#ui/button/LineButton'
import { turnElder, useElder } from '#ui/elder/elder'
import { ListRow, ListRows } from '#ui/show/Row'

/** The way into elder mode and out of it, as a small button; its words name the other mode. */
export function ElderButton() {
  const elder = useElder()
  return (
    <LineButton onPress={() => turnElder(!elder)}>
      {elder ? uiText.elder.leave : uiText.elder.enter}
    </LineButton>
  )
}

/** The same switch among the settings. It says what elder mode does and whether it is on. */
export function ElderRow() {
  const elder = useElder()
  const { enter, detail, isOn, isOff } = uiText.elder
  return (
    <ListRows>
      <ListRow
        icon='text'
        title={enter}
        detail={detail}
        end={elder ? isOn : isOff}
        on={elder}
        onPress={() => turnElder(!elder)}
      />
    </ListRows>
  )
}
