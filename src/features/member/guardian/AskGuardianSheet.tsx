import type { Checked } from '#cloud/call/checked'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { RawInputOf } from '#contract/operations'
import type { MemberId } from '#contract/shared/scalars'
import { memberIdOfProxyCode } from '#features/member/proxy/proxyCode'
import { guardianText as words } from '#text/guardian/guardian'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { canScan, scan } from '#ui/device/scan'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

const relations = words.relations.map((relation) => ({ value: relation, title: relation }))

interface GuardianDraft {
  /** The typed code. It wins over a scanned one. */
  code: string
  scanned?: MemberId | undefined
  relation?: (typeof words.relations)[number]
}

/** Lets a minor name a guardian by the code on the guardian's phone. */
export function AskGuardianSheet({ onAsked, onClose }: { onAsked: () => void; onClose: () => void }) {
  const ask = useCommand('guardian.ask')
  const form = useForm(useDraft<GuardianDraft>({ code: '' }), {
    check: checkGuardian,
    atFault: showFirstFault,
    by: ask,
    onDone: onAsked,
  })
  const { draft, faults, choose, write } = form
  const failure = ask.notDone?.code === 'not_found' ? words.unknown : form.failure

  async function takeScanned() {
    const held = await scan()
    if (held === undefined) return
    const scanned = memberIdOfProxyCode(held)
    choose({ scanned })
    form.setFaults(scanned === undefined ? { code: words.codeWrong } : {})
  }
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
      <Maybe>{draft.scanned && <Banner tone='good'>{words.scanned}</Banner>}</Maybe>
      <TextField
        label={words.code}
        hint={words.codeHint}
        maxLength={48}
        error={faults.code}
        onText={(code) => write({ code })}
      />
      <Choice
        label={words.relation}
        options={relations}
        chosen={draft.relation}
        onChoose={(relation) => choose({ relation })}
        error={faults.relation}
      />
      <FormFoot form={{ ...form, failure }} action={words.submit} />
    </Sheet>
  )
}

function checkGuardian({
  code,
  scanned,
  relation,
}: GuardianDraft): Checked<RawInputOf<'guardian.ask'>, 'code' | 'relation'> {
  const memberId = memberIdOfProxyCode(code) ?? scanned
  if (memberId !== undefined && relation !== undefined) return { input: { memberId, relation } }
  return {
    faults: {
      ...(memberId === undefined && { code: words.codeWrong }),
      ...(relation === undefined && { relation: words.relationMissing }),
    },
  }
}
