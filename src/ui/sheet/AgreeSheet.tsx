import { Button as NativeButton } from '@tarojs/components'
import { routes } from '#routes'
import { privacyText } from '#text/account/privacy'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { openWeChatGuideline } from '#ui/device/privacySetting'
import { Box } from '#ui/show/Box'
import { Sheet } from './Sheet'
import { SheetFoot } from './SheetFoot'
import '../button/Button.scss'

export interface AgreeSheetProps {
  /** What WeChat would give, and what works without it. */
  why: string
  /** The words of the button that goes on without it. */
  refuse: string
  onAnswer: (agreed: boolean) => void
}

/**
 * Asks the person to agree to WeChat's privacy guideline, with our reason, before the app uses something that the
 * guideline names. Only WeChat's own button counts. Mount it when `mustAgree` says so; in a browser it never does.
 */
export function AgreeSheet({ why, refuse, onAnswer }: AgreeSheetProps) {
  return (
    <Sheet title={privacyText.askTitle} onClose={() => onAnswer(false)}>
      <Box>{why}</Box>
      {openWeChatGuideline ? (
        <LineButton onPress={openWeChatGuideline}>{privacyText.weChat}</LineButton>
      ) : (
        <LineButton to={routes.privacy}>{privacyText.entry}</LineButton>
      )}
      <SheetFoot>
        <NativeButton
          id='agree-privacy'
          className='button button-primary'
          openType='agreePrivacyAuthorization'
          onAgreePrivacyAuthorization={() => onAnswer(true)}
        >
          {privacyText.agree}
        </NativeButton>
        <Button look='quiet' onPress={() => onAnswer(false)}>
          {refuse}
        </Button>
      </SheetFoot>
    </Sheet>
  )
}
