import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import type { LicenceView, MyTeam } from '#contract/team'
import { LicenceLine } from '#features/team/LicenceLine'
import { ShowLicenceSheet } from '#features/team/ShowLicenceSheet'
import { routes } from '#routes'
import { dateWords, fullDateWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { licenceText, probationWords, myTeamText as words } from '#text/team/licence'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'

/** The viewer's membership in a team: its beginning, the skills, the licences, and what is left of the probation. */
export default function MyTeamPage() {
  const teamId = useRouter().params.id ?? ''
  const [mine, refresh] = useRead('team.mine', {})
  const [teams] = useRead('team.list', {})
  const [showing, setShowing] = useState<{ licence?: string }>()
  const [done, setDone] = useState<string>()
  const name =
    teams.state === 'ready' ? teams.data.items.find((team) => team.teamId === teamId)?.name : undefined

  return (
    <Screen title={titles.myTeam}>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <StateView of={mine} onRetry={refresh}>
        {({ items }) => {
          const own = items.find((one) => one.teamId === teamId)
          if (own?.state !== 'accepted' && own?.state !== 'applied') return <NoTeam />
          return (
            <Box className='stack'>
              <Heading>{name ?? ''}</Heading>
              <OwnPlace own={own} />
              <Card title={words.licences}>
                <Box tag='ul' className='stack-tight'>
                  {own.licences.map((one) => (
                    <LicenceLine key={one.licence} shown={one}>
                      {own.state === 'accepted' && one.state !== 'valid' && (
                        <LineButton
                          look='pine'
                          label={licenceText.renewOf(one.licence)}
                          onPress={() => setShowing({ licence: one.licence })}
                        >
                          {licenceText.renew}
                        </LineButton>
                      )}
                    </LicenceLine>
                  ))}
                  {own.shown.map((one: LicenceView) => (
                    <LicenceLine key={`${one.licence}-`} shown={one} waits />
                  ))}
                </Box>
                {own.licences.length + own.shown.length === 0 && <Box>{words.noLicences}</Box>}
                {own.state === 'accepted' && (
                  <Button look='quiet' onPress={() => setShowing({})}>
                    {licenceText.add}
                  </Button>
                )}
              </Card>
              <Button to={routes.hall}>{words.hall}</Button>
            </Box>
          )
        }}
      </StateView>
      <Maybe>
        {showing && (
          <ShowLicenceSheet
            teamId={teamId}
            licence={showing.licence}
            onShown={() => {
              setShowing(undefined)
              setDone(licenceText.submitted)
              void refresh()
            }}
            onClose={() => setShowing(undefined)}
          />
        )}
      </Maybe>
    </Screen>
  )
}

function OwnPlace({ own }: { own: MyTeam }) {
  const { state, since, skills, probation } = own
  return (
    <Card title={words.skills}>
      <Box>{skills.length > 0 ? skills.join('、') : words.noSkills}</Box>
      <Box className='soft small'>
        {state === 'accepted' ? words.since(fullDateWords(since)) : words.applied(dateWords(since))}
      </Box>
      {probation && <Banner tone='plain'>{probationWords(probation)}</Banner>}
    </Card>
  )
}

function NoTeam() {
  const { title, text, action } = words.noTeam
  return (
    <Empty title={title} text={text}>
      <Button to={routes.teams}>{action}</Button>
    </Empty>
  )
}
