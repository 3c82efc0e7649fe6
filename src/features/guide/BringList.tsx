import { guideText as words } from '#text/guide/guide'
import { publicationText } from '#text/publication/publication'
import { Tick } from '#ui/choice/Tick'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { useTicks } from './useTicks'

export interface BringListProps {
  publicationId: string
  things: readonly string[]
}

/** What to bring, to be ticked at home. The ticks stay on the phone. */
export function BringList({ publicationId, things }: BringListProps) {
  const { ticked, tick } = useTicks(publicationId)
  const got = things.filter((thing) => ticked.includes(thing)).length
  return (
    <Card title={publicationText.bring}>
      <Box className='soft'>{words.bringHint}</Box>
      <Box className='stack-tight'>
        {things.map((thing) => (
          <Tick key={thing} label={thing} ticked={ticked.includes(thing)} onTick={(on) => tick(thing, on)} />
        ))}
      </Box>
      <Box className='strong' live='polite'>
        {words.brought(got, things.length)}
      </Box>
    </Card>
  )
}
