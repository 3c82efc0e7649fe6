import { useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { AdoptCode } from '#contract/enrolment'
import type { Me } from '#contract/member'
import { ActRows } from '#features/member/proxy/ActRows'
import { AppointSheet } from '#features/member/proxy/AppointSheet'
import { ProxyRows } from '#features/member/proxy/ProxyRows'
import { behalfAt, routes } from '#routes'
import { paperMemberText as words } from '#text/member/paper'
import { fullDateWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Tick } from '#ui/choice/Tick'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Failure } from '#ui/form/Failure'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import './PaperDesk.scss'

export interface PaperDeskProps {
  /** The paper member, as they would read themselves. */
  member: NonNullable<Me['member']>
  onChanged: () => Promise<void>
}

/** What a worker does for a paper member at the counter. */
export function PaperDesk({ member, onChanged }: PaperDeskProps) {
  const { memberId, closesAt, proxies } = member
  const [news, setNews] = useState<string>()
  const [open, setOpen] = useState<'proxy' | 'close'>()
  const finish = async (sentence?: string) => {
    setOpen(undefined)
    await onChanged()
    setNews(sentence)
  }
  return (
    <Box className='stack'>
      <Maybe>{news && <Banner tone='good'>{news}</Banner>}</Maybe>
      <Box>{words.lead}</Box>
      {closesAt === undefined ? (
        <>
          <ActRows memberId={memberId} />
          <VolunteerRows memberId={memberId} />
        </>
      ) : (
        <Closing memberId={memberId} closesAt={closesAt} onKept={() => finish(words.kept)} />
      )}
      <Box tag='section' className='stack-tight'>
        <Heading>{words.showTitle}</Heading>
        <ListRows>
          <ListRow
            icon='eye'
            title={words.access}
            detail={words.accessDetail}
            to={behalfAt(routes.access, memberId)}
          />
          <ListRow
            icon='stamp'
            title={words.consents}
            detail={words.consentsDetail}
            to={behalfAt(routes.consents, memberId)}
          />
          <ListRow
            icon='key'
            title={words.exported}
            detail={words.exportedDetail}
            to={behalfAt(routes.exported, memberId)}
          />
        </ListRows>
      </Box>
      <Box tag='section' className='stack-tight'>
        <Heading>{words.proxies}</Heading>
        <Maybe>
          {proxies.length > 0 ? (
            <ProxyRows
              proxies={proxies}
              actingFor={memberId}
              onDismissed={({ name }) => finish(words.dismissed(name))}
            />
          ) : (
            <Box className='soft'>{words.proxiesNone}</Box>
          )}
        </Maybe>
        {closesAt === undefined && (
          <Button look='quiet' onPress={() => setOpen('proxy')}>
            {words.appoint}
          </Button>
        )}
      </Box>
      {closesAt === undefined && <AdoptCodeCard memberId={memberId} />}
      {closesAt === undefined && (
        <Card title={words.closeTitle}>
          <Box>{words.closeLead}</Box>
          <Button look='quiet' onPress={() => setOpen('close')}>
            {words.close}
          </Button>
        </Card>
      )}
      <Maybe>
        {open === 'proxy' && (
          <AppointSheet
            memberId={memberId}
            onPaper
            onAppointed={() => finish(words.appointed)}
            onClose={() => setOpen(undefined)}
          />
        )}
        {open === 'close' && (
          <CloseSheet memberId={memberId} onAsked={() => finish()} onClose={() => setOpen(undefined)} />
        )}
      </Maybe>
    </Box>
  )
}

/** What a paper volunteer has at the counter: teams, hours, certificates. */
function VolunteerRows({ memberId }: { memberId: string }) {
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.volunteerTitle}</Heading>
      <ListRows>
        <ListRow
          icon='team'
          title={words.team}
          detail={words.teamDetail}
          to={behalfAt(routes.teams, memberId)}
        />
        <ListRow
          icon='ledger'
          title={words.hours}
          detail={words.hoursDetail}
          to={behalfAt(routes.statement, memberId)}
        />
        <ListRow
          icon='stamp'
          title={words.certificate}
          detail={words.certificateDetail}
          to={behalfAt(routes.certificates, memberId)}
        />
      </ListRows>
    </Box>
  )
}

/** A code with which the member's own WeChat adopts the paper record, read out at the counter. */
function AdoptCodeCard({ memberId }: { memberId: string }) {
  const now = useNow()
  const make = useCommand('member.adoptCode')
  const [otherName, setOtherName] = useState(false)
  const [given, setGiven] = useState<AdoptCode>()
  const press = async () => {
    const made = await make.run({ memberId, ...(otherName && { otherName }) })
    if (made) setGiven(made)
  }
  const { code = '', validUntil = 0 } = given ?? {}
  return (
    <Card title={words.adoptTitle}>
      <Box>{words.adoptLead}</Box>
      <Maybe>
        {given && (
          <Box
            className='adopt-code'
            role='img'
            live='polite'
            label={`${words.adoptCode} ${[...code].join(' ')}`}
          >
            {`${code.slice(0, 4)} ${code.slice(4)}`}
          </Box>
        )}
      </Maybe>
      <Maybe>{given && <Box>{words.adoptUntil(validUntil, now)}</Box>}</Maybe>
      <Box className='soft'>{words.adoptWarn}</Box>
      <Tick label={words.otherName} ticked={otherName} onTick={setOtherName} />
      <Failure>{make.failure}</Failure>
      <Button look={given ? 'quiet' : 'pine'} busy={make.busy} onPress={press}>
        {given ? words.adoptAgain : words.adoptMake}
      </Button>
    </Card>
  )
}

interface CloseSheetProps {
  memberId: string
  onAsked: () => void
  onClose: () => void
}

/** Closes the record for the member, who has said so in writing. */
function CloseSheet({ memberId, onAsked, onClose }: CloseSheetProps) {
  const form = useForm(useDraft({ word: '' }), {
    check: (draft) => {
      const word = draft.word.trim()
      return word.length < 2 ? { faults: { word: words.closeWordMissing } } : { input: { word } }
    },
    by: useCommand('member.close', { actingFor: memberId }),
    atFault: showFirstFault,
    onDone: onAsked,
  })
  return (
    <Sheet title={words.closeTitle} onClose={onClose}>
      <Box>{words.closeLead}</Box>
      <TextField
        label={words.closeWord}
        maxLength={200}
        error={form.faults.word}
        onText={(word) => form.write({ word })}
      />
      <FormFoot form={form} action={words.close} look='danger' />
    </Sheet>
  )
}

function Closing({ memberId, closesAt, onKept }: { memberId: string; closesAt: number; onKept: () => void }) {
  const keep = useCommand('member.keep', { actingFor: memberId })
  return (
    <Card edge='ochre'>
      <Box>{words.closing(fullDateWords(closesAt))}</Box>
      <Failure>{keep.failure}</Failure>
      <Button
        look='quiet'
        busy={keep.busy}
        onPress={async () => {
          if (await keep.run({})) onKept()
        }}
      >
        {words.keep}
      </Button>
    </Card>
  )
}
