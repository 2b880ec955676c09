import type { InitiativeDetail } from '@throughline/contract/demand'
import type { ExplainedMoney, ExplainedNumber } from '@throughline/contract/wire'
import { absenceCell, explanationFromWire, isDerived, places, useFormat } from '../../../../format/index.ts'
import { Figure, FigureStrip, type FigureProps } from '../../../../ui/display/Figure.tsx'
import { SourceBadge } from '../../../../ui/display/Status.tsx'

/** The figures of an initiative; each opens why it is what it is, down to the published cell. */
export function Headlines({ row, costProfile, benefitProfile, ratio, alignment, inYear }: Pick<InitiativeDetail, 'row' | 'costProfile' | 'benefitProfile' | 'ratio' | 'alignment' | 'inYear'>) {
  const format = useFormat()
  return (
    <FigureStrip label="Figures of the initiative">
      <MoneyFigure label="Whole-life cost" of={costProfile.total} />
      <MoneyFigure label="Benefits, whole life" of={benefitProfile.total} under={{ href: places.entries({ initiative: row.id }), label: 'Its entries in the value ledger' }} />
      <NumberFigure label="Benefit-cost ratio" of={ratio} write={format.ratio} />
      <NumberFigure label="Alignment" of={alignment} write={(value) => format.signed(value, 3)} />
      <MoneyFigure label="Forecast of the year" of={inYear.forecast} against={inYear.baseline} />
    </FigureStrip>
  )
}

function MoneyFigure({ label, of, against, under }: { readonly label: string; readonly of: ExplainedMoney; readonly against?: ExplainedMoney; readonly under?: FigureProps['under'] }) {
  const format = useFormat()
  const why = explanationFromWire(of.why)
  const compared = against && against.metric.status === 'ok' ? { comparison: { words: `Budget ${format.moneyShort(against.metric.value)}` } } : {}
  if (of.metric.status !== 'ok') return <Figure label={label} value={null} absent={absenceCell(of.metric)} why={why} under={under} {...compared} />
  return <Figure label={label} value={format.moneyShort(of.metric.value)} why={why} under={under} {...(isDerived(of.why) ? { badge: <SourceBadge kind="derived" /> } : {})} {...compared} />
}

function NumberFigure({ label, of, write }: { readonly label: string; readonly of: ExplainedNumber; write(value: number): string }) {
  const why = explanationFromWire(of.why)
  return of.metric.status === 'ok' ? <Figure label={label} value={write(of.metric.value)} why={why} /> : <Figure label={label} value={null} absent={absenceCell(of.metric)} why={why} />
}
