import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import { ExportSteps } from '#features/account/ExportSteps'
import { CallRow } from '#features/community/CallRow'
import { type Names, exportText as words } from '#text/account/export'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { Box } from '#ui/show/Box'

/** The page that exports everything that is held about the viewer. */
export default function ExportedPage() {
  const { for: actingFor } = useRouter().params
  const [community] = useRead('community.get', {}, { visitor: true })
  const [teams] = useRead('team.list', {}, { visitor: true })
  const shared = community.state === 'ready' ? community.data : undefined
  const names: Names = {
    grid: (id) => shared?.grids.find(({ gridId }) => gridId === id)?.name ?? id,
    estate: (id) => shared?.estates.find(({ estateId }) => estateId === id)?.name ?? id,
    team: (id) =>
      (teams.state === 'ready' && teams.data.items.find(({ teamId }) => teamId === id)?.name) || id,
  }
  return (
    <Screen title={titles.exported}>
      <Box>{words.lead}</Box>
      <Box className='soft'>{words.contents}</Box>
      <ExportSteps names={names} actingFor={actingFor || undefined} />
      {shared && <CallRow phone={shared.phone} />}
    </Screen>
  )
}
