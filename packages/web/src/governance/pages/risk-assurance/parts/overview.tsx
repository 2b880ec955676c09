import type { AssuredRegister, OpinionClass, RiskAssurance, RiskRules } from '@throughline/contract/governance'
import { opinionClasses } from '@throughline/engine/governance'
import type { ReactNode } from 'react'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { classLooks } from '../words.ts'

/** Rows of a page. */
export const pageRows = 50
export type AssuranceFilter = { readonly class: OpinionClass | undefined; readonly search: string; readonly from: number }

/** How many registers came to each class. */
export function Classes({ classes, without }: Pick<RiskAssurance, 'classes' | 'without'>) {
  const format = useFormat()
  const count = (of: OpinionClass | null): string => format.number(classes.find((one) => one.class === of)?.registers ?? 0, 0)
  return (
    <FigureStrip label="Registers by the assurance that they give, by rule">
      {opinionClasses.map((one) => <Figure key={one} label={one === 'none' ? 'No assurance' : `${classLooks[one].word} assurance`} value={count(one)} comparison={{ words: classLooks[one].about }} />)}
      <Figure label="No register" value={format.number(without, 0)} comparison={{ words: count(null) === '0' ? 'running initiatives' : `running initiatives; ${count(null)} more have no risk in it` }} />
    </FigureStrip>
  )
}

/** Running initiatives with a register, the gravest first. */
export function RegistersTable({ found: { registers, total, from }, filter, onFilter, onOpen }: { readonly found: RiskAssurance; readonly filter: AssuranceFilter; onFilter(filter: AssuranceFilter): void; onOpen(id: string): void }) {
  const format = useFormat()
  return (
    <Card title="Registers" note="Running initiatives, the gravest first.">
      <div className="grid gap-3">
        <div className="no-print flex flex-wrap items-end gap-3" role="search" aria-label="Narrow the registers down">
          <TextField label="Find an initiative" type="search" value={filter.search} onChange={(search) => onFilter({ ...filter, search, from: 0 })} />
          <Select label="Assurance" value={filter.class ?? ''} options={[{ value: '', label: 'Any' }, ...opinionClasses.map((value) => ({ value, label: classLooks[value].word }))]} onChange={(value) => onFilter({ ...filter, class: opinionClasses.find((one) => one === value), from: 0 })} />
        </div>
        <Table<AssuredRegister>
          caption="Registers with the assurance that they give, the gravest first" rows={registers} rowKey={({ initiative }) => initiative.id} empty="Nothing is like that."
          columns={[
            { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <button type="button" className="min-w-56 py-1 text-left text-accent hover:underline" onClick={() => onOpen(initiative.id)}>{initiative.name}</button> },
            { key: 'opinion', label: 'Assurance by rule', cell: ({ opinion: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? <StatusMark quiet {...classLooks[metric.value]} /> : metricCell(metric, String)}</WhyFigure> },
            { key: 'high', label: 'High', numeric: true, cell: ({ counts }) => format.number(counts.high, 0) },
            { key: 'medium', label: 'Medium', numeric: true, cell: ({ counts }) => format.number(counts.medium, 0) },
            { key: 'low', label: 'Low', numeric: true, cell: ({ counts }) => format.number(counts.low, 0) },
            { key: 'open', label: 'Open risks', numeric: true, cell: ({ open }) => format.number(open, 0) },
            { key: 'issued', label: 'Opinion given', cell: ({ issued }) => (issued ? <span className="whitespace-nowrap"><StatusMark quiet {...classLooks[issued.class]} /><span className="quiet block">{issued.by}, {format.date(issued.on)}</span></span> : <span className="quiet">None</span>) },
          ]}
        />
        <Pager what="registers" total={total} from={from} shown={registers.length} size={pageRows} onFrom={(next) => onFilter({ ...filter, from: next })} />
      </div>
    </Card>
  )
}

/** Whether issues had been foreseen, and whether what was thought likely came. */
export function Observed({ title, found: { foresight, threats, opportunities }, children }: { readonly title: string; readonly found: Pick<RiskAssurance, 'foresight' | 'threats' | 'opportunities'>; readonly children?: ReactNode }) {
  const format = useFormat()
  const verdicts = { understated: 'more than was thought likely', overstated: 'fewer than was thought likely', in_line: 'in line with what was stated' } as const
  const calibrated = (label: string, { share, over, occurred, stated, verdict }: RiskAssurance['threats']) => (
    <Figure label={label} value={share.metric.status === 'ok' ? format.percent(share.metric.value, 0) : null} absent={metricCell(share.metric, String)} why={explanationFromWire(share.why)} comparison={{ words: stated === null ? `${format.count(over, 'is over', 'are over')}: too few` : `${format.number(occurred, 0)} of ${format.number(over, 0)}; ${format.percent(stated, 0)} stated, ${verdicts[verdict ?? 'in_line']}` }} />
  )
  return (
    <>
      <FigureStrip label={title}>
        <Figure label="Issues that had been recorded as a risk" value={foresight.share.metric.status === 'ok' ? format.percent(foresight.share.metric.value, 0) : null} absent={metricCell(foresight.share.metric, String)} why={explanationFromWire(foresight.share.why)} comparison={{ words: `${format.number(foresight.foreseen, 0)} of ${format.number(foresight.said, 0)}${foresight.unsaid > 0 ? `; of ${format.number(foresight.unsaid, 0)} nobody has said it` : ''}` }} />
        {calibrated('Threats that occurred', threats)}
        {calibrated('Opportunities that occurred', opportunities)}
      </FigureStrip>
      {children}
    </>
  )
}

/** What is asked of every register. */
export function Rules({ rules, onAgree }: { readonly rules: RiskRules; readonly onAgree: (() => void) | undefined }) {
  return (
    <Card title="What is asked" note={rules.version === null ? 'The usual: nobody has agreed on anything else.' : 'As agreed.'} actions={onAgree && <Button onClick={onAgree}>Agree on rules</Button>}>
      <p>A risk that may come within {rules.nearDays} days is reviewed every {rules.nearReviewDays} days; others every {rules.fullReviewDays} days where their initiative is of the full tier, every {rules.lowReviewDays} where it is of the low one. An estimate is stale after {rules.staleReviews} reviews that changed nothing once its day has passed. Patterns are looked for from {rules.leastPattern} estimates or issues on, and probabilities held against what came from {rules.leastOver} risks that are over.</p>
    </Card>
  )
}
