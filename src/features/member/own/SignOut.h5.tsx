import { useState } from 'react'
import { signOut, strangersAreKnown } from '#cloud/call/session.h5'
import { useCommand } from '#cloud/call/useCommand'
import { routes } from '#routes'
import { meText } from '#text/member/member'
import { LineButton } from '#ui/button/LineButton'
import { goAfresh } from '#ui/go/go'
import { Confirm } from '#ui/sheet/Confirm'

/** Signs this browser out after a question. The cloud forgets its token too; there is none of somebody's phone. */
export function SignOut() {
  const [asking, setAsking] = useState(false)
  const logout = useCommand('desk.logout')

  async function leave() {
    if (!strangersAreKnown() && !(await logout.run({}))) return
    signOut()
    goAfresh(routes.home)
  }

  return (
    <>
      <LineButton onPress={() => setAsking(true)}>{meText.signOut}</LineButton>
      {asking && (
        <Confirm
          title={meText.signOutTitle}
          text={meText.signOutText}
          action={meText.signOut}
          keep={meText.signOutKeep}
          busy={logout.busy}
          failure={logout.failure}
          onConfirm={leave}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
