import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { type OfferedPerson, offeredPeople } from '#cloud/call/sampleCommunity.h5'
import { signIn } from '#cloud/call/session.h5'
import { PairingPanel } from '#features/desk/PairingPanel'
import { SamplePeople } from '#features/desk/SamplePeople'
import { routes } from '#routes'
import { deskText } from '#text/desk/desk'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { goAfresh } from '#ui/go/go'
import { addressNow } from '#ui/go/movedPages'
import { Screen } from '#ui/page/Screen'
import { Skeleton } from '#ui/page/Skeleton'
import { Box } from '#ui/show/Box'

/** Signs a browser in: by the phone, or, in the local cloud, as a sample person. */
export default function Enter() {
  const { params } = useRouter()
  const back = pageOf(params.back)
  const why = whyHere(params.back === undefined ? undefined : back)
  const [people, setPeople] = useState<OfferedPerson[] | 'asking'>('asking')
  useEffect(() => {
    void offeredPeople().then((found) => setPeople(found ?? []))
  }, [])

  const enter = useCallback(
    (token: string) => {
      signIn(token)
      goAfresh(back)
    },
    [back],
  )

  return (
    <Screen title={titles.enter}>
      {why && <Box>{why}</Box>}
      {people === 'asking' && <Skeleton />}
      {people !== 'asking' && people.length > 0 && <SamplePeople people={people} onToken={enter} />}
      {people !== 'asking' && people.length === 0 && <PairingPanel onToken={enter} />}
      <Button look='quiet' to={routes.home}>
        {deskText.visit}
      </Button>
    </Screen>
  )
}

/** Why the person was led here from a page; undefined where they came by themselves. */
function whyHere(back: string | undefined): string | undefined {
  if (back === undefined || back === routes.home || back === routes.me) return undefined
  if (back === routes.hall) return deskText.why.hall
  return back.startsWith('/packages/activity/detail') ? deskText.why.activity : deskText.why.page
}

/** The page to return to. It must be a page of this app, so that a link cannot send a person to another site. */
function pageOf(back: string | undefined): string {
  const page = decodeURIComponent(back ?? '')
  return /^\/(pages|packages)\/[\w/-]+(\?.*)?$/.test(page) ? (addressNow(page) ?? page) : routes.home
}
