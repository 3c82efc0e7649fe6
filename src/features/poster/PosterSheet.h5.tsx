import { useMemo } from 'react'
import { posterWords as said } from '#text/poster/poster'
import { codeSquares } from '#ui/code/codePicture'
import type { PosterSheetProps } from './PosterSheet'
import { a4, type LaidCode, layPoster, type PosterCodes } from './posterLayout'
import { spokenOf } from './spoken'
import './PosterSheet.scss'

/** The poster as it comes out of a printer, on one sheet of A4: drawn, so that the sheet on the screen is that on paper. */
export function PosterSheet({ words, codes }: PosterSheetProps) {
  const {
    width,
    height,
    lines,
    rules,
    codes: laid,
  } = useMemo(() => layPoster(words, codes, a4), [words, codes])
  return (
    <svg
      className='poster'
      viewBox={`0 0 ${width} ${height}`}
      role='img'
      aria-label={said.spoken(spokenOf(words))}
    >
      <rect width={width} height={height} fill='#fff' />
      {rules.map(({ x, y, ...size }) => (
        <rect key={y} x={x} y={y} {...size} fill='#000' />
      ))}
      {lines.map(({ text, x, y, size, bold, middle, onInk }) => (
        <text
          key={`${x} ${y}`}
          x={x}
          y={y}
          fontSize={size}
          fontWeight={bold ? 700 : 400}
          textAnchor={middle ? 'middle' : 'start'}
          fill={onInk ? '#fff' : '#000'}
        >
          {text}
        </text>
      ))}
      {laid.map((code) => (
        <Code key={code.name} laid={code} codes={codes} />
      ))}
    </svg>
  )
}

function Code({ laid: { name, x, y, side }, codes }: { laid: LaidCode; codes: PosterCodes }) {
  if (name === 'scan') return <image href={codes.scan} x={x} y={y} width={side} height={side} />
  const squares = codeSquares(codes.browser ?? '')
  const square = side / squares.length
  const dark = squares.flatMap((row, down) =>
    row.map((on, across) => (on ? `M${across} ${down}h1v1h-1z` : '')),
  )
  return (
    <path
      d={dark.join('')}
      transform={`translate(${x} ${y}) scale(${square})`}
      fill='#000'
      shapeRendering='crispEdges'
    />
  )
}
