import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { RevokeStep } from '#features/certificate/RevokeStep'
import { VerifiedCard } from '#features/certificate/VerifiedCard'
import { certificateNoOf, type PaperCode, scanned, verifyCodeOf } from '#features/certificate/verifyQuery'
import { verifyText as words } from '#text/certificate/certificate'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { canScan, scan } from '#ui/device/scan'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'

/** Whether a paper is true: for anybody who holds it, without a sign-in. */
export default function VerifyPage() {
  const { no = '', code = '' } = useRouter().params
  const [certificateNo, verifyCode] = [certificateNoOf(no), verifyCodeOf(code)]
  const [paper, setPaper] = useState<PaperCode | undefined>(
    certificateNo && verifyCode ? { certificateNo, verifyCode } : undefined,
  )
  return (
    <Screen title={titles.verify}>
      {paper ? (
        <Box className='stack'>
          <Result paper={paper} />
          <Button look='quiet' onPress={() => setPaper(undefined)}>
            {words.another}
          </Button>
        </Box>
      ) : (
        <Asking no={no} onPaper={setPaper} />
      )}
    </Screen>
  )
}

function Result({ paper }: { paper: PaperCode }) {
  const [read, refresh] = useRead('certificate.verify', paper, { visitor: true })
  const signedIn = useSignedIn()
  const [me] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const admin = signedIn && me.state === 'ready' && me.data.roles.some(({ role }) => role === 'admin')
  if (read.state === 'failed' && read.code === 'not_found')
    return <Empty title={words.notFoundTitle} text={words.notFound} alarm />
  return (
    <StateView of={read} onRetry={refresh}>
      {(verified) => (
        <Box className='stack'>
          <VerifiedCard verified={verified} />
          <Maybe>
            {admin && verified.reason !== 'revoked' && (
              <RevokeStep certificateNo={verified.certificateNo} onRevoked={refresh} />
            )}
          </Maybe>
        </Box>
      )}
    </StateView>
  )
}

function Asking({ no, onPaper }: { no: string; onPaper: (paper: PaperCode) => void }) {
  const written = useRef({ no, code: '' })
  const [wrong, setWrong] = useState<{ no?: boolean; code?: boolean; scan?: boolean }>({})

  const check = () => {
    const certificateNo = certificateNoOf(written.current.no)
    const verifyCode = verifyCodeOf(written.current.code)
    setWrong({ no: !certificateNo, code: !verifyCode })
    if (certificateNo && verifyCode) onPaper({ certificateNo, verifyCode })
  }
  const look = async () => {
    const held = await scan()
    if (held === undefined) return
    const paper = scanned(held)
    setWrong({ scan: !paper })
    if (paper) onPaper(paper)
  }
  return (
    <Box className='stack'>
      <Box>{words.lead}</Box>
      {canScan && <Button onPress={look}>{words.scan}</Button>}
      <Maybe>{wrong.scan && <Banner tone='bad'>{words.notOurs}</Banner>}</Maybe>
      <Card>
        <TextField
          label={words.no}
          hint={words.noHint}
          initial={no}
          maxLength={24}
          error={wrong.no ? words.noWrong : undefined}
          onText={(text) => {
            written.current.no = text
          }}
        />
        <TextField
          label={words.code}
          hint={words.codeHint}
          maxLength={16}
          error={wrong.code ? words.codeWrong : undefined}
          onText={(text) => {
            written.current.code = text
          }}
          onEnter={check}
        />
        <Button look={canScan ? 'quiet' : 'primary'} onPress={check}>
          {words.check}
        </Button>
      </Card>
    </Box>
  )
}
