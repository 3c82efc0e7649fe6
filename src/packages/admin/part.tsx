import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '../../cloud/useRead'
import { PartEditor } from '../../features/communityEdit/PartEditor'
import { isPart } from '../../features/communityEdit/parts'
import { routes } from '../../routes'
import { communityEditText as words } from '../../text/communityEdit'
import { titles } from '../../text/titles'
import { Button } from '../../ui/Button'
import { Screen } from '../../ui/Screen'
import { Empty, StateView } from '../../ui/StateView'

/** One part of the community's words, to be changed. */
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
