import { useRead } from '#cloud/call/useRead'
import { CallRow } from '#features/community/CallRow'
import { guideline } from '#text/account/guideline'
import { consentVersionOf, privacyText } from '#text/account/privacy'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { openWeChatGuideline } from '#ui/device/privacySetting'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

/** The privacy guideline, in the wording that people agree to. */
export default function Privacy() {
  const [community, refresh] = useRead('community.get', {}, { visitor: true })
  return (
    <Screen title={titles.privacy}>
      <Box>{privacyText.lead}</Box>
      <StateView of={community} onRetry={refresh}>
        {(shared) => (
          <Box className='stack'>
            <Box className='soft'>{privacyText.version(consentVersionOf(shared.controller))}</Box>
            {guideline(shared).map(({ title, lines }) => (
              <Card key={title} title={title}>
                {lines.map((line) => (
                  <Box key={line}>{line}</Box>
                ))}
              </Card>
            ))}
            <CallRow phone={shared.phone} />
            {openWeChatGuideline && (
              <Button look='quiet' onPress={openWeChatGuideline}>
                {privacyText.weChat}
              </Button>
            )}
          </Box>
        )}
      </StateView>
    </Screen>
  )
}
