import { guideline } from '#text/account/guideline'
import { startText as words } from '#text/community/start'
import { Folded } from '#ui/page/Folded'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { PartFields } from '../edit/PartFields'
import type { PartEntry } from '../edit/partSpec'
import { entriesOf, type StartPart, specOf, withEntry } from './startDraft'
import type { Start } from './useStart'

export const AboutStep = ({ start }: { start: Start }) => <OneForm start={start} part='about' />

export function PrivacyStep({ start }: { start: Start }) {
  return (
    <>
      <OneForm start={start} part='controller' />
      <Folded title={words.guideline}>
        {/* the last section says who keeps the records, which is being written above */}
        {guideline(start.whole)
          .slice(0, -1)
          .map(({ title, lines }) => (
            <Card key={title} title={title}>
              {lines.map((line) => (
                <Box key={line}>{line}</Box>
              ))}
            </Card>
          ))}
      </Folded>
    </>
  )
}

/** A step that is one form. */
function OneForm({ start, part }: { start: Start; part: StartPart }) {
  const spec = specOf(part)
  const { whole, draft, faults, change } = start
  const [entry] = entriesOf(part, whole, draft)
  if (!entry) return null
  const put = (values: PartEntry['values'], drawn: boolean) =>
    change((now) => {
      const before = entriesOf(part, whole, now)[0] ?? entry
      return withEntry(now, whole, part, { ...entry, values: { ...before.values, ...values } })
    }, drawn)
  return (
    <PartFields
      fields={spec.fields}
      initial={entry.values}
      lists={whole}
      form={{
        draft: entry.values,
        faults,
        choose: (chosen) =>
          put(typeof chosen === 'function' ? chosen(entry.values) : (chosen as PartEntry['values']), true),
        write: (typed) => put(typed as PartEntry['values'], false),
      }}
    />
  )
}
