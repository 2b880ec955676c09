import type { Reconciliation } from '@throughline/contract/value'
import { describeMetric } from '@throughline/engine/kernel'
import { useId } from 'react'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { amountWords, changeWords, unitWords } from '../../../amounts.ts'
import { entriesAddress } from '../../../ledger-address.ts'
import { ruleWords } from '../../../ledger-words.ts'

/** What one measure moved in a period, how far it is used up and by whom, and the claims that were refused. */
export function Pool({ pool }: { readonly pool: Reconciliation }) {
  const format = useFormat()
  const text = (amount: string): string => amountWords(amount, pool.unit, format)
  const moved = pool.movement.status === 'ok'
  const under = (codes?: string, initiative?: string): string => entriesAddress({ measure: pool.measureId ?? undefined, period: pool.period, unit: pool.unit, codes, initiative })
  return (
    <Card title={`${pool.measure}, ${pool.period}`} note={`${unitWords(pool.unit)}${pool.grade ? `; measured with grade ${pool.grade}` : ''}`}>
      {pool.movement.status === 'ok' && (pool.movement.value === '0' ? <p className="quiet">It did not move, so nothing of it can be claimed.</p> : <Filling pool={pool} text={text} />)}
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(130px,1fr))] gap-x-4 gap-y-3 pt-2">
        <Figure term="Measured" address={under('S20')} words={metricCell(pool.movement, text)} strong />
        <div><dt className="text-label"><a className="inline-block leading-6 text-ink-2" href={under('R10,R20,R30,C20,M30')}>Attributed</a></dt><dd className="figures pt-1"><WhyFigure why={explanationFromWire(pool.attributed.why)}>{metricCell(pool.attributed.metric, text)}</WhyFigure></dd></div>
        <Figure term="Left to claim" address={under('M10')} words={moved ? text(pool.left) : '–'} />
        <Figure term="Unattributed" address={under('M20')} words={moved ? text(pool.unattributed) : '–'} />
      </dl>
      {pool.change && <Change change={pool.change} unit={pool.unit} />}
      {!pool.closes && <p className="pt-2 text-bad-text">These figures do not add up to what was measured.</p>}
      {pool.claims.length > 0 && (
        <div className="-mx-4 pt-4"><Table
          caption={`Claims on ${pool.measure}, ${pool.period}`}
          rows={pool.claims}
          rowKey={({ initiativeId }) => initiativeId}
          columns={[
            { key: 'initiative', label: 'Initiative', cell: ({ initiativeId, initiative }) => <a className="text-ink" href={under('R10,R20,R30,C20', initiativeId)}>{initiative}</a> },
            { key: 'amount', label: 'Claimed', numeric: true, cell: ({ amount }) => text(amount) },
            { key: 'share', label: 'Share agreed', numeric: true, cell: ({ share }) => (share === null ? '–' : text(share)) },
          ]}
        /></div>
      )}
      {pool.refused.length > 0 && <Refused pool={pool} text={text} />}
    </Card>
  )
}

const changeTerms = { rate: 'How much better', volume: 'Volume', price: 'Value of a unit' } as const

/** Why it moved more or less than in the measured period before: parts that sum to the difference, or why they cannot be told. */
function Change({ change: { since, total, parts }, unit }: { readonly change: NonNullable<Reconciliation['change']>; readonly unit: string }) {
  const format = useFormat()
  const signed = (amount: string): string => changeWords(amount, unit, format)
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 pt-3">
      <span className="text-label text-ink-2">{`Against ${since}`}</span>
      <span className="figures"><WhyFigure why={explanationFromWire(total.why)}>{metricCell(total.metric, signed)}</WhyFigure></span>
      {parts.length > 0 && <span className="quiet">made of</span>}
      {parts.map(({ key, amount, why }) => <span key={key} className="inline-flex items-baseline gap-1"><span className="quiet">{changeTerms[key]}</span><span className="figures"><WhyFigure why={explanationFromWire(why)}>{signed(amount)}</WhyFigure></span></span>)}
      {total.metric.status !== 'ok' && <span className="quiet">{describeMetric(total.metric)}</span>}
    </p>
  )
}

/** A figure whose name leads to the entries under it. */
const Figure = ({ term, address, words, strong = false }: { readonly term: string; readonly address: string; readonly words: string; readonly strong?: boolean }) => (
  <div><dt className="text-label"><a className="inline-block leading-6 text-ink-2" href={address}>{term}</a></dt><dd className={strong ? 'figures pt-1 font-semibold' : 'figures pt-1'}>{words}</dd></div>
)

type Part = { readonly key: string; readonly label: string; readonly amount: string; readonly fill: string }

/** The pool filling up: claims from the left, what nobody has hatched to its right edge, which is what was measured. */
function Filling({ pool, text }: { readonly pool: Reconciliation; text(amount: string): string }) {
  const hatch = useId()
  const parts: readonly Part[] = [
    ...pool.claims.map(({ initiativeId, initiative, amount }, at) => ({ key: initiativeId, label: initiative, amount, fill: at < 6 ? `var(--chart-${at + 1})` : 'var(--chart-rest)' })),
    { key: 'below', label: 'Drawn by measures below', amount: pool.drawnBelow, fill: 'var(--chart-rest)' },
    { key: 'nobody', label: 'Unattributed', amount: pool.unattributed, fill: `url(#${hatch})` },
  ].filter(({ amount }) => amount !== '0')
  const whole = Math.abs(pool.movement.status === 'ok' ? Number(pool.movement.value) : 0)
  const places = parts.map((part, at) => ({ ...part, from: parts.slice(0, at).reduce((sum, { amount }) => sum + Math.abs(Number(amount)), 0), size: Math.abs(Number(part.amount)) }))
  const at = (amount: number): number => (whole === 0 ? 0 : (amount / whole) * 1000)
  return (
    <figure className="grid gap-2">
      <svg viewBox="0 0 1000 28" preserveAspectRatio="none" className="h-7 w-full" role="img" aria-label={`Of what was measured: ${places.map(({ label, amount }) => `${label} ${text(amount)}`).join(', ') || 'nothing is claimed'}; ${text(pool.left)} left`}>
        <defs><pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" className="hatch-ground" /><line x1="0" y1="0" x2="0" y2="8" className="hatch-line" /></pattern></defs>
        <rect x="0" y="0" width="1000" height="28" fill="var(--sunken)" />
        {places.map(({ key, label, amount, fill, from, size }) => <rect key={key} x={at(from) + 1} y="0" width={Math.max(at(size) - 2, 1)} height="28" fill={fill}><title>{`${label}: ${text(amount)}`}</title></rect>)}
      </svg>
      <figcaption className="chart-legend">
        {places.map(({ key, label, fill }) => <span key={key} className="legend-item"><svg viewBox="0 0 10 10" className="size-2.5" aria-hidden="true"><rect width="10" height="10" fill={fill} /></svg>{label}</span>)}
        <span className="legend-item"><svg viewBox="0 0 10 10" className="size-2.5" aria-hidden="true"><rect x="0.5" y="0.5" width="9" height="9" fill="var(--sunken)" stroke="var(--border-strong)" /></svg>Left to claim</span>
      </figcaption>
    </figure>
  )
}

const Refused = ({ pool, text }: { readonly pool: Reconciliation; text(amount: string): string }) => {
  const format = useFormat()
  return (
    <div className="-mx-4 grid gap-1 pt-4"><h3 className="px-4 text-label font-semibold text-ink-2">Claims that were refused</h3><Table
      caption="Claims that were refused"
      rows={pool.refused}
      rowKey={({ at, benefit, asked }) => `${at} ${benefit} ${asked}`}
      columns={[
        { key: 'benefit', label: 'Benefit', cell: ({ benefit }) => benefit },
        { key: 'asked', label: 'Asked', numeric: true, cell: ({ asked }) => text(asked) },
        { key: 'rule', label: 'Rule', cell: ({ code }) => ruleWords(code) },
        { key: 'by', label: 'By', cell: ({ by, at }) => <span className="figures">{by}, {format.instant(at)}</span> },
      ]}
    /></div>
  )
}
