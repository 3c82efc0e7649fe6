import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import { PaperDesk } from '#features/member/staff/PaperDesk'
import { routes } from '#routes'
import { paperMemberText as words } from '#text/member/paper'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'

/** The page of a paper member, for the workers of their grid. */
export default function PaperPage() {
  const { id } = useRouter().params
  if (!id)
    return (
      <Screen title={titles.paper}>
        <Empty title={words.noId.title} text={words.noId.text}>
          <Button to={routes.residents}>{words.noId.action}</Button>
        </Empty>
      </Screen>
    )
  return <Desk memberId={id} />
}

function Desk({ memberId }: { memberId: string }) {
  const [me, refresh] = useRead('member.me', {}, { actingFor: memberId })
  if (me.state === 'failed' && me.code === 'forbidden')
    return (
      <Screen title={titles.paper}>
        <Empty title={words.taken.title} text={words.taken.text}>
          <Button look='quiet' to={routes.residents}>
            {words.noId.action}
          </Button>
        </Empty>
      </Screen>
    )
  const name = me.state === 'ready' ? me.data.member?.name : undefined
  return (
    <Screen title={name ?? titles.paper}>
      <StateView of={me} onRetry={refresh}>
        {({ member }) => member && <PaperDesk member={member} onChanged={refresh} />}
      </StateView>
    </Screen>
  )
}
