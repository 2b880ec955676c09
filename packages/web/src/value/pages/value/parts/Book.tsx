import type { Value, ValueBook } from '@throughline/contract/value'
import { describeMetric, minorDigits } from '@throughline/engine/kernel'
import { useState } from 'react'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { Waterfall, type WaterfallStep } from '../../../../ui/charts/Waterfall.tsx'
import { Tabs } from '../../../../ui/controls/Tabs.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'
import { entriesAddress } from '../../../ledger-address.ts'
import { cashClassWords } from '../../../words.ts'
import { Groups } from './Groups.tsx'

/** One book: how the promise became what was realised, then by objective, department and initiative. */
export function Book({ book, value }: { readonly book: ValueBook; readonly value: Value }) {
  const format = useFormat()
  const [by, setBy] = useState<'objective' | 'unit' | 'initiative'>('objective')
  const { currency, cashClass, basis } = book.unit
  const span = value.first && value.publication && value.first.id !== value.publication.id ? `From ${format.month(value.first.asOf)} to ${format.month(value.publication.asOf)}` : value.publication ? `As of ${format.date(value.publication.asOf)}` : ''
  const digits = 10 ** minorDigits(currency)
  const groups = { objective: book.byObjective, unit: book.byUnit, initiative: book.byInitiative }[by]
  return (
    <section aria-label={cashClassWords[cashClass]} className="grid gap-4">
      <h2>{cashClassWords[cashClass]} <span className="quiet text-body font-normal">{currency}, {basis}</span></h2>
      {!book.closes && <PartialState message="The steps do not add up because at least one of them has no figure; it is drawn without one and says why." />}
      <Card title="From promised to realised" note={span}>
        <Waterfall title="From promised to realised" titleHidden steps={waterfallSteps(book)} format={(minor) => format.axisMoney(minor / digits, currency)} height={300} />
        <Steps book={book} />
      </Card>
      <Card title="Where it comes from" note="By objective, an amount is split in proportion to what it contributes, so every view sums to the whole">
        <Tabs label="Group by" selected={by} onSelect={setBy} tabs={[{ key: 'objective', label: 'By objective', count: book.byObjective.length }, { key: 'unit', label: 'By department', count: book.byUnit.length }, { key: 'initiative', label: 'By initiative', count: book.byInitiative.length }]}>
          <Groups key={by} groups={groups} by={by} unit={ledgerUnit(book.unit)} kept={book.byInitiative.some(({ inLedger }) => inLedger)} />
        </Tabs>
      </Card>
    </section>
  )
}

/** The unit of account of the ledger that a book is of; none where the class of cash is not stated. */
const ledgerUnit = ({ currency, cashClass }: ValueBook['unit']): string | undefined => (cashClass === 'na' ? undefined : `${currency}.${cashClass === 'cash_releasing' ? 'cash' : 'noncash'}`)

/** The steps as bars, in whole minor units: exact, so that the chart closes as the figures do. A change of nothing needs no bar. */
export function waterfallSteps(book: ValueBook): readonly WaterfallStep[] {
  const drawn = book.steps.filter(({ kind, metric }) => kind === 'total' || metric.status !== 'ok' || metric.value.minor !== '0')
  return drawn.map(({ key, label, kind, metric }) => ({
    key, label, kind, value: metric.status === 'ok' ? Number(metric.value.minor) : null,
    ...(metric.status === 'ok' ? {} : { reason: describeMetric(metric) }),
    ...(judged.has(key) ? { risesAre: 'good' as const } : {}),
  }))
}

/** Steps in which value was won or lost; the others only say what is not known or not due yet. */
const judged: ReadonlySet<ValueBook['steps'][number]['key']> = new Set(['joined', 'raised', 'lowered', 'left', 'withdrawn', 'shortfall', 'excess'])

/** Accounts of the ledger under the totals; changes between publications stand on none. */
const codesOf: Readonly<Partial<Record<ValueBook['steps'][number]['key'], string>>> = { promised: 'S10', forecast: 'A20,A30,F10,A90,C10', shortfall: 'X20', realised: 'A90,C10' }

/** Every step with its figure and why it is what it is. */
function Steps({ book }: { readonly book: ValueBook }) {
  const format = useFormat()
  const kept = book.byInitiative.some(({ inLedger }) => inLedger)
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(120px,1fr))] gap-x-4 gap-y-3 border-t border-border pt-3">
      {book.steps.map(({ key, label, kind, metric, why }) => (
        <div key={key} className={kind === 'total' ? 'font-semibold' : undefined}>
          <dt className="text-label font-normal text-ink-3">{label}</dt>
          <dd className="figures"><WhyFigure why={explanationFromWire(why)} under={kept && codesOf[key] !== undefined ? { href: entriesAddress({ unit: ledgerUnit(book.unit), codes: codesOf[key] }), label: 'What of it is in the value ledger' } : undefined}>{metric.status === 'ok' && kind === 'change' ? format.moneyChange(metric.value) : format.moneyCell(metric)}</WhyFigure></dd>
        </div>
      ))}
    </dl>
  )
}
