import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { EnrolForm } from '#features/member/staff/EnrolForm'
import { memberPaperAt } from '#routes'
import { enrolText as words } from '#text/member/paper'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'

/** A worker enrols somebody without WeChat. */
export default function Enrol() {
  const [community, refresh] = useRead('community.get', {})
  const [enrolled, setEnrolled] = useState<{ memberId: string; name: string }>()
  return (
    <Screen title={titles.enrol}>
      <StateView of={community} onRetry={refresh}>
        {(shared) =>
          enrolled ? (
            <Box className='stack'>
              <Banner tone='good'>{words.done(enrolled.name)}</Banner>
              <Button to={memberPaperAt(enrolled.memberId)}>{words.open}</Button>
              <Button look='quiet' onPress={() => setEnrolled(undefined)}>
                {words.another}
              </Button>
            </Box>
          ) : (
            <Box className='stack'>
              <Box>{words.lead}</Box>
              <EnrolForm
                community={shared}
                onEnrolled={(memberId, name) => setEnrolled({ memberId, name })}
              />
            </Box>
          )
        }
      </StateView>
    </Screen>
  )
}
