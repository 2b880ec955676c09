import type { ComparedField, ComparedPlan, Comparison, ScenarioItem } from '@throughline/contract/portfolio'
import { Printer } from 'lucide-react'
import { explanationFromWire, metricText, places, useFormat } from '../../../format/index.ts'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Chip } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { DepartmentColumns } from '../../parts/plans/DepartmentColumns.tsx'
import { ObjectiveColumns } from '../../parts/plans/ObjectiveColumns.tsx'
import { PlanColumns, type PlanColumn } from '../../parts/plans/PlanColumns.tsx'
import { PlanYears } from '../../parts/plans/PlanYears.tsx'
import { usePlanWords } from '../../parts/plans/field-names.tsx'
import { SumsNote } from '../../parts/plans/SumsNote.tsx'
import { subjectWords } from '../../parts/plans/words.ts'

export type CompareProps = {
  /** undefined where fewer than two plans are chosen. */
  readonly comparison: Reading<Comparison> | undefined
  readonly scenarios: readonly ScenarioItem[]
  /** Ids of the plans in their order. */
  readonly chosen: readonly string[]
  readonly unitName: (id: string) => string
  onChoose(ids: readonly string[]): void
  onPrint(): void
}

/** Two to four plans side by side: what they come to, what they serve, and everything in which they differ. */
export function ComparePage(props: CompareProps) {
  const { comparison, onPrint } = props
  return (
    <PageFrame title="Compare plans" note="Differences are from the first plan" actions={comparison?.state === 'full' && <Button icon={<Printer aria-hidden="true" />} onClick={onPrint}>Print</Button>}>
      <Breadcrumb crumbs={[{ label: 'Scenarios', link: <a href={places.scenarios}>Scenarios</a> }, { label: 'Compare' }]} />
      <Chooser {...props} />
      {comparison ? <Shown reading={comparison} what="the comparison" lines={10}>{(found) => <Whole found={found} unitName={props.unitName} />}</Shown> : <EmptyState title="Choose two plans or more">The plan of record is one of them; scenarios are the others.</EmptyState>}
    </PageFrame>
  )
}

/** At most this many stand side by side. */
const most = 4

function Chooser({ scenarios, chosen, onChoose }: CompareProps) {
  const named = (id: string): string => (id === 'plan' ? 'The plan of record' : id.startsWith('plan@') ? 'The plan as it was known' : (scenarios.find((one) => one.id === id)?.name ?? 'A scenario'))
  const free = [{ value: 'plan', label: 'The plan of record' }, ...scenarios.map(({ id, name }) => ({ value: id, label: name }))].filter(({ value }) => !chosen.includes(value))
  return (
    <div className="no-print flex flex-wrap items-end gap-2">
      {chosen.map((id) => (
        <Chip key={id} removeLabel={`Leave out ${named(id)}`} onRemove={() => onChoose(chosen.filter((one) => one !== id))}>{named(id)}</Chip>
      ))}
      {chosen.length < most && free.length > 0 && <Select label="Add a plan" options={[{ value: '', label: 'Choose…' }, ...free]} value="" onChange={(id) => id !== '' && onChoose([...chosen, id])} />}
    </div>
  )
}

function Whole({ found, unitName }: { readonly found: Comparison; unitName(id: string): string }) {
  const plans: readonly PlanColumn[] = found.plans.map(({ id, name, figures }) => ({ key: id, name, figures }))
  return (
    <>
      <SumsNote plans={plans} />
      <Card title="Money and value" note="Funded work: approved, active or closing" flush><PlanColumns plans={plans} caption="Figures of each plan" /></Card>
      <Changes plans={found.plans} />
      <PlanYears plans={plans} currency={found.currency} />
      <div className={`grid items-start gap-4 ${plans.length > 2 ? '' : 'xl:grid-cols-2'}`}>
        <Card title="Objectives" note="Weight, and how much funded work serves it" flush><ObjectiveColumns plans={plans} /></Card>
        <Card title="Departments" note="Cost of funded work" flush><DepartmentColumns plans={plans} /></Card>
      </div>
      <Fields found={found} unitName={unitName} />
    </>
  )
}

function Changes({ plans }: { readonly plans: readonly ComparedPlan[] }) {
  const format = useFormat()
  const [first, ...others] = plans
  if (!first) return null
  return (
    <Card title={`Against ${first.name}`} note="Each opens what it is made of; the parts sum exactly" flush>
      <Table
        caption={`Differences from ${first.name}`}
        rows={others}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: 'Plan', cell: ({ name }) => name },
          { key: 'cost', label: 'Cost', numeric: true, cell: ({ change }) => <WhyFigure why={explanationFromWire(change.cost.why)}>{metricText(change.cost.metric, (amount) => format.moneyChange(amount))}</WhyFigure> },
          { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ change }) => <WhyFigure why={explanationFromWire(change.benefits.why)}>{metricText(change.benefits.metric, (amount) => format.moneyChange(amount))}</WhyFigure> },
          { key: 'funded', label: 'Funded', numeric: true, cell: ({ figures }) => format.signed(figures.funded - first.figures.funded, 0) },
        ]}
      />
    </Card>
  )
}

function Fields({ found, unitName }: { readonly found: Comparison; unitName(id: string): string }) {
  const format = useFormat()
  const { fieldWord, valueWord } = usePlanWords({ currency: found.currency, unitName })
  const words = (field: string, value: ComparedField['values'][number]) => (field === 'exists' ? (value === true ? 'in' : 'not in') : valueWord(field, value))
  return (
    <Card title="Everything in which they differ" note={format.count(found.fields.length, 'field', 'fields')} flush>
      <Table
        caption="Differences by field"
        rows={found.fields}
        rowKey={({ kind, id, field }) => `${kind} ${id} ${field}`}
        empty="They do not differ."
        columns={[
          { key: 'name', label: 'What', cell: ({ name, kind }) => <>{name} <span className="quiet">{kind === 'initiative' ? '' : subjectWords[kind].toLowerCase()}</span></> },
          { key: 'field', label: 'Field', cell: ({ field }) => fieldWord(field) },
          ...found.plans.map(({ id, name }, index) => ({ key: id, label: name, cell: ({ field, values }: ComparedField) => <Differs value={words(field, values[index] ?? null)} first={words(field, values[0] ?? null)} /> })),
        ]}
      />
    </Card>
  )
}

const Differs = ({ value, first }: { readonly value: string; readonly first: string }) => (value === first ? <>{value}</> : <strong className="font-semibold">{value}</strong>)
