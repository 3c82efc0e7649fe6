import { useState } from 'react'
import { useForm } from '#cloud/call/useForm'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { PactProposal } from '#contract/pact'
import { requestDetail } from '#routes'
import { proposalText as words } from '#text/pact/pact'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { SealChip } from '#ui/show/SealChip'
import { pactOvertaken } from './overtaken'

export interface ProposalsProps {
  publicationId: string
  /** Whether it still takes proposals. */
  stands: boolean
  course: StepCourse
}

const atOnce = 10

/** What residents have proposed and staff have cleared, with what was answered. */
export function Proposals({ publicationId, stands, course }: ProposalsProps) {
  const [writing, setWriting] = useState(false)
  const { paging, older, newer } = usePages(atOnce)
  const [read, refresh] = useRead('pact.proposals', { publicationId, ...paging }, { visitor: true })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.title}</Heading>
      <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{words.none}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack-tight'>
            <ListRows>
              {items.map((proposal) => (
                <ProposalRow key={proposal.requestId} proposal={proposal} />
              ))}
            </ListRows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
      <Maybe>
        {stands && (
          <Button look='quiet' onPress={() => setWriting(true)}>
            {words.open}
          </Button>
        )}
        {writing && (
          <ProposeSheet publicationId={publicationId} course={course} onClose={() => setWriting(false)} />
        )}
      </Maybe>
    </Box>
  )
}

/** It opens the proposal's own page, where it is supported. */
function ProposalRow({ proposal }: { proposal: PactProposal }) {
  const { requestId, title, text, supporters, answer, state } = proposal
  return (
    <ListRow
      title={title}
      detail={[text, words.supporters(supporters), ...(answer ? [words.answer(answer)] : [])].join(' · ')}
      end={<SealChip tone={toneOf[state] ?? 'waits'}>{words.state(state)}</SealChip>}
      to={requestDetail(requestId)}
    />
  )
}

const toneOf: Partial<Record<PactProposal['state'], 'done' | 'off'>> = {
  resolved: 'done',
  closed: 'done',
  declined: 'off',
}

interface ProposeSheetProps extends Omit<ProposalsProps, 'stands'> {
  onClose: () => void
}

function ProposeSheet({ publicationId, course, onClose }: ProposeSheetProps) {
  const step = useStep('pact.propose', course, pactOvertaken)
  const form = useForm(useDraft({ said: '' }), {
    check: (draft) => {
      const said = draft.said.trim()
      return said === '' ? { faults: { said: words.missing } } : { input: { publicationId, words: said } }
    },
    atFault: showFirstFault,
    by: step.saying(() => words.done),
    onDone: onClose,
  })
  return (
    <Sheet title={words.sheetTitle} onClose={onClose}>
      <Box>{words.sheetText}</Box>
      <ParagraphField
        label={words.label}
        hint={words.hint}
        maxLength={500}
        error={form.faults.said}
        onText={(said) => form.write({ said })}
      />
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}
