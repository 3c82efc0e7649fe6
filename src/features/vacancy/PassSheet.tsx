import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { Passed, PlacementCard } from '#contract/placement'
import { phoneWords } from '#text/member/phone'
import { vacancyRunText as words } from '#text/vacancy/vacancy'
import { Button } from '#ui/button/Button'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

export interface PassSheetProps {
  person: PlacementCard
  firm: string
  /** The sheet is shut; `passed` where name and number were shown. */
  onClose: (passed: boolean) => void
}

/** Shows name and number once, to be told to the firm at once. Nothing of them stays on the page. */
export function PassSheet({ person, firm, onClose }: PassSheetProps) {
  const pass = useCommand('placement.pass')
  const [shown, setShown] = useState<Passed>()
  const { placementId, name } = person
  async function open() {
    const passed = await pass.run({ placementId })
    if (passed) setShown(passed)
  }
  return (
    <Sheet title={words.passTitle(name)} onClose={() => onClose(shown !== undefined)}>
      {shown ? (
        <Card title={shown.name} edge='ochre'>
          <Box className='strong'>{shown.phone === undefined ? words.noPhone : phoneWords(shown.phone)}</Box>
          <Box>{words.passShown}</Box>
          <Button onPress={() => onClose(true)}>{words.shut}</Button>
        </Card>
      ) : (
        <Box className='stack'>
          <Box>{words.passText(firm)}</Box>
          <FormFoot
            form={{ busy: pass.busy, failure: pass.failure, submit: open }}
            action={words.passAction}
          />
        </Box>
      )}
    </Sheet>
  )
}
