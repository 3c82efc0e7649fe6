import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { PartEditor } from '#features/community/edit/PartEditor'
import { isPart } from '#features/community/edit/parts'
import { routes } from '#routes'
import { communityEditText as words } from '#text/community/communityEdit'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'

/** Edits one community part. */
export default function CommunityPart() {
  const { part, of = '' } = useRouter().params
  return (
    <Screen title={titles.communityPart}>
      {isPart(part) ? (
        <Part part={part} of={of} />
      ) : (
        <Empty title={words.noPart.title} text={words.noPart.text}>
          <Button to={routes.communityEdit}>{words.noPart.action}</Button>
        </Empty>
      )}
    </Screen>
  )
}

function Part({ part, of }: { part: Parameters<typeof PartEditor>[0]['part']; of: string }) {
  const [whole, refresh] = useRead('community.whole', {})
  const [edition, setEdition] = useState(0)
  async function reload() {
    await refresh()
    setEdition((count) => count + 1)
  }
  return (
    <StateView of={whole} onRetry={refresh}>
      {(community) => (
        <PartEditor key={edition} part={part} of={of} whole={community} refresh={refresh} onReload={reload} />
      )}
    </StateView>
  )
}
