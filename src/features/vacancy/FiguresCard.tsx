import type { PlacementFigures } from '#contract/placement'
import { vacancyRunText as words } from '#text/vacancy/vacancy'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

/** How many wanted to go, were invited, began to work, and still work; counted from the records. */
export function FiguresCard({ title, of }: { title: string; of: PlacementFigures }) {
  const { interested, invited, placed, after } = of
  return (
    <Card title={title}>
      <Box>
        <Cell name={words.interested}>{words.times(interested)}</Cell>
        <Cell name={words.invited}>{words.times(invited)}</Cell>
        <Cell name={words.placed}>{words.times(placed)}</Cell>
        {after.map((line) => (
          <Cell key={line.days} name={words.after(line.days)}>
            {words.afterOf(line)}
          </Cell>
        ))}
      </Box>
    </Card>
  )
}
