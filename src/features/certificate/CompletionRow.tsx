import { useRead } from '#cloud/call/useRead'
import type { MemberId } from '#contract/shared/scalars'
import { certificatePaper } from '#routes'
import { completionText as words } from '#text/certificate/completion'
import { ListRow, ListRows } from '#ui/show/Row'

export interface CompletionRowProps {
  activityId: string
  /** The member on whose behalf the page is opened. */
  actingFor: MemberId | undefined
}

/** The way to one's certificate of a course; nothing while there is none. */
export function CompletionRow({ activityId, actingFor }: CompletionRowProps) {
  const [read] = useRead('training.certificate', { activityId }, { actingFor, visitor: true })
  if (read.state !== 'ready') return null
  const { certificateNo } = read.data
  return (
    <ListRows>
      <ListRow
        icon='stamp'
        title={words.own}
        detail={words.no(certificateNo)}
        to={certificatePaper(certificateNo, actingFor)}
      />
    </ListRows>
  )
}
