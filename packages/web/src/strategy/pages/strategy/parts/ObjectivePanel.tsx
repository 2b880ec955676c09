import type { Contribution, Measure, MeasureActual, Objective, Strategy } from '@throughline/contract/strategy'
import { Pencil, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { milestonesPlace } from '../../../../delivery/index.ts'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { Chip, SourceBadge } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { measurePlaces } from '../../../measure-words.ts'
import { ourReading } from '../../../words.ts'
import { Contributions } from './Contributions.tsx'
import { MeasureItem } from './MeasureItem.tsx'
import { horizonPlaces } from '../../../horizon-places.ts'

export type PanelProps = {
  readonly strategy: Strategy
  readonly objective: Objective
  readonly canEdit: boolean
  /** The way to what is said about it. */
  readonly discuss?: ReactNode
  /** What it was read from, and whether that was confirmed. */
  readonly reading?: ReactNode
  /** What the value ledger has under it. */
  readonly ledger?: ReactNode
  /** What it rests on. */
  readonly assumptions?: ReactNode
  /** What of it is to be reached by a day. */
  readonly milestones?: ReactNode
  /** Left out where the frame around it closes it. */
  onClose?(): void
  onEdit(): void
  onAddMeasure(): void
  onEditMeasure(measure: Measure): void
  onRecord(measure: Measure): void
  onWithdraw(measure: Measure, actual: MeasureActual): void
  onAddContribution(): void
  onEditContribution(contribution: Contribution): void
}

/** Everything about one objective: what it says and where it comes from, how it is measured, what serves it. */
export function ObjectivePanel(props: PanelProps) {
  const { strategy, objective, canEdit } = props
  const measures = strategy.measures.filter(({ objectiveId, alsoOf }) => objectiveId === objective.id || alsoOf.some((link) => link.objectiveId === objective.id))
  const contributions = strategy.contributions.filter(({ objectiveId }) => objectiveId === objective.id)
  return (
    <div className="grid gap-5">
      <div className="flex items-start gap-2">
        <h2 className="grow">{objective.statement}</h2>
        {props.discuss}
        {canEdit && <IconButton label="Change the objective" icon={<Pencil aria-hidden="true" />} onClick={props.onEdit} />}
        {props.onClose && <IconButton label="Close the objective" icon={<X aria-hidden="true" />} onClick={props.onClose} />}
      </div>
      <Facts objective={objective} />
      <p className="flex flex-wrap gap-x-4"><a href={places.sight('objective', objective.id)}>Line of sight</a><a href={measurePlaces.fitting(objective.id)}>Measures that fit</a></p>
      {props.reading}
      {objective.description && <p className="whitespace-pre-line text-ink-2">{objective.description}</p>}
      <Citations objective={objective} />
      <Section title="Measures" act={canEdit && <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={props.onAddMeasure}>Add</Button>}>
        {measures.length === 0 && <p className="quiet">Nothing measures this objective yet, so it can never be said to be reached.</p>}
        <ul className="grid gap-4">
          {measures.map((measure) => (
            <MeasureItem key={measure.id} measure={measure} canEdit={canEdit} onEdit={() => props.onEditMeasure(measure)} onRecord={() => props.onRecord(measure)} onWithdraw={(actual) => props.onWithdraw(measure, actual)} />
          ))}
        </ul>
      </Section>
      {props.assumptions && <Section title="Assumptions" act={<a className="leading-6" href={horizonPlaces.view('assumptions')}>All assumptions</a>}>{props.assumptions}</Section>}
      {props.milestones && <Section title="Strategic milestones" act={<a className="leading-6" href={milestonesPlace}>All milestones</a>}>{props.milestones}</Section>}
      {props.ledger && <Section title="In the value ledger" act={false}>{props.ledger}</Section>}
      <Section title="Initiatives that serve it" act={canEdit && <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={props.onAddContribution}>Add</Button>}>
        <Contributions contributions={contributions} canEdit={canEdit} onEdit={props.onEditContribution} />
      </Section>
    </div>
  )
}

const Section = ({ title, act, children }: { readonly title: string; readonly act: ReactNode; readonly children: ReactNode }) => (
  <section aria-label={title} className="border-t border-border pt-3">
    <div className="mb-2 flex min-h-8 items-center justify-between gap-2">
      <h3>{title}</h3>
      {act}
    </div>
    {children}
  </section>
)

function Facts({ objective }: { readonly objective: Objective }) {
  const format = useFormat()
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 [&_dt]:text-ink-3">
      <dt>Weight</dt>
      <dd className="figures">{format.weight(objective.weight)} {objective.mandatory && <Chip>Mandatory</Chip>}</dd>
      <dt>Owner</dt>
      <dd>{objective.owner ?? <span className="quiet">Nobody yet</span>}</dd>
      <dt>Deadline</dt>
      <dd className="figures">{objective.deadline ? format.date(objective.deadline) : <span className="quiet">None</span>}</dd>
      <dt>Attained</dt>
      <dd className="figures"><WhyFigure why={explanationFromWire(objective.attainment.why)}>{metricCell(objective.attainment.metric, (share) => format.percent(share))}</WhyFigure></dd>
      <dt>Cost</dt>
      <dd className="figures"><WhyFigure why={explanationFromWire(objective.cost.why)}>{format.moneyCell(objective.cost.metric)}</WhyFigure> <span className="quiet">of what serves it, each counted whole</span></dd>
      <dt>Benefits</dt>
      <dd className="figures"><WhyFigure why={explanationFromWire(objective.benefits.why)}>{format.moneyCell(objective.benefits.metric)}</WhyFigure></dd>
    </dl>
  )
}

function Citations({ objective }: { readonly objective: Objective }) {
  if (objective.citations.length === 0 && objective.origin === 'entered') return null
  return (
    <div className="grid gap-1 text-label">
      {objective.origin === 'our_reading' && <span><SourceBadge kind="derived" /> <span className="text-ink-2">{ourReading}</span></span>}
      <ul aria-label="Citations" className="grid gap-0.5">
        {objective.citations.map(({ label, url }) => (
          <li key={label}>{url ? <a href={url} target="_blank" rel="noreferrer">{label}</a> : label}</li>
        ))}
      </ul>
    </div>
  )
}
