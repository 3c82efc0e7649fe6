import { useRead } from '#cloud/call/useRead'
import { routes } from '#routes'
import { homeText } from '#text/community/home'
import { ListRow, ListRows } from '#ui/show/Row'

/** Says how many notices are unread. Without any it shows nothing. */
export function UnreadRow() {
  const [inbox] = useRead('inbox.list', { limit: 1 })
  if (inbox.state !== 'ready' || inbox.data.unread === 0) return null
  return (
    <ListRows>
      <ListRow icon='bell' title={homeText.unread(inbox.data.unread)} to={routes.inbox} />
    </ListRows>
  )
}
