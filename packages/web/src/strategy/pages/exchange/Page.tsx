import type { ExchangeUnit, Signal, StrategyExchange } from '@throughline/contract/strategy'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../ui/display/Figure.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { Acknowledge, AnswerSignal, RaiseSignal, type ExchangeActs } from './parts/forms.tsx'
import { answerWords, exchangeWords as words, kindWords, standingLooks } from './words.ts'

export type ExchangeProps = { readonly reading: Reading<StrategyExchange>; readonly may: { readonly take: boolean; readonly answer: boolean }; readonly acts: ExchangeActs }
type Open = { readonly form: 'acknowledge'; readonly unit: ExchangeUnit } | { readonly form: 'raise' } | { readonly form: 'answer'; readonly signal: Signal }

/** What goes down to units and comes up from them, and what still waits for an answer. */
export function ExchangePage({ reading, may, acts }: ExchangeProps) {
  const [open, setOpen] = useState<Open>()
  const exchange = reading.state === 'full' ? reading.value : undefined
  const raise = may.take && exchange && exchange.units.length > 0 && <Button kind="primary" icon={<MessageSquarePlus aria-hidden="true" />} onClick={() => setOpen({ form: 'raise' })}>Tell something upwards</Button>
  const close = () => setOpen(undefined)
  return (
    <PageFrame title={words.title} note={words.note} actions={raise}>
      <Shown reading={reading} what="the exchange with units" lines={8}>
        {(value) => value.units.length === 0 && value.signals.length === 0
          ? <EmptyState title={words.emptyTitle} actions={<a href="/strategy/units">Open unit strategies</a>}>{words.emptyWhy}</EmptyState>
          : <><Counts exchange={value} /><Units exchange={value} canAcknowledge={may.take} onAcknowledge={(unit) => setOpen({ form: 'acknowledge', unit })} /><Signals exchange={value} canAnswer={may.answer} onAnswer={(signal) => setOpen({ form: 'answer', signal })} /></>}
      </Shown>
      {exchange && open?.form === 'acknowledge' && <Acknowledge unit={open.unit} inForce={exchange.inForce} acts={acts} onClose={close} />}
      {exchange && open?.form === 'raise' && <RaiseSignal units={exchange.units} withinDays={exchange.withinDays} acts={acts} onClose={close} />}
      {open?.form === 'answer' && <AnswerSignal signal={open.signal} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

function Counts({ exchange: { counts: { down, up }, withinDays, inForce, units } }: { readonly exchange: StrategyExchange }) {
  const format = useFormat()
  const [sent, read, told, answered, overdue] = [down.sent, down.acknowledged, up.sent, up.answered, up.overdue].map((count) => format.number(count, 0))
  const waiting = units.filter(({ acknowledged }) => acknowledged === null).length
  return (
    <FigureStrip label="Both directions">
      <Figure label="Down: acknowledged" value={`${read ?? ''} of ${sent ?? ''}`} absent="" comparison={{ words: waiting === 0 ? `Every unit has read version ${inForce.no}` : `${format.count(waiting, 'unit has', 'units have')} yet to read version ${inForce.no}` }} />
      <Figure label="Up: answered" value={`${answered ?? ''} of ${told ?? ''}`} absent="" comparison={{ words: `An answer is due within ${withinDays} days` }} />
      <Figure label="Overdue" value={overdue ?? null} absent="" comparison={{ words: up.overdue === 0 ? 'Nothing waits too long' : 'Owners are told again the day after' }} />
    </FigureStrip>
  )
}

function Units({ exchange: { units, inForce }, canAcknowledge, onAcknowledge }: { readonly exchange: StrategyExchange; readonly canAcknowledge: boolean; onAcknowledge(unit: ExchangeUnit): void }) {
  const format = useFormat()
  return (
    <Card title="Down: who has read the strategy" note={`Version ${inForce.no} is in force.`} flush>
      <Table<ExchangeUnit>
        caption="Units with whether they have read the version in force" rows={units} rowKey={({ id }) => id}
        columns={[
          { key: 'unit', label: 'Unit', cell: ({ name }) => <a href="/strategy/units">{name}</a> },
          { key: 'takes', label: 'Takes up', cell: ({ objectives }) => (objectives.length === 0 ? <span className="quiet">nothing of the organisation’s</span> : objectives.map(({ statement }) => statement).join(' · ')) },
          { key: 'read', label: 'Version in force', cell: ({ acknowledged }) => (acknowledged ? <><StatusMark quiet tone="good" word={`Read, ${acknowledged.by}`} /><span className="quiet block">{format.instant(acknowledged.at)}{acknowledged.words && ` · ${acknowledged.words}`}</span></> : <StatusMark quiet tone="warn" word="Not acknowledged" />) },
          { key: 'down', label: 'Versions read', numeric: true, cell: ({ counts: { down } }) => `${down.acknowledged} of ${down.sent}` },
          { key: 'up', label: 'Signals answered', numeric: true, cell: ({ counts: { up } }) => `${up.answered} of ${up.sent}` },
          { key: 'act', label: '', cell: (unit) => canAcknowledge && unit.acknowledged === null && <Button kind="quiet" aria-label={`Acknowledge for ${unit.name}`} onClick={() => onAcknowledge(unit)}>Acknowledge</Button> },
        ]}
      />
    </Card>
  )
}

function Signals({ exchange: { signals }, canAnswer, onAnswer }: { readonly exchange: StrategyExchange; readonly canAnswer: boolean; onAnswer(signal: Signal): void }) {
  const format = useFormat()
  if (signals.length === 0) return <Card title="Up: what units tell"><p className="quiet">{words.noSignals}</p></Card>
  return (
    <Card title="Up: what units tell" note="What waits longest first; each is answered by who may change the strategy." flush>
      <Table<Signal>
        caption="Signals from units with what came of them" rows={signals} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'words', label: 'Signal', cell: ({ words: said, kind, about }) => <span className="block min-w-56"><span className="quiet">{kindWords[kind]}</span><span className="block whitespace-pre-line">{said}</span>{about && <a className="quiet" href={places.strategy}>{about.statement}</a>}</span> },
          { key: 'unit', label: 'From', cell: ({ unit, raisedBy, raisedAt }) => <>{unit}<span className="quiet block">{raisedBy}, {format.instant(raisedAt)}</span></> },
          { key: 'standing', label: 'Standing', cell: ({ standing, dueOn }) => <><StatusMark quiet tone={standingLooks[standing].tone} word={standingLooks[standing].words} />{standing !== 'answered' && <span className="quiet block">due {format.date(dueOn)}</span>}</> },
          { key: 'answer', label: 'Answer', cell: (signal) => (signal.answer ? <span className="block min-w-48">{answerWords[signal.answer.kind]}: {signal.answer.words}<span className="quiet block">{signal.answer.by}, {format.instant(signal.answer.at)}</span></span> : canAnswer ? <Button onClick={() => onAnswer(signal)} aria-label={`Answer ${signal.unit}: ${signal.words}`}>Answer</Button> : <span className="quiet">waits</span>) },
        ]}
      />
    </Card>
  )
}
