import type { RequestDetail } from '#contract/request'
import { publicationDetail } from '#routes'
import { guideStageText as words } from '#text/guide/guide'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import './GuideStages.scss'

/** Which of its guide's stages a pre-acceptance has reached. Each says so in words, so that it is heard as well as seen. */
export function GuideStages({ guide }: { guide: NonNullable<RequestDetail['guide']> }) {
  const { publicationId, stages, stage } = guide
  return (
    <Card title={words.title}>
      {stages.length > 0 && (
        <Box tag='ol' role='list' className='guide-stages'>
          {stages.map((title, index) => (
            <Box
              tag='li'
              role='listitem'
              key={title}
              className={`guide-stage ${index === stage ? 'guide-stage-here' : ''}`}
            >
              <Box>{`${index + 1}. ${title}`}</Box>
              <Box className='guide-stage-state'>
                {index === stage ? words.here : index < stage ? words.behind : words.ahead}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      <LineButton to={publicationDetail(publicationId)}>{words.toGuide}</LineButton>
    </Card>
  )
}
