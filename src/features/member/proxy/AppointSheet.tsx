import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { AppointedProxy } from '#contract/proxy'
import type { MemberId } from '#contract/shared/scalars'
import { proxyText as words } from '#text/member/proxy'
import { Button } from '#ui/button/Button'
import { canScan, scan } from '#ui/device/scan'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { ProxyDigits } from './ProxyDigits'
import { memberIdOfProxyCode } from './proxyCode'

export interface AppointSheetProps {
  /** The member who appoints. */
  memberId: MemberId
  /** A worker records it for a paper member, with the paper that says so. */
  onPaper?: boolean
  /** Called with all proxies of the member, and the one who was appointed. */
  onAppointed: (proxies: AppointedProxy[], appointed: MemberId) => void
  onClose: () => void
}

/** Asks for a person's proxy code, scanned or typed. Then it says what a proxy may do, and asks again. */
export function AppointSheet({ memberId, onPaper, onAppointed, onClose }: AppointSheetProps) {
  const [proxyId, setProxyId] = useState<MemberId>()
  const appoint = useCommand('member.appointProxy', { actingFor: onPaper ? memberId : undefined })
  const word = useRef('')
  const [missing, setMissing] = useState(false)

  async function confirm(appointed: MemberId) {
    setMissing(onPaper === true && word.current.length < 2)
    if (onPaper && word.current.length < 2) return
    const reply = await appoint.run({ memberId: appointed, ...(onPaper && { word: word.current }) })
    if (reply) onAppointed(reply.proxies, appointed)
  }

  if (proxyId === undefined) {
    return (
      <Sheet title={words.appointTitle} onClose={onClose}>
        <AskCode memberId={memberId} onCode={setProxyId} />
      </Sheet>
    )
  }
  const failure = appoint.notDone?.code === 'not_found' ? words.unknown : appoint.failure
  return (
    <Sheet key='confirm' title={words.confirmTitle} onClose={onClose}>
      <Box>{words.confirmCode}</Box>
      <ProxyDigits memberId={proxyId} />
      <Box tag='ul' className='consequences'>
        {words.consequences.map((sentence) => (
          <Box tag='li' key={sentence} className='consequence'>
            {sentence}
          </Box>
        ))}
      </Box>
      {onPaper && (
        <TextField
          label={words.word}
          hint={words.wordHint}
          maxLength={200}
          error={missing ? words.wordMissing : undefined}
          onText={(text) => {
            word.current = text.trim()
          }}
        />
      )}
      <FormFoot form={{ ...appoint, failure, submit: () => confirm(proxyId) }} action={words.confirm}>
        <Button look='quiet' onPress={onClose}>
          {words.keep}
        </Button>
      </FormFoot>
    </Sheet>
  )
}

function AskCode({ memberId, onCode }: { memberId: MemberId; onCode: (proxyId: MemberId) => void }) {
  const typed = useRef('')
  const [fault, setFault] = useState<string>()

  function take(text: string, otherwise: string) {
    const proxyId = memberIdOfProxyCode(text)
    if (proxyId === undefined) setFault(otherwise)
    else if (proxyId === memberId) setFault(words.codeOwn)
    else onCode(proxyId)
  }
  async function takeScanned() {
    const held = await scan()
    if (held !== undefined) take(held, words.notACode)
  }
  const submit = () => take(typed.current, words.codeWrong)

  return (
    <>
      <Box tag='ol' className='stack-tight'>
        {(canScan ? words.appointSteps : words.appointStepsTyped).map((step) => (
          <Box tag='li' key={step}>
            {step}
          </Box>
        ))}
      </Box>
      {canScan && <Button onPress={takeScanned}>{words.scan}</Button>}
      <TextField
        label={words.code}
        hint={words.codeHint}
        maxLength={48}
        error={fault}
        onEnter={submit}
        onText={(text) => {
          typed.current = text
        }}
      />
      <Button look={canScan ? 'quiet' : 'primary'} onPress={submit}>
        {words.next}
      </Button>
    </>
  )
}
