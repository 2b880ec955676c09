import type { Keeping } from '@throughline/contract/value'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { Waterfall, type WaterfallStep } from '../../../../ui/charts/Waterfall.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'
import { amountWords, axisWords, changeWords, unitWords } from '../../../amounts.ts'

type Step = Keeping['steps'][number]
type Placed = Step & { readonly place: string }

/** The way of one unit from what was intended to what was banked: bars that close, each with its entries and its explanation. */
export function Way({ keeping, addressOf, onOpen }: { readonly keeping: Keeping; addressOf(step: Step): string; onOpen(address: string): void }) {
  const format = useFormat()
  const steps = shownSteps(keeping)
  const title = `${unitWords(keeping.unit)}: from intended to ${steps.at(-1)?.key === 'banked' ? 'banked' : 'verified'}`
  const open = (place: string) => {
    const step = steps.find((one) => one.place === place)
    if (step) onOpen(addressOf(step))
  }
  return (
    <Card title={title} note="Press a bar to see the entries under it">
      {!keeping.closes && <PartialState message="These steps do not add up. Please report this." />}
      <Waterfall title={title} titleHidden steps={steps.map(barOf)} format={(least) => axisWords(least, keeping.unit, format)} height={280} onSelect={open} />
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(140px,1fr))] gap-x-4 gap-y-3 border-t border-border pt-3">
        {steps.map((step) => (
          <div key={step.place} className={step.kind === 'total' ? 'font-semibold' : undefined}>
            <dt className="text-label font-normal"><a className="inline-block leading-6 text-ink-2" href={addressOf(step)}>{step.label}</a></dt>
            <dd className="figures pt-1"><WhyFigure why={explanationFromWire(step.why)} under={{ href: addressOf(step), label: 'The entries under it' }}>{step.kind === 'total' ? amountWords(step.amount, keeping.unit, format) : changeWords(step.amount, keeping.unit, format)}</WhyFigure></dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

/** Totals, and changes that changed something; what cannot be banked ends with what was verified. */
export function shownSteps({ steps, unit }: Pick<Keeping, 'steps' | 'unit'>): readonly Placed[] {
  const ends = unit.endsWith('.cash') ? steps : steps.filter(({ key, amount }) => key !== 'unbanked' && key !== 'banked' && (key !== 'converted' || amount !== '0'))
  const placed = ends.map((step, at) => ({ ...step, place: `${at} ${step.key}` }))
  return placed.filter(({ kind, amount }) => kind === 'total' || amount !== '0')
}

const barOf = ({ place, key, label, kind, amount }: Placed): WaterfallStep => ({ key: place, label, kind, value: Number(amount), ...(judged.has(key) ? { risesAre: 'good' as const } : {}) })

/** Steps in which value was won or lost; the others say what is not known, not decided or not due yet. */
const judged: ReadonlySet<Step['key']> = new Set(['change', 'given_up', 'shortfall', 'emergent', 'expected'])
