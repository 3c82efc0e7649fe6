import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Checked } from '#cloud/call/checked'
import { handOver, useForm } from '#cloud/call/useForm'
import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import { useDraft } from '#cloud/kept/useDraft'
import { hasRole } from '#contract/shared/grants'
import { RevokeStep } from '#features/certificate/RevokeStep'
import { VerifiedCard } from '#features/certificate/VerifiedCard'
import { certificateNoOf, type PaperCode, scanned, verifyCodeOf } from '#features/certificate/verifyQuery'
import { verifyText as words } from '#text/certificate/verify'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { canScan, scan } from '#ui/device/scan'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Failure } from '#ui/form/Failure'
import { FormFoot } from '#ui/form/FormFoot'
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
  const [written, setWritten] = useState({ no, code: '' })
  const ask = (found: PaperCode) => {
    setWritten({ no: found.certificateNo, code: found.verifyCode })
    setPaper(found)
  }
  const another = () => {
    setWritten({ no: '', code: '' })
    setPaper(undefined)
  }
  return (
    <Screen title={titles.verify}>
      {paper ? (
        <Result paper={paper} onCorrect={() => setPaper(undefined)} onAnother={another} />
      ) : (
        <Asking written={written} onPaper={ask} />
      )}
    </Screen>
  )
}

interface ResultProps {
  paper: PaperCode
  /** Leads to the fields with what was typed. */
  onCorrect: () => void
  /** Leads to empty fields. */
  onAnother: () => void
}

function Result({ paper, onCorrect, onAnother }: ResultProps) {
  const [read, refresh] = useRead('certificate.verify', paper, { visitor: true })
  const signedIn = useSignedIn()
  const [me] = useRead('member.me', {}, { visitor: true, wait: !signedIn })
  const admin = signedIn && me.state === 'ready' && hasRole(me.data.roles, 'admin')
  if (read.state === 'failed' && read.code === 'not_found')
    return (
      <Empty title={words.notFoundTitle} text={words.notFound} alarm>
        <Button onPress={onCorrect}>{words.correct}</Button>
        <Button look='quiet' onPress={onAnother}>
          {words.another}
        </Button>
      </Empty>
    )
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
          <Button look='quiet' onPress={onAnother}>
            {words.another}
          </Button>
        </Box>
      )}
    </StateView>
  )
}

interface AskingProps {
  written: { no: string; code: string }
  onPaper: (paper: PaperCode) => void
}

function Asking({ written, onPaper }: AskingProps) {
  const form = useForm(useDraft(written), {
    check: checkPaper,
    by: handOver(onPaper),
    atFault: showFirstFault,
  })
  const { faults, write } = form

  const look = async () => {
    const held = await scan()
    if (held === undefined) return
    const paper = scanned(held)
    form.setFaults(paper ? {} : { scan: words.notOurs })
    if (paper) onPaper(paper)
  }
  return (
    <Box className='stack'>
      <Box>{words.lead}</Box>
      {canScan && <Button onPress={look}>{words.scan}</Button>}
      <Failure>{faults.scan}</Failure>
      <Card>
        <TextField
          label={words.no}
          hint={words.noHint}
          initial={written.no}
          maxLength={40}
          error={faults.no}
          onText={(text) => write({ no: text })}
        />
        <TextField
          label={words.code}
          hint={words.codeHint}
          initial={written.code}
          maxLength={24}
          error={faults.code}
          onText={(code) => write({ code })}
          onEnter={form.submit}
        />
        <FormFoot form={form} action={words.check} look={canScan ? 'quiet' : 'primary'} />
      </Card>
    </Box>
  )
}

/** The paper that was asked about, or what is wrong with its number or code. */
function checkPaper(written: { no: string; code: string }): Checked<PaperCode, 'no' | 'code' | 'scan'> {
  const certificateNo = certificateNoOf(written.no)
  const verifyCode = verifyCodeOf(written.code)
  if (certificateNo && verifyCode) return { input: { certificateNo, verifyCode } }
  return {
    faults: {
      ...(!certificateNo && { no: words.noWrong }),
      ...(!verifyCode && { code: words.codeWrong }),
    },
  }
}
