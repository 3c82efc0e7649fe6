import { useEffect, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { Exported } from '#contract/account'
import { type Names, type ReadablePart, readableParts, exportText as words } from '#text/account/export'
import { Button } from '#ui/button/Button'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { Cell, ListRow, ListRows } from '#ui/show/Row'
import { exportZip } from './exportZip'
import { forgetZip, savedWords, saveWords, saveZip } from './saveZip'

/** The entries of a part that the page shows, so that a step stays small. The file holds all. */
const fewEntries = 5

/** Gathers everything that is held about the person, shows what it contains, and saves it as a zip. */
export function ExportSteps({ names, actingFor }: { names: Names; actingFor?: string | undefined }) {
  const [exported, setExported] = useState<Exported>()
  const [outcome, setOutcome] = useState<'saved' | 'failed'>()
  const gather = useCommand('member.export', { actingFor })
  const [shown, setShown] = useState<string>()
  useEffect(() => forgetZip, [])

  async function prepare() {
    setOutcome(undefined)
    setExported(await gather.run({}))
  }
  const parts = exported && readableParts(exported, names)
  const part = parts?.find(({ title }) => title === shown)
  const [full, empty] = [true, false].map((some) =>
    parts?.filter(({ entries }) => entries.length > 0 === some),
  )
  const count = parts?.reduce((sum, { entries }) => sum + entries.length, 0) ?? 0

  async function save() {
    if (!exported || !parts) return
    try {
      const saved = await saveZip(exportZip(exported, parts))
      setOutcome(saved === 'saved' ? 'saved' : undefined)
    } catch {
      // Whatever the device refused, the page says so and offers another way.
      setOutcome('failed')
    }
  }

  return (
    <Box className='stack'>
      <Failure>{gather.failure}</Failure>
      <Maybe>
        {parts ? (
          <Box className='stack'>
            <Card title={words.ready} edge='pine'>
              <Box>{words.readyText(count)}</Box>
              <Box className='soft'>{words.careful}</Box>
              <Button onPress={save}>{saveWords()}</Button>
            </Card>
            <Maybe>
              {outcome === 'saved' && <Banner tone='good'>{savedWords()}</Banner>}
              {outcome === 'failed' && <Banner tone='bad'>{words.notShared}</Banner>}
            </Maybe>
            <Box tag='section' className='stack-tight'>
              <Heading>{words.show}</Heading>
              <ListRows>
                {full?.map(({ title, entries }) => (
                  <ListRow
                    key={title}
                    title={title}
                    end={words.lines(entries.length)}
                    onPress={() => setShown(title)}
                  />
                ))}
              </ListRows>
              {empty && empty.length > 0 && (
                <Box className='soft'>{words.nothingOf(empty.map(({ title }) => title))}</Box>
              )}
            </Box>
            <Button look='quiet' busy={gather.busy} onPress={prepare}>
              {words.again}
            </Button>
          </Box>
        ) : (
          <Button busy={gather.busy} onPress={prepare}>
            {words.prepare}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {part && (
          <Sheet title={part.title} onClose={() => setShown(undefined)}>
            <PartWords entries={part.entries} />
          </Sheet>
        )}
      </Maybe>
    </Box>
  )
}

/** The newest entries of a part. The file holds all. */
function PartWords({ entries }: Pick<ReadablePart, 'entries'>) {
  return (
    <>
      {entries.slice(0, fewEntries).map(({ head, cells }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two entries may say the same, and what was gathered stays as it is
        <Box key={`${index} ${head}`}>
          {head && <Box className='strong'>{head}</Box>}
          {cells.map(([name, value]) => (
            <Cell key={`${name} ${value}`} name={name}>
              {value}
            </Cell>
          ))}
        </Box>
      ))}
      {entries.length > fewEntries && (
        <Box className='soft'>{words.restInFile(entries.length - fewEntries)}</Box>
      )}
    </>
  )
}
