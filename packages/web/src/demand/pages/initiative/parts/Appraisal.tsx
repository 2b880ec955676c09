import type { InitiativeDetail } from '@throughline/contract/demand'
import { appraise, type Appraisal as Appraised, type AppraisalChoices, type AppraisalKey, type BiasCategory, type ScheduleKind, type WorkDays, type YearFlow } from '@throughline/engine/demand'
import type { FiscalCalendar, Metric } from '@throughline/engine/kernel'
import { useState } from 'react'
import { absenceCell, majorOf, useFormat } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { appraisalWords, biasWords, rateWords, type RateWord } from '../../../appraisal-words.ts'

type Profiles = Pick<InitiativeDetail, 'costProfile' | 'benefitProfile'>
/** What a reader chose, as it stands in the fields: per cents are decimal text. */
export type Chosen = { readonly rate: RateWord; readonly own: string; readonly timing: 'end' | 'mid'; readonly prices: 'real' | 'nominal'; readonly inflation: string; readonly bias: BiasCategory | 'none'; readonly mitigated: string }
export const firstChoice: Chosen = { rate: 'green-book-2026 standard', own: '8', timing: 'end', prices: 'real', inflation: '2', bias: 'none', mitigated: '0' }

/** A what-if appraisal of cost and benefits by year, worked out as one chooses: rate, prices and doubt. Nothing of it is kept; every figure says why. */
export default function Appraisal({ costProfile, benefitProfile, row, currency, calendar }: Profiles & Pick<InitiativeDetail, 'row'> & { readonly currency: string; readonly calendar: FiscalCalendar }) {
  const [chosen, setChosen] = useState(firstChoice)
  const found = appraise(yearFlows({ costProfile, benefitProfile }), choicesOf(chosen, currency, { calendar, startOn: row.startOn, endOn: row.endOn }))
  return (
    <Card title="What-if appraisal" note="Worked out from cost and benefits by year, as you choose, and not kept; year 0 is the first year with a flow">
      {found.status === 'missing' ? (
        <EmptyState title="There is nothing to appraise yet">It needs {found.inputs.join(' and ')}. What nobody has said is not zero.</EmptyState>
      ) : (
        <div className="grid gap-4">
          <Choices chosen={chosen} onChange={(change) => setChosen({ ...chosen, ...change })} />
          {found.status === 'ok' ? <Figures of={found.value} currency={currency} /> : <p className="quiet">{absenceCell(found)}</p>}
        </div>
      )}
    </Card>
  )
}

/** Cost and benefits of each year in whole units of the currency. */
export function yearFlows({ costProfile, benefitProfile }: Profiles): readonly YearFlow[] {
  const years = [...new Set([...costProfile.lines, ...benefitProfile.lines].map(({ year }) => year))]
  const of = (lines: InitiativeDetail['costProfile']['lines'], year: number): number => lines.reduce((sum, line) => (line.year === year ? sum + majorOf(line.amount) : sum), 0)
  return years.map((year) => ({ year, cost: of(costProfile.lines, year), benefit: of(benefitProfile.lines, year) }))
}

const share = (percent: string): number => Number(percent) / 100

/** What the engine is asked, from what stands in the fields. */
export function choicesOf({ rate, own, timing, prices, inflation, bias, mitigated }: Chosen, currency: string, days?: WorkDays): AppraisalChoices {
  const [vintage = '', schedule] = rate.split(' ')
  return {
    ...(days ? { days } : {}), currency, prices, inflation: share(inflation), bias: bias === 'none' ? null : { category: bias, mitigation: share(mitigated) },
    rate: rate === 'real' || rate === 'nominal' ? { perYear: share(own), basis: rate, timing } : { vintage, schedule: schedule as ScheduleKind },
  }
}

const listed = <Key extends string>(words: Readonly<Record<Key, string>>): readonly { readonly value: Key; readonly label: string }[] => (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }))

function Choices({ chosen, onChange }: { readonly chosen: Chosen; onChange(change: Partial<Chosen>): void }) {
  const own = chosen.rate === 'real' || chosen.rate === 'nominal'
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4" role="group" aria-label="How it is looked at">
      <Select label="Discounted by" value={chosen.rate} options={listed(rateWords)} onChange={(rate) => onChange({ rate })} />
      {own && <NumberField label="Rate a year" unit="%" value={chosen.own} min={-50} max={100} onChange={(value) => onChange({ own: value ?? '0' })} />}
      {own && <Select label="Flows fall" value={chosen.timing} options={[{ value: 'end', label: 'At the end of their year' }, { value: 'mid', label: 'In the middle of their year' }]} onChange={(timing) => onChange({ timing })} />}
      <Select label="Amounts are of" value={chosen.prices} options={[{ value: 'real', label: 'Prices of year 0 (real)' }, { value: 'nominal', label: 'Prices of their years (nominal)' }]} onChange={(prices) => onChange({ prices })} />
      <NumberField label="Prices rise a year" unit="%" value={chosen.inflation} min={-20} max={100} onChange={(value) => onChange({ inflation: value ?? '0' })} />
      <Select label="Uplift of cost for optimism" value={chosen.bias} options={[{ value: 'none', label: 'None' }, ...listed(biasWords)]} onChange={(bias) => onChange({ bias })} />
      {chosen.bias !== 'none' && <NumberField label="Of it mitigated, by evidence" unit="%" value={chosen.mitigated} min={0} max={100} onChange={(value) => onChange({ mitigated: value ?? '0' })} />}
    </div>
  )
}

const strips: readonly { readonly label: string; readonly keys: readonly AppraisalKey[] }[] = [
  { label: 'Worth', keys: ['net_present_value', 'discounted_ratio', 'equivalent_annual', 'optimism_bias'] },
  { label: 'Return and time', keys: ['internal_rate', 'dated_rate', 'modified_rate', 'payback', 'discounted_payback'] },
]

function Figures({ of, currency }: { readonly of: Appraised; readonly currency: string }) {
  const written = useWritten(currency)
  return (
    <div className="grid gap-2">
      {strips.map(({ label, keys }) => (
        <FigureStrip key={label} label={label}>
          {keys.map((key) => {
            const { metric, why } = of.figures[key]
            return metric.status === 'ok' ? <Figure key={key} label={appraisalWords[key]} value={written[key](metric.value)} why={why} /> : <Figure key={key} label={appraisalWords[key]} value={null} absent={absence(metric, key === 'dated_rate' ? of.datedRoots : key === 'internal_rate' ? of.roots : [])} why={why} />
          })}
        </FigureStrip>
      ))}
    </div>
  )
}

/** Why there is no figure; several rates that solve it are all named. */
function absence(metric: Metric<number>, roots: readonly number[]): string {
  return roots.length > 1 ? `${roots.length} rates: ${roots.map((root) => `${(root * 100).toFixed(1)}%`).join(', ')}` : absenceCell(metric)
}

function useWritten(currency: string): Readonly<Record<AppraisalKey, (value: number) => string>> {
  const format = useFormat()
  const money = (value: number): string => format.axisMoney(value, currency)
  const rate = (value: number): string => `${(value * 100).toFixed(2)}%`
  const years = (value: number): string => `${value.toFixed(1)} years`
  return { net_present_value: money, equivalent_annual: money, discounted_ratio: format.ratio, internal_rate: rate, dated_rate: rate, modified_rate: rate, payback: years, discounted_payback: years, optimism_bias: (value) => `${Number(value.toFixed(2))}%` }
}
