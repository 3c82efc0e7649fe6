import { useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { StockHolder, Stocks, StockView, TraineeName } from '#contract/training'
import { stockText as words } from '#text/training/stock'
import { LineButton } from '#ui/button/LineButton'
import { TextField } from '#ui/field/TextField'
import { Failure } from '#ui/form/Failure'
import { Pager } from '#ui/page/Pager'
import { Box } from '#ui/show/Box'
import '../door/PartyRow.scss'

/** WeChat does not draw more rows smoothly. */
const fewRows = 10

/** Everybody of the course, and whoever still has one and is no trainee any more; the order never changes. */
const peopleOf = ({ trainees }: Pick<Stocks, 'trainees'>, { holders }: StockView): TraineeName[] => {
  const known = new Set(trainees.map(({ memberId }) => memberId))
  return [...trainees, ...holders.filter(({ memberId }) => !known.has(memberId))]
}

export interface HolderRowsProps {
  stocks: Stocks
  stock: StockView
  refresh: () => Promise<void>
}

/** Hands out one material to trainees, who are searched by name, and takes it back. A row stays where it is. */
export function HolderRows({ stocks, stock, refresh }: HolderRowsProps) {
  const [typed, setTyped] = useState('')
  const [first, setFirst] = useState(0)
  const [said, setSaid] = useState('')
  const hand = useCommand('training.handOut')
  const back = useCommand('training.takeBack')
  const { stockId } = stock
  const asked = nameSpelling(typed.trim())
  const found = peopleOf(stocks, stock).filter(({ name }) => nameSpelling(name).includes(asked))
  const from = first < found.length ? first : 0

  async function turn({ memberId, name }: TraineeName, has: boolean) {
    setSaid('')
    const done = has ? await back.run({ stockId, memberId }) : await hand.run({ stockId, memberId })
    if (done) setSaid((has ? words.tookBack : words.handed)(name))
    await refresh()
  }
  return (
    <Box className='stack'>
      <TextField
        label={words.search}
        hint={words.searchHint}
        optional
        maxLength={20}
        onText={(text) => {
          setFirst(0)
          setTyped(text)
        }}
      />
      <Failure>{hand.failure ?? back.failure}</Failure>
      <Box live='polite' className='soft'>
        {[said, found.length > 0 ? words.found(found.length) : words.noneFound].filter(Boolean).join(' · ')}
      </Box>
      <Box tag='ul' className='stack-tight'>
        {found.slice(from, from + fewRows).map((trainee) => (
          <HolderRow
            key={trainee.memberId}
            trainee={trainee}
            holder={stock.holders.find(({ memberId }) => memberId === trainee.memberId)}
            onTurn={(has) => turn(trainee, has)}
          />
        ))}
      </Box>
      <Pager
        onNewer={from > 0 ? () => setFirst(Math.max(0, from - fewRows)) : undefined}
        onOlder={from + fewRows < found.length ? () => setFirst(from + fewRows) : undefined}
      />
    </Box>
  )
}

interface HolderRowProps {
  trainee: TraineeName
  holder: StockHolder | undefined
  onTurn: (has: boolean) => void
}

function HolderRow({ trainee: { name }, holder, onTurn }: HolderRowProps) {
  const now = useNow()
  return (
    <Box tag='li' className={`party ${holder ? 'party-there' : ''}`}>
      <Box className='party-words'>
        <Box className='party-name'>{name}</Box>
        <Box className='soft small'>{holder ? words.has(holder, now) : words.hasNone}</Box>
      </Box>
      {holder ? (
        <LineButton label={words.backFrom(name)} onPress={() => onTurn(true)}>
          {words.back}
        </LineButton>
      ) : (
        <LineButton look='pine' label={words.handTo(name)} onPress={() => onTurn(false)}>
          {words.hand}
        </LineButton>
      )}
    </Box>
  )
}
