import { useRead } from '#cloud/call/useRead'
import { AdoptForm } from '#features/member/registration/AdoptForm'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'

/** Somebody joins the record that the community keeps of them on paper to their own account. */
export default function Adopt() {
  const [me, refresh] = useRead('member.me', {})
  return (
    <Screen title={titles.adopt}>
      <StateView of={me} onRetry={refresh}>
        {({ member }) => <AdoptForm registered={member !== undefined} onAdopted={() => void refresh()} />}
      </StateView>
    </Screen>
  )
}
