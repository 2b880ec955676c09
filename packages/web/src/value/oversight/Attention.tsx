import type { Attention, ClaimWarning, Unattributed, WarnedBenefit } from '@throughline/contract/value'
import { explanationFromWire, places, useFormat } from '../../format/index.ts'
import { Card } from '../../ui/display/Card.tsx'
import { Table } from '../../ui/display/Table.tsx'
import { WhyFigure } from '../../ui/display/WhyFigure.tsx'
import { amountWords, classedWords, unitWords } from '../amounts.ts'
import { entriesAddress, entriesUnder } from '../ledger-address.ts'

const claimedCodes = 'R10,R20,R30,C20'

/** What whoever keeps the benefits should look at: movement that is nobody’s, then warnings by rule with what to do. */
export function AttentionView({ attention: { warnings, unattributed, benefits, unsaid } }: { readonly attention: Attention }) {
  const format = useFormat()
  return (
    <div className="grid gap-4">
      {warnings.length === 0 && <p className="quiet">{benefits === 0 ? 'Nothing is claimed yet, so nothing is flagged.' : `Nothing is flagged among ${format.count(benefits, 'benefit', 'benefits')} with claims.`}</p>}
      {warnings.map((warning) => <Warning key={warning.key} warning={warning} />)}
      {unsaid > 0 && <div className="grid gap-1"><p className="quiet max-w-[100ch]">{`Of ${unsaid} of ${format.count(benefits, 'benefit', 'benefits')} with claims nobody has said how they are claimed: avoided cost, run-rates, exchange rates, price bases and avoided losses are flagged only where it was said.`}</p><a className="w-fit leading-6" href="/value/ledger?view=benefits">Say it with the acts of a benefit</a></div>}
      <Nobodys rows={unattributed} />
    </div>
  )
}

function Warning({ warning: { title, todo, amounts, benefits, more } }: { readonly warning: ClaimWarning }) {
  const format = useFormat()
  return (
    <Card flush title={title} note={<>{todo}<span className="figures block pt-0.5">{`Claimed for these: ${amounts.map(({ unit, claimed }) => classedWords(claimed, unit, format)).join(' · ')}`}</span></>}>
      <Table<WarnedBenefit>
        caption={title}
        rows={benefits}
        rowKey={({ benefitId, unit }) => `${benefitId} ${unit}`}
        columns={[
          { key: 'benefit', label: 'Benefit', cell: ({ benefitId, benefit, unit }) => <a className="text-ink" href={entriesAddress({ benefit: benefitId, unit, codes: claimedCodes })}>{benefit}</a> },
          { key: 'initiative', label: 'Initiative', cell: ({ initiativeId, initiative }) => <a className="text-ink" href={places.initiative(initiativeId)}>{initiative}</a> },
          { key: 'claimed', label: 'Claimed for it', numeric: true, cell: ({ benefitId, unit, claimed, why }) => <WhyFigure why={explanationFromWire(why)} under={entriesUnder({ benefit: benefitId, unit, codes: claimedCodes })}>{amountWords(claimed, unit, format)}</WhyFigure> },
          { key: 'unit', label: 'Unit', cell: ({ unit }) => unitWords(unit) },
          { key: 'periods', label: 'In', cell: ({ benefitId, unit, periods }) => <PeriodLinks periods={periods} addressOf={(period) => entriesAddress({ benefit: benefitId, unit, period, codes: claimedCodes })} /> },
        ]}
      />
      {more > 0 && <p className="quiet p-4">{format.count(more, 'smaller one is', 'smaller ones are')} not listed.</p>}
    </Card>
  )
}

const firstPeriods = 6
/** Each period leads to its entries; the later ones of many stand behind a count. */
function PeriodLinks({ periods, addressOf }: { readonly periods: readonly string[]; addressOf(period: string): string }) {
  const links = (some: readonly string[]) => some.map((period) => <a key={period} className="inline-block leading-6" href={addressOf(period)}>{period}</a>)
  return (
    <span className="flex flex-wrap gap-x-2">
      {links(periods.slice(0, firstPeriods))}
      {periods.length > firstPeriods && <details><summary className="leading-6">{`and ${periods.length - firstPeriods} more`}</summary><span className="flex flex-wrap gap-x-2">{links(periods.slice(firstPeriods))}</span></details>}
    </span>
  )
}

/** Measures whose movement nobody has: luck, or a cause to look for. */
const Nobodys = ({ rows }: { readonly rows: readonly Unattributed[] }) => {
  const format = useFormat()
  return (
    <Card flush title="Moved, and nobody’s" note="What nobody had a claim on when periods were closed: luck, or a cause that nobody has found. The largest first in each unit; units are never added.">
      <Table<Unattributed>
        caption="Unattributed movement by measure"
        rows={rows}
        rowKey={({ measureId, measure, unit }) => `${measureId ?? measure} ${unit}`}
        empty="Everything that moved in closed periods has somebody’s claim on it."
        columns={[
          { key: 'measure', label: 'Measure', cell: ({ measureId, measure }) => (measureId === null ? measure : <a className="text-ink" href={`/strategy/measures/${measureId}`}>{measure}</a>) },
          { key: 'unattributed', label: 'Unattributed', numeric: true, cell: ({ measureId, unit, unattributed, why }) => <WhyFigure why={explanationFromWire(why)} under={entriesUnder({ measure: measureId ?? undefined, unit, codes: 'M20' })}>{amountWords(unattributed, unit, format)}</WhyFigure> },
          { key: 'of', label: 'Of what it moved', numeric: true, cell: ({ movement, unit }) => amountWords(movement, unit, format) },
          { key: 'unit', label: 'Unit', cell: ({ unit }) => unitWords(unit) },
          { key: 'periods', label: 'In', cell: ({ measureId, unit, periods }) => <PeriodLinks periods={periods.map(({ period }) => period)} addressOf={(period) => entriesAddress({ measure: measureId ?? undefined, unit, period, codes: 'M20' })} /> },
        ]}
      />
    </Card>
  )
}
