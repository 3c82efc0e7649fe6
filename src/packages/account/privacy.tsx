import { useRead } from '../../cloud/useRead'
import { CallRow } from '../../features/community/CallRow'
import { consentVersion, guideline, privacyText } from '../../text/privacy'
import { titles } from '../../text/titles'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { openWeChatGuideline } from '../../ui/privacySetting'
import { Screen } from '../../ui/Screen'
import { StateView } from '../../ui/StateView'

/** What is collected, why, who sees it, for how long, and what a person may do; in the wording they agreed to. */
export default function Privacy() {
  const [community, refresh] = useRead('community.get', {}, { visitor: true })
  return (
    <Screen title={titles.privacy}>
      <Box>{privacyText.lead}</Box>
      <Box className='soft'>{privacyText.version(consentVersion)}</Box>
      <StateView of={community} onRetry={refresh}>
        {({ limits, name, phone }) => (
          <Box className='stack'>
            {guideline(limits, name).map(({ title, lines }) => (
              <Card key={title} title={title}>
                {lines.map((line) => (
                  <Box key={line}>{line}</Box>
                ))}
              </Card>
            ))}
            <CallRow phone={phone} />
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
