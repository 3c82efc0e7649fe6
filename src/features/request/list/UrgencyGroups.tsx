import type { ReactNode } from 'react'
import { useNow } from '#clock'
import type { RequestCard } from '#contract/request'
import { type Urgency, urgencyOf } from '#text/request/request'
import { queueText } from '#text/request/requestOffice'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { ListRows } from '#ui/show/Row'

const order: readonly Urgency[] = ['over', 'today', 'later', 'waits']

export interface UrgencyGroupsProps {
  items: readonly RequestCard[]
  row: (request: RequestCard) => ReactNode
}

/** A page of the queue, grouped by urgency. Headings name the urgency. */
export function UrgencyGroups({ items, row }: UrgencyGroupsProps) {
  const now = useNow()
  return (
    <Box className='stack'>
      {order.map((urgency) => {
        const of = items.filter((request) => urgencyOf(request, now) === urgency)
        if (of.length === 0) return null
        return (
          <Box tag='section' className='stack-tight' key={urgency}>
            <Heading>{queueText.groups[urgency]}</Heading>
            <ListRows>{of.map(row)}</ListRows>
          </Box>
        )
      })}
    </Box>
  )
}
