import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import type { MemberId } from '#contract/shared/scalars'
import { forwardedPaper, pageAddressOf, revokedWords, verifyAt } from '#features/certificate/aboutPaper'
import { CertificatePaper } from '#features/certificate/CertificatePaper'
import { PictureSteps } from '#features/certificate/PictureSteps'
import { routes } from '#routes'
import { certificateText as words } from '#text/certificate/certificate'
import { completionText } from '#text/certificate/completion'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { canPrint, printPage } from '#ui/device/print'
import { ForwardButton } from '#ui/forward/ForwardButton'
import { useForward } from '#ui/forward/useForward'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useWindowName } from '#ui/page/windowName'
import { Box } from '#ui/show/Box'

/** One certificate: the paper, with the steps to print it or save its picture. */
export default function CertificatePage() {
  const { no, for: actingFor } = useRouter().params
  return (
    <Screen title={titles.certificate}>
      {no ? (
        <Paper certificateNo={no} actingFor={actingFor || undefined} />
      ) : (
        <Empty title={words.noNo.title} text={words.noNo.text}>
          <Button to={routes.certificates}>{words.noNo.action}</Button>
        </Empty>
      )}
    </Screen>
  )
}

/** See `useForward`. */
const prepared = '/packages/certificate/forward.png'

interface PaperProps {
  certificateNo: string
  /** The member whose certificate it is, when the viewer acts for somebody. */
  actingFor: MemberId | undefined
}

function Paper({ certificateNo, actingFor }: PaperProps) {
  const [read, refresh] = useRead('certificate.get', { certificateNo }, { actingFor })
  useWindowName(uiText.about.certificate(certificateNo))
  useForward(
    prepared,
    read.state === 'ready' && read.data.state === 'valid' ? forwardedPaper(read.data) : undefined,
  )
  return (
    <StateView of={read} onRetry={refresh}>
      {(certificate) => (
        <Box className='stack'>
          {certificate.state === 'revoked' && (
            <Box className='not-printed'>
              <Banner tone='bad'>{revokedWords(certificate)}</Banner>
            </Box>
          )}
          <CertificatePaper certificate={certificate} />
          <Box className='stack not-printed'>
            {certificate.state === 'valid' && (
              <>
                {canPrint && <Button onPress={printPage}>{words.print}</Button>}
                <PictureSteps certificate={certificate} />
                <Box className='soft'>{canPrint ? words.printHint : words.onComputer}</Box>
                <ForwardButton path={verifyAt(certificate)} pageAddress={pageAddressOf(certificate)} />
                <Box className='soft small'>{completionText.forwardWhy}</Box>
              </>
            )}
            <Box className='soft small'>{words.share}</Box>
          </Box>
        </Box>
      )}
    </StateView>
  )
}
