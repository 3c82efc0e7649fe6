import { durationWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

export interface ShownSum {
  name: string
  minutes: number
}

/** Minutes by team, project or the like, the most first. */
export function SumsCard({ title, sums }: { title: string; sums: readonly ShownSum[] }) {
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
