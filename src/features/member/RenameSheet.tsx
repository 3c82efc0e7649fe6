import { useRef, useState } from 'react'
import type { MemberState } from '#contract/member'
import { isPersonName } from '#contract/text'
import { useCommand } from '../../cloud/useCommand'
import { movingText as words } from '../../text/moving'
import { registerText } from '../../text/register'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { Sheet } from '../../ui/Sheet'
import { showFirstFault } from '../../ui/showFirstFault'
import { TextField } from '../../ui/TextField'
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
        label={registerText.name}
        initial={name}
        maxLength={20}
        error={fault}
        onText={(text) => {
          typed.current = text
        }}
      />
      <Consequences lines={words.renameConsequences} />
      <Place>{rename.failure && <Banner tone='bad'>{rename.failure.message}</Banner>}</Place>
      <Button busy={rename.busy} onPress={submit}>
        {words.rename}
      </Button>
    </Sheet>
  )
}

function faultOf(next: string, name: string): string | undefined {
  if (!next) return registerText.nameMissing
  if (!isPersonName(next)) return registerText.nameWrong
  return next === name ? words.sameName : undefined
}
