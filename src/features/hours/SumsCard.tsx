import { durationWords } from '../../text/time'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Cell } from '../../ui/Row'

export interface Sum {
  name: string
  minutes: number
}

/** Minutes by something, the most first. */
export function SumsCard({ title, sums }: { title: string; sums: readonly Sum[] }) {
  const sorted = [...sums].sort((a, b) => b.minutes - a.minutes)
  return (
    <Card title={title}>
      <Box>
        {sorted.map(({ name, minutes }) => (
          <Cell key={name} name={name}>
            {durationWords(minutes)}
          </Cell>
        ))}
      </Box>
    </Card>
  )
}
