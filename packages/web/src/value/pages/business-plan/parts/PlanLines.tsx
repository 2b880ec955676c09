import { planPartFromWire, type FreeBenefit, type PlanLine, type PlanPart } from '@throughline/contract/value'
import { explainPlanPart, type PlanStage, type PlanSums } from '@throughline/engine/value'
import { useState } from 'react'
import { metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { amountWords, classedWords, unitWords } from '../../../amounts.ts'
import { entriesAddress } from '../../../ledger-address.ts'
import { apartText, daysText, kindWord, planWords, standings } from '../words.ts'

export type PlanLinesProps = {
  readonly lines: readonly PlanLine[]
  readonly stage: PlanStage
  /** Back to all lines, where a link led to one. */
  readonly onAll: (() => void) | undefined
  readonly onChange: ((line: PlanLine) => void) | undefined
  readonly onRemove: ((line: PlanLine) => void) | undefined
  readonly onLink: ((benefit: FreeBenefit, from: PlanLine) => void) | undefined
}

/** Lines shown at first, and periods of each: a plan of hundreds draws at once, and the others are one press away. */
const [linesAtFirst, periodsAtFirst] = [25, 24]

/** A card for each line: its periods, the benefits behind it, the objectives that it is about, and what is not added up. */
export function PlanLines({ lines, stage, onAll, onChange, onRemove, onLink }: PlanLinesProps) {
  const format = useFormat()
  const [most, setMost] = useState(linesAtFirst)
  return (
    <>
      {onAll && <div className="flex flex-wrap items-baseline gap-3">{lines.length === 0 && <p className="quiet">{planWords.noSuchLine}</p>}<Button kind="link" onClick={onAll}>Show all lines</Button></div>}
      {lines.slice(0, most).map((line) => (
        <Card
          key={line.id} flush title={line.name} note={[kindWord(line.kind), unitWords(line.unit), line.department, line.note].filter(Boolean).join(', ')}
          actions={<>{onChange && <Button kind="quiet" aria-label={`Change ${line.name}`} onClick={() => onChange(line)}>Change</Button>}{onRemove && <Button kind="quiet" aria-label={`Remove ${line.name}`} onClick={() => onRemove(line)}>Remove</Button>}</>}
        >
          <Parts {...{ line, stage }} />
          <div className="grid gap-2 p-4">
            {line.objectives.length > 0 && <p>About {line.objectives.map(({ id, statement }, at) => <span key={id}>{at > 0 && ', '}<a href={places.objective(id)}>{statement}</a></span>)}</p>}
            {line.benefits.length === 0 ? <p className="quiet">No benefit is linked.</p> : (
              <ul className="grid gap-1" aria-label={`Benefits that deliver ${line.name}`}>
                {line.benefits.map((benefit) => (
                  <li key={benefit.benefitId} className="flex flex-wrap items-baseline gap-x-3">
                    <a href={entriesAddress({ benefit: benefit.benefitId })}>{benefit.benefit}</a>
                    <span className="quiet">{[benefit.initiative, `linked by ${benefit.by}`, benefit.reason].filter(Boolean).join(', ')}</span>
                    {onLink && <Button kind="quiet" aria-label={`Link elsewhere: ${benefit.benefit}`} onClick={() => onLink(benefit, line)}>Link elsewhere</Button>}
                  </li>
                ))}
              </ul>
            )}
            {line.apart.length > 0 && (
              <ul className="grid gap-1" aria-label={`Not added up for ${line.name}`}>
                {line.apart.map((one) => <li key={`${one.benefitId} ${one.from} ${one.unit}`}><StatusMark quiet tone="warn" word={`Not added up: ${apartText(one, (amount, unit) => classedWords(amount, unit, format), format)}`} /></li>)}
              </ul>
            )}
          </div>
        </Card>
      ))}
      {lines.length > most && <div><Button onClick={() => setMost(lines.length)}>{`Show ${format.count(lines.length - most, 'more line', 'more lines')}`}</Button></div>}
    </>
  )
}

function Parts({ line, stage }: { readonly line: PlanLine; readonly stage: PlanStage }) {
  const format = useFormat()
  const [most, setMost] = useState(periodsAtFirst)
  const words = (amount: string) => amountWords(amount, line.unit, format)
  const why = (part: PlanPart, key: keyof PlanSums) => ({ term: line.name, tell: () => explainPlanPart(line, planPartFromWire(part), stage)[key] })
  const figure = (part: PlanPart, key: Exclude<keyof PlanSums, 'coverage'>) => <WhyFigure why={why(part, key)}>{metricCell(part[key], words)}</WhyFigure>
  return (
    <>
      <Table<PlanPart>
        caption={`${line.name} by period`} rows={line.parts.slice(0, most)} rowKey={({ from }) => from}
        columns={[
          { key: 'period', label: 'Period', cell: (part) => daysText(part, format) },
          { key: 'standing', label: 'Standing', cell: ({ standing }) => <StatusMark quiet {...standings[standing]} /> },
          { key: 'plan', label: 'Baseline to planned', numeric: true, cell: ({ baseline, planned }) => `${baseline === null ? 'none' : words(baseline)} → ${words(planned)}` },
          { key: 'ambition', label: 'Plan ambition', numeric: true, cell: (part) => figure(part, 'ambition') },
          { key: 'claimed', label: 'Benefits', numeric: true, cell: (part) => figure(part, 'claimed') },
          { key: 'covered', label: 'Covered', numeric: true, cell: (part) => figure(part, 'covered') },
          { key: 'uncovered', label: 'No delivery vehicle', numeric: true, cell: (part) => figure(part, 'uncovered') },
          { key: 'over', label: 'Beyond the plan', numeric: true, cell: (part) => figure(part, 'over') },
          { key: 'coverage', label: 'Coverage', numeric: true, cell: (part) => <WhyFigure why={why(part, 'coverage')}>{metricCell(part.coverage, (value) => format.percent(value))}</WhyFigure> },
        ]}
      />
      {line.parts.length > most && <div className="px-4 pt-2"><Button kind="quiet" aria-label={`Show all ${line.parts.length} periods of ${line.name}`} onClick={() => setMost(line.parts.length)}>{`Show all ${line.parts.length} periods`}</Button></div>}
    </>
  )
}
