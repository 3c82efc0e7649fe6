import { useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import type { Desk } from '#contract/desk'
import { deskText } from '#text/desk/desk'
import { momentWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Confirm } from '#ui/sheet/Confirm'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'

/** The browsers that are signed in as the viewer, the newest first. Each can be signed out. */
export function BrowserRows({ desks, onGone }: { desks: readonly Desk[]; onGone: () => void }) {
  const now = useNow()
  const [leaving, setLeaving] = useState<Desk>()
  const logout = useCommand('desk.logout')

  async function confirm({ deskId }: Desk) {
    if (!(await logout.run({ deskId }))) return
    setLeaving(undefined)
    onGone()
  }

  return (
    <>
      <ListRows>
        {desks.map((desk) => (
          <ListRow
            key={desk.deskId}
            icon='computer'
            title={deskText.browserSince(momentWords(desk.since, now))}
            detail={deskText.browserUntil(momentWords(desk.expiresAt, now))}
            end={
              desk.here ? (
                <SealChip tone='going'>{deskText.browserHere}</SealChip>
              ) : (
                <LineButton
                  label={deskText.browserLogoutOf(momentWords(desk.since, now))}
                  onPress={() => setLeaving(desk)}
                >
                  {deskText.browserLogout}
                </LineButton>
              )
            }
          />
        ))}
      </ListRows>
      <Maybe>
        {leaving && (
          <Confirm
            title={deskText.browserLogoutTitle}
            text={deskText.browserLogoutText}
            action={deskText.browserLogout}
            keep={deskText.browserKeep}
            busy={logout.busy}
            failure={logout.failure}
            onConfirm={() => confirm(leaving)}
            onClose={() => setLeaving(undefined)}
          />
        )}
      </Maybe>
    </>
  )
}
