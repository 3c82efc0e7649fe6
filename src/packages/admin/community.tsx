import { useRead } from '#cloud/call/useRead'
import type { WholeCommunity } from '#contract/community'
import type { PartName } from '#features/community/edit/partSpec'
import { isNothing, LackingRows } from '#features/community/start/LackingRows'
import { communityPart, routes } from '#routes'
import { partText, communityEditText as words } from '#text/community/communityEdit'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'

type Count = (whole: WholeCommunity) => number | undefined
/** What lists the entries of another part has no row of its own. */
type Shown = Exclude<PartName, 'kinds' | 'fields'>

/** The parts in the order in which a community is set up, each with the number of its entries. */
const counts: Record<Shown, Count> = {
  about: () => undefined,
  estates: ({ estates }) => estates.length,
  grids: ({ grids }) => grids.length,
  groups: ({ groups }) => groups.length,
  teams: ({ teams }) => teams.length,
  services: ({ services }) => services.length,
  categories: ({ requestCategories }) => requestCategories.length,
  requestTimes: () => undefined,
  workdays: () => undefined,
  projects: ({ projects }) => projects.length,
  womens: () => undefined,
  templates: ({ templates }) => templates?.length,
  issuer: () => undefined,
  controller: () => undefined,
  limits: () => undefined,
  keeping: () => undefined,
  paces: () => undefined,
}
const shown = Object.entries(counts) as [Shown, Count][]

/** Lists the community parts that an admin edits. */
export default function CommunityEdit() {
  const [whole, refresh] = useRead('community.whole', {})
  const [lacking] = useRead('community.lacking', {})
  const stranger =
    whole.state === 'failed' && ['forbidden', 'not_registered', 'not_verified'].includes(whole.code)
  return (
    <Screen title={titles.communityEdit}>
      {stranger ? (
        <Empty title={words.notAdmin.title} text={words.notAdmin.text}>
          <Button look='quiet' to={routes.me}>
            {words.notAdmin.action}
          </Button>
        </Empty>
      ) : (
        <StateView of={whole} onRetry={refresh}>
          {(community) => (
            <Box className='stack'>
              <Box>{words.lead}</Box>
              {community.unknownHolidays && (
                <Banner tone='bad'>{words.unknownHolidays(community.unknownHolidays)}</Banner>
              )}
              {lacking.state === 'ready' && !isNothing(lacking.data) && (
                <LackingRows lacking={lacking.data} community={community} />
              )}
              <ListRows>
                {shown.map(([part, count]) => {
                  const many = count(community)
                  return (
                    <ListRow
                      key={part}
                      title={partText[part].title}
                      detail={partText[part].detail || undefined}
                      end={many === undefined ? undefined : words.count(many)}
                      to={communityPart(part)}
                    />
                  )
                })}
                <ListRow
                  title={titles.messages}
                  detail={words.messagesDetail}
                  end={
                    community.messageFaults ? (
                      <SealChip tone='needs'>{words.messagesWrong}</SealChip>
                    ) : undefined
                  }
                  to={routes.messages}
                />
              </ListRows>
            </Box>
          )}
        </StateView>
      )}
    </Screen>
  )
}
