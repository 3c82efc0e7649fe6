import { useRead } from '#cloud/call/useRead'
import { AdoptForm } from '#features/member/registration/AdoptForm'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'

/** Somebody joins the record that the community keeps of them on paper to their own account. */
export default function Adopt() {
  const [me, refresh] = useRead('member.me', {})
  const [community, again] = useRead('community.get', {}, { visitor: true })
  return (
    <Screen title={titles.adopt}>
      <StateView of={me} onRetry={refresh}>
        {({ member }) => (
          <StateView of={community} onRetry={again}>
            {({ controller }) => (
              <AdoptForm
                controller={controller}
                registered={member !== undefined}
                onAdopted={() => void refresh()}
              />
            )}
          </StateView>
        )}
      </StateView>
    </Screen>
  )
}
