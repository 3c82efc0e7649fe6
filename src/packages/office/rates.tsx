import { useState } from 'react'
import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import { handlesRequests, holdsRole } from '#features/member/own/rolesHeld'
import { OverviewView } from '#features/request/rates/OverviewView'
import { type RatesBy, RatesLines, RatesTotal } from '#features/request/rates/RatesView'
import { type ReportSpan, reportDays } from '#features/request/rates/reportSpan'
import { routes } from '#routes'
import { queueText, ratesText as words } from '#text/request/requestOffice'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

const spans = (Object.keys(words.spans) as ReportSpan[]).map((value) => ({
  value,
  title: words.spans[value],
}))
const bys = (Object.keys(words.bys) as RatesBy[]).map((value) => ({ value, title: words.bys[value] }))

/** The three rates and other figures of a span, for those who handle requests and for admins. */
export default function RatesPage() {
  const [me, retry] = useRead('member.me', {})
  return (
    <Screen title={titles.rates}>
      <StateView of={me} onRetry={retry}>
        {(mine) => {
          if (!handlesRequests(mine) && !holdsRole(mine, 'admin')) return <NotStaff />
          return <Report ownGrids={!holdsRole(mine, 'officer') && !holdsRole(mine, 'admin')} />
        }}
      </StateView>
    </Screen>
  )
}

function Report({ ownGrids }: { ownGrids: boolean }) {
  const [span, setSpan] = useState<ReportSpan>('month')
  const [by, setBy] = useState<RatesBy>('category')
  const { from, to } = reportDays(span, cloudNow())
  const [community, retryCommunity] = useRead('community.get', {})
  const [teams] = useRead('team.list', {})
  const [rates, retryRates] = useRead('request.rates', { from, to, by })
  const [overview, retryOverview] = useRead('report.overview', { from, to })
  return (
    <Box className='stack'>
      <Choice label={words.span} options={spans} chosen={span} onChoose={setSpan} />
      <Box className='soft'>{words.fromTo(from, to)}</Box>
      <StateView of={community} onRetry={retryCommunity}>
        {(shared) => (
          <StateView of={rates} onRetry={retryRates}>
            {(counted) => (
              <Box className='stack'>
                {ownGrids && <Box className='soft'>{words.ownGrids}</Box>}
                <RatesTotal total={counted.total} />
                <Choice label={words.by} options={bys} chosen={by} onChoose={setBy} />
                <RatesLines rates={counted} by={by} community={shared} />
              </Box>
            )}
          </StateView>
        )}
      </StateView>
      <StateView of={overview} onRetry={retryOverview}>
        {(counted) => (
          <OverviewView overview={counted} teams={teams.state === 'ready' ? teams.data.items : []} />
        )}
      </StateView>
    </Box>
  )
}

function NotStaff() {
  const { title, text, action } = queueText.notStaff
  return (
    <Empty title={title} text={text}>
      <Button look='quiet' to={routes.myRequests}>
        {action}
      </Button>
    </Empty>
  )
}
