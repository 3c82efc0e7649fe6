import { useEffect, useState } from 'react'
import type { Exported } from '#contract/member'
import { useCommand } from '../../cloud/useCommand'
import { type Names, readableParts, exportedText as words } from '../../text/exported'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Place } from '../../ui/Place'
import { Cell } from '../../ui/Row'
import { exportZip } from './exportZip'
import { forgetZip, savedWords, saveWords, saveZip } from './saveZip'

/** Gathers everything, shows what is in it, hands it over as a zip. */
export function ExportSteps({ names }: { names: Names }) {
  const [exported, setExported] = useState<Exported>()
  const [outcome, setOutcome] = useState<'saved' | 'failed'>()
  const gather = useCommand('member.export')
  useEffect(() => forgetZip, [])

  async function prepare() {
    setOutcome(undefined)
    setExported(await gather.run({}))
  }
  const parts = exported && readableParts(exported, names)
  const count = parts?.reduce((sum, { entries }) => sum + entries.length, 0) ?? 0

  async function save() {
    if (!exported || !parts) return
    try {
      const saved = await saveZip(exportZip(exported, parts))
      setOutcome(saved === 'saved' ? 'saved' : undefined)
    } catch {
      // whatever the device refused: said on the page, with another way
      setOutcome('failed')
    }
  }

  return (
    <Box className='stack'>
      <Place>{gather.failure && <Banner tone='bad'>{gather.failure.message}</Banner>}</Place>
      <Place>
        {parts ? (
          <Box className='stack'>
            <Card title={words.ready} edge='pine'>
              <Box>{words.readyText(count)}</Box>
              <Box className='soft'>{words.careful}</Box>
              <Button onPress={save}>{saveWords()}</Button>
            </Card>
            <Place>
              {outcome === 'saved' && <Banner tone='good'>{savedWords()}</Banner>}
              {outcome === 'failed' && <Banner tone='bad'>{words.notShared}</Banner>}
            </Place>
            <Card title={words.show}>
              {parts.map(({ title, entries }) => (
                <Cell key={title} name={title}>
                  {entries.length === 0 ? words.none : words.lines(entries.length)}
                </Cell>
              ))}
            </Card>
            {parts.slice(0, 1).map(({ title, entries }) => (
              <Card key={title} title={title}>
                {entries.flatMap(({ cells }) =>
                  cells.map(([name, value]) => (
                    <Cell key={`${name} ${value}`} name={name}>
                      {value}
                    </Cell>
                  )),
                )}
              </Card>
            ))}
            <Button look='quiet' busy={gather.busy} onPress={prepare}>
              {words.again}
            </Button>
          </Box>
        ) : (
          <Button busy={gather.busy} onPress={prepare}>
            {words.prepare}
          </Button>
        )}
      </Place>
    </Box>
  )
}
