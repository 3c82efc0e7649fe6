import type { Community } from '#contract/community'
import { categoryOf, type RateLine, type Rates, ratedOf } from '#contract/request'
import { holderText } from '#text/request/request'
import { ratesText as words } from '#text/request/requestOffice'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import { ReportBar } from './ReportBar'

export type RatesBy = keyof typeof words.bys

/** The three rates of the requests filed in a span, as bars with words. */
export function RatesTotal({ total }: { total: RateLine }) {
  const { toAnswer, toResolve } = ratedOf(total)
  return (
    <Card title={words.ratesTitle}>
      <Box>{words.filed(total.filed, total.withdrawn)}</Box>
      <RateBar rate='response' part={total.respondedInTime} whole={toAnswer} />
      <RateBar rate='resolution' part={total.resolved} whole={toResolve} />
      <RateBar rate='satisfaction' part={total.satisfied} whole={total.rated} />
    </Card>
  )
}

function RateBar({ rate, part, whole }: { rate: keyof typeof words.rates; part: number; whole: number }) {
  const { title, detail } = words.rates[rate]
  return (
    <ReportBar
      title={title}
      value={whole === 0 && rate === 'satisfaction' ? words.noneRated : percentOf(part, whole)}
      share={whole === 0 ? undefined : part / whole}
      detail={whole === 0 ? words.noneDetail : detail(part, whole)}
    />
  )
}

const percentOf = (part: number, whole: number) => (whole === 0 ? words.none : words.percent(part, whole))

export interface RatesLinesProps {
  rates: Rates
  by: RatesBy
  community: Community
}

/** The same rates by grid, category, tier or month, one line of text each. */
export function RatesLines({ rates, by, community }: RatesLinesProps) {
  if (rates.lines.length === 0) return <Box className='soft'>{words.noLines}</Box>
  return (
    <Card title={words.bys[by]}>
      <Box>
        {rates.lines.map((line) => (
          <Cell key={line.of ?? ''} name={nameOf(line.of, by, community)}>
            {words.lineWords(
              words.filed(line.filed, line.withdrawn),
              percentOf(line.respondedInTime, ratedOf(line).toAnswer),
              percentOf(line.resolved, ratedOf(line).toResolve),
              line.rated === 0 ? undefined : percentOf(line.satisfied, line.rated),
            )}
          </Cell>
        ))}
      </Box>
    </Card>
  )
}

function nameOf(of: string | undefined, by: RatesBy, community: Community): string {
  if (of === undefined) return words.unknown
  switch (by) {
    case 'grid':
      return community.grids.find(({ gridId }) => gridId === of)?.name ?? words.unknown
    case 'category':
      return categoryOf(community, of)?.title ?? words.unknown
    case 'tier':
      return holderText[of as keyof typeof holderText] ?? words.unknown
    case 'month':
      return words.monthOf(of)
  }
}
