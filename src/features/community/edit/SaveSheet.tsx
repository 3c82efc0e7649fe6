import type { NotDone } from '#cloud/call/useCommand'
import { inUseCodes, type PartChange, communityEditText as words } from '#text/community/communityEdit'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Sheet } from '#ui/sheet/Sheet'
import { SheetFoot } from '#ui/sheet/SheetFoot'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

export interface SaveSheetProps {
  changes: readonly PartChange[]
  busy: boolean
  notDone: NotDone | undefined
  /** The name that belongs to an id in a refusal. */
  nameOfId: (id: string) => string
  /** Where the cloud would not have it, by entry and field; undefined where the path says nothing. */
  faultPlaceOf: (path: string) => string | undefined
  onSave: () => void
  /** Drops the draft and reads the community again. */
  onReload: () => void
  onClose: () => void
}

/** Nobody reads more changes than this line by line. */
const linesShown = 20

/** Shows what saving would change, and saves it after a tap. */
export function SaveSheet(props: SaveSheetProps) {
  const { changes, busy, notDone, onSave, onReload, onClose } = props
  const overtaken = notDone?.code === 'conflict'
  return (
    <Sheet title={words.changesTitle} onClose={onClose}>
      <Box tag='ul' className='stack-tight'>
        {changes.slice(0, linesShown).map((change) => (
          <Box key={words.change(change)} tag='li'>
            {words.change(change)}
          </Box>
        ))}
      </Box>
      <Maybe>{changes.length > linesShown && <Box>{words.more(changes.length - linesShown)}</Box>}</Maybe>
      <SheetFoot>
        <Failure>{notDone && sentenceOf(notDone, props)}</Failure>
        {overtaken ? (
          <Button onPress={onReload}>{words.reload}</Button>
        ) : (
          <Button busy={busy} onPress={onSave}>
            {words.save}
          </Button>
        )}
        <Button look='quiet' onPress={onClose}>
          {words.keep}
        </Button>
      </SheetFoot>
    </Sheet>
  )
}

function sentenceOf(
  { code, message, issues }: NotDone,
  { nameOfId, faultPlaceOf }: Pick<SaveSheetProps, 'nameOfId' | 'faultPlaceOf'>,
): string {
  if (code === 'conflict') return words.overtaken
  const [first] = issues ?? []
  if (first && inUseCodes.has(code)) return words.inUse(nameOfId(first.message), message)
  const place = code === 'invalid_input' && first ? faultPlaceOf(first.path) : undefined
  return place === undefined ? message : words.wrongAt(place)
}
