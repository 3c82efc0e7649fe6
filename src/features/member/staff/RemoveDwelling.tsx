import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Community } from '#contract/community'
import { DoorFields } from '#features/member/registration/DoorFields'
import { removeDwellingText as words } from '#text/register/removeDwelling'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { checkRemoval, type RemovalDraft } from './removalDraft'

/** Takes one dwelling out of the register, for an admin. */
export function RemoveDwelling({ community }: { community: Community }) {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState(false)
  return (
    <Card title={words.title}>
      <Box>{words.lead}</Box>
      <Maybe>{done && <Banner tone='good'>{words.done}</Banner>}</Maybe>
      <Button look='quiet' onPress={() => setOpen(true)}>
        {words.open}
      </Button>
      <Maybe>
        {open && (
          <RemoveSheet
            community={community}
            onDone={() => {
              setDone(true)
              setOpen(false)
            }}
            onClose={() => setOpen(false)}
          />
        )}
      </Maybe>
    </Card>
  )
}

interface RemoveSheetProps {
  community: Community
  onDone: () => void
  onClose: () => void
}

function RemoveSheet({ community, onDone, onClose }: RemoveSheetProps) {
  const form = useForm(useDraft<RemovalDraft>({ unit: '', reason: '' }), {
    check: checkRemoval,
    by: useCommand('member.removeDwelling'),
    atFault: showFirstFault,
    onDone,
  })
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.means}</Box>
      <DoorFields
        community={community}
        chosen={form.draft}
        unit=''
        unitHint={words.unitHint}
        faults={form.faults}
        onChoose={form.choose}
        onUnit={(unit) => form.write({ unit })}
      />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        maxLength={100}
        error={form.faults.reason}
        onText={(reason) => form.write({ reason })}
      />
      <FormFoot form={form} action={words.remove} look='danger' />
    </Sheet>
  )
}
