import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { MemberId } from '#contract/shared/scalars'
import { memberIdOfProxyCode } from '#features/member/proxy/proxyCode'
import { guardianText as words } from '#text/guardian/guardian'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { canScan, scan } from '#ui/device/scan'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

const relations = words.relations.map((relation) => ({ value: relation, title: relation }))

/** A minor names the guardian, by the code on the guardian's own phone. */
export function AskGuardianSheet({ onAsked, onClose }: { onAsked: () => void; onClose: () => void }) {
  const typed = useRef('')
  const [scanned, setScanned] = useState<MemberId>()
  const [relation, setRelation] = useState<(typeof words.relations)[number]>()
  const [faults, setFaults] = useState<{ code?: string; relation?: string }>({})
  const ask = useCommand('guardian.ask')

  async function takeScanned() {
    const held = await scan()
    if (held === undefined) return
    const memberId = memberIdOfProxyCode(held)
    setScanned(memberId)
    setFaults(memberId === undefined ? { code: words.codeWrong } : {})
  }
  async function submit() {
    const memberId = memberIdOfProxyCode(typed.current) ?? scanned
    setFaults({
      ...(memberId === undefined && { code: words.codeWrong }),
      ...(relation === undefined && { relation: words.relationMissing }),
    })
    if (memberId && relation && (await ask.run({ memberId, relation }))) onAsked()
  }
  const { failure } = ask
  return (
    <Sheet title={words.askTitle} onClose={onClose}>
      <Box tag='ol' className='stack-tight'>
        {(canScan ? words.askSteps : words.askStepsTyped).map((step) => (
          <Box tag='li' key={step}>
            {step}
          </Box>
        ))}
      </Box>
      {canScan && (
        <Button look='quiet' onPress={takeScanned}>
          {words.scan}
        </Button>
      )}
      <Maybe>{scanned && <Banner tone='good'>{words.scanned}</Banner>}</Maybe>
      <TextField
        label={words.code}
        hint={words.codeHint}
        maxLength={48}
        error={faults.code}
        onText={(text) => {
          typed.current = text
        }}
      />
      <Choice
        label={words.relation}
        options={relations}
        chosen={relation}
        onChoose={setRelation}
        error={faults.relation}
      />
      <Maybe>
        {failure && (
          <Banner tone='bad'>{failure.code === 'not_found' ? words.unknown : failure.message}</Banner>
        )}
      </Maybe>
      <Button busy={ask.busy} onPress={submit}>
        {words.submit}
      </Button>
    </Sheet>
  )
}
