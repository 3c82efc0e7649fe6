import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { MemberState } from '#contract/member'
import { isPersonName } from '#contract/shared/text'
import { movingText as words } from '#text/member/moving'
import { registrationText } from '#text/member/registration'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { Consequences } from './MoveSheet'

export interface RenameSheetProps {
  /** What stands. */
  name: string
  onRenamed: (state: MemberState) => void
  onClose: () => void
}

/** What somebody is called. */
export function RenameSheet({ name, onRenamed, onClose }: RenameSheetProps) {
  const typed = useRef(name)
  const [fault, setFault] = useState<string>()
  const rename = useCommand('member.rename')

  async function submit() {
    const next = typed.current.trim()
    const wrong = faultOf(next, name)
    setFault(wrong)
    if (wrong) return showFirstFault()
    const renamed = await rename.run({ name: next })
    if (renamed) onRenamed(renamed.state)
  }
  return (
    <Sheet title={words.renameTitle} onClose={onClose}>
      <Box>{words.renameLead}</Box>
      <TextField
        label={registrationText.name}
        initial={name}
        maxLength={20}
        error={fault}
        onText={(text) => {
          typed.current = text
        }}
      />
      <Consequences lines={words.renameConsequences} />
      <Maybe>{rename.failure && <Banner tone='bad'>{rename.failure.message}</Banner>}</Maybe>
      <Button busy={rename.busy} onPress={submit}>
        {words.rename}
      </Button>
    </Sheet>
  )
}

function faultOf(next: string, name: string): string | undefined {
  if (!next) return registrationText.nameMissing
  if (!isPersonName(next)) return registrationText.nameWrong
  return next === name ? words.sameName : undefined
}
