import type { Charter, CharterOverlap, Charters, CharterSignature, CharterText } from '@throughline/contract/governance'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { explanationFromWire, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../outcome.ts'
import { EditCharter } from './parts/CharterForm.tsx'
import { CharterSheet, type SheetAct } from './parts/CharterSheet.tsx'
import { EndCharter, SignCharter } from './parts/sign-forms.tsx'
import { charterLooks, charterWords as words, roleWords } from './words.ts'

export type CharterActs = { add(given: CharterText): Outcome; change(charter: Charter, given: CharterText): Outcome; sign(charter: Charter, given: Omit<CharterSignature, 'version'>): Outcome; end(charter: Charter, reason: string): Outcome }
export type ChartersProps = {
  readonly reading: Reading<Charters>; readonly may: { readonly edit: boolean; readonly sign: boolean }
  /** The charter whose sheet is open. */
  readonly shown: string | undefined
  onShow(id: string | undefined): void
  readonly discuss: (charter: Charter) => ReactNode
  readonly acts: CharterActs
}

/** What the PMO and other bodies decide and do, and until when they stand. */
export function ChartersPage({ reading, may, shown, onShow, discuss, acts }: ChartersProps) {
  const [open, setOpen] = useState<{ readonly form: SheetAct; readonly charter?: Charter }>()
  const close = () => setOpen(undefined)
  const found = reading.state === 'full' ? reading.value : undefined
  const sheet = found?.charters.find(({ id }) => id === shown)
  const adding = may.edit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'edit' })}>Write a charter</Button>
  const on = (form: SheetAct, charter: Charter) => {
    onShow(undefined)
    setOpen({ form, charter })
  }
  const charter = open?.charter
  return (
    <PageFrame title={words.title} note={words.note} actions={found && found.charters.length > 0 && adding}>
      <Shown reading={reading} what="charters" lines={6}>
        {({ charters, overlaps }) => charters.length === 0 ? <EmptyState title={words.emptyTitle} actions={adding}>{words.emptyWhy}</EmptyState> : <><ChartersTable charters={charters} onOpen={({ id }) => onShow(id)} /><Overlaps overlaps={overlaps} /></>}
      </Shown>
      {sheet && !open && <CharterSheet charter={sheet} units={found?.units ?? []} may={may} discuss={discuss(sheet)} onClose={() => onShow(undefined)} onAct={(form) => on(form, sheet)} />}
      {open?.form === 'edit' && <EditCharter charter={charter} units={found?.units ?? []} act={(given) => (charter ? acts.change(charter, given) : acts.add(given))} onClose={close} />}
      {open?.form === 'sign' && charter && <SignCharter charter={charter} act={(given) => acts.sign(charter, given)} onClose={close} />}
      {open?.form === 'end' && charter && <EndCharter charter={charter} act={(reason) => acts.end(charter, reason)} onClose={close} />}
    </PageFrame>
  )
}

function ChartersTable({ charters, onOpen }: { readonly charters: readonly Charter[]; onOpen(charter: Charter): void }) {
  const format = useFormat()
  return (
    <Card title="Bodies" note="Those that expired or were ended stand last, and on nothing." flush>
      <Table<Charter>
        caption="Charters of bodies" rows={charters} rowKey={({ id }) => id} maxHeight={560}
        columns={[
          { key: 'body', label: 'Body', cell: (one) => <span className="grid min-w-48 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onOpen(one)}>{one.text.body}</button><span className="quiet">{one.text.role === null ? 'No PMO' : roleWords[one.text.role]}</span></span> },
          { key: 'state', label: 'State', cell: ({ state, faults }) => <span className="grid gap-1"><StatusMark quiet tone={charterLooks[state].tone} word={charterLooks[state].words} />{faults.length > 0 && <StatusMark quiet tone="bad" word={format.count(faults.length, 'subject is not sound', 'subjects are not sound')} />}</span> },
          { key: 'expires', label: 'Expires on', cell: ({ editions: [last] }) => <span className="whitespace-nowrap">{last ? format.date(last.expiresOn) : <span className="quiet">–</span>}</span> },
          { key: 'signed', label: 'Signed by', cell: ({ editions: [last] }) => (last ? <span className="block min-w-32">{last.by}<span className="quiet block">Edition {last.no}, {format.date(last.at.slice(0, 10))}</span></span> : <span className="quiet">nobody</span>) },
          { key: 'decides', label: 'Decisions', numeric: true, cell: ({ text: { rows } }) => format.number(rows.filter(({ decides }) => decides).length, 0) },
          { key: 'does', label: 'Activities', numeric: true, cell: ({ text: { rows } }) => format.number(rows.filter(({ decides }) => !decides).length, 0) },
        ]}
      />
    </Card>
  )
}

function Overlaps({ overlaps }: { readonly overlaps: readonly CharterOverlap[] }) {
  if (overlaps.length === 0) return <Card title="Overlaps"><p className="quiet">{words.noOverlaps}</p></Card>
  return (
    <Card title="Overlaps" note={words.overlaps} flush>
      <Table<CharterOverlap>
        caption="Subjects that two bodies have both in writing" rows={overlaps} rowKey={({ subject, charterIds, why }) => `${subject} ${charterIds.join(' ')} ${JSON.stringify(why.terms?.map(({ note }) => note))}`} maxHeight={480}
        columns={[
          { key: 'subject', label: 'Subject', cell: ({ subject }) => <span className="block min-w-40">{subject}</span> },
          { key: 'bodies', label: 'Bodies', cell: ({ bodies }) => bodies.join(' and ') },
          { key: 'accountable', label: 'Accountable', cell: ({ conflict, why }) => <WhyFigure why={explanationFromWire(why)}><StatusMark quiet tone={conflict ? 'bad' : 'good'} word={conflict ? 'Two are named' : 'The same'} /></WhyFigure> },
        ]}
      />
    </Card>
  )
}
