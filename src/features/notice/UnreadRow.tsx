import { routes } from '#routes'
import { homeText } from '#text/community/home'
import { ListRow, ListRows } from '#ui/show/Row'

/** Says how many notices are unread. Without any it shows nothing. */
export function UnreadRow({ unread }: { unread: number }) {
  if (unread === 0) return null
  return (
    <ListRows>
      <ListRow icon='bell' title={homeText.unread(unread)} to={routes.inbox} />
    </ListRows>
  )
}
