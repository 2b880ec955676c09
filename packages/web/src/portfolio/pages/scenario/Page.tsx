import type { InitiativeRow } from '@throughline/contract/demand'
import type { Scenario, SelectionCase } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Pencil, SlidersHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { Breadcrumb } from '../../../ui/controls/Breadcrumb.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { PartialState } from '../../../ui/states/states.tsx'
import { FormDialog, Shown, type Reading } from '../../../wire/index.ts'
import { ConstraintList } from '../../parts/ConstraintList.tsx'
import { ProofMark, StaleMark } from '../../parts/proof.tsx'
import { valueWords } from '../../words.ts'
import { ChosenList } from './parts/ChosenList.tsx'
import { EditScenario } from './parts/EditScenario.tsx'
import { ScenarioFigures } from './parts/ScenarioFigures.tsx'

type Sent = Promise<Result<unknown, Problem>>
export type ScenarioProps = {
  readonly scenario: Reading<Scenario>
  /** For names and figures of today; the scenario shows without them. */
  readonly case: SelectionCase | undefined
  readonly rows: readonly InitiativeRow[] | undefined
  readonly canEdit: boolean
  onChange(change: { readonly name: string; readonly note: string }): Sent
  onRemove(): Sent
}

/** One saved portfolio: what it is worth and costs, what it had to keep, and what is in it. */
export function ScenarioPage(props: ScenarioProps) {
  const [asking, setAsking] = useState<'edit' | 'remove'>()
  const { scenario, canEdit, onChange, onRemove } = props
  const value = scenario.state === 'full' ? scenario.value : undefined
  const format = useFormat()
  return (
    <PageFrame
      title={value?.name ?? 'Scenario'}
      note={value && `Maximises ${valueWords[value.value].name.toLowerCase()}. Saved by ${value.createdBy}, ${format.instant(value.createdAt)}${value.publication ? `, as of ${value.publication.title}` : ''}.`}
      actions={
        value && (
          <>
            {canEdit && <Button icon={<Trash2 aria-hidden="true" />} onClick={() => setAsking('remove')}>Remove</Button>}
            {canEdit && <Button icon={<Pencil aria-hidden="true" />} onClick={() => setAsking('edit')}>Rename</Button>}
            <a className="button" data-kind="primary" href={`${places.select}?scenario=${encodeURIComponent(value.id)}`}><SlidersHorizontal aria-hidden="true" />Open in Select</a>
          </>
        )
      }
    >
      <Breadcrumb crumbs={[{ label: 'Scenarios', link: <a href={places.scenarios}>Scenarios</a> }, { label: value?.name ?? 'Scenario' }]} />
      <Shown reading={scenario} what="the scenario" lines={8}>{(found) => <Whole {...props} found={found} />}</Shown>
      {value && asking === 'edit' && <EditScenario scenario={value} onChange={onChange} onClose={() => setAsking(undefined)} />}
      {value && asking === 'remove' && (
        <FormDialog title={`Remove ${value.name}?`} act="Remove scenario" tone="danger" onSubmit={onRemove} onClose={() => setAsking(undefined)}>
          <p>The portfolio itself does not change. The history keeps that the scenario existed.</p>
        </FormDialog>
      )}
    </PageFrame>
  )
}

function Whole({ found, rows, case: of }: ScenarioProps & { readonly found: Scenario }) {
  const names = new Map([...(of?.input.candidates ?? []), ...found.chosen].map(({ id, name }) => [id, name]))
  const departments = new Map(of?.departments.map(({ id, name }) => [id, name]))
  return (
    <>
      {found.stale && <PartialState message="The portfolio has moved since this was computed: figures, ties or candidates differ today. What stands here is as it was saved." actions={<a href={`${places.select}?scenario=${encodeURIComponent(found.id)}`}>Solve it anew</a>} />}
      <ScenarioFigures scenario={found} rows={rows} />
      <div className="flex flex-wrap gap-3"><ProofMark of={found} quiet={false} /><StaleMark stale={found.stale} quiet={false} /></div>
      {found.note && <Card title="Note"><p className="max-w-3xl whitespace-pre-wrap">{found.note}</p></Card>}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <ChosenList chosen={found.chosen} rows={rows} />
        <Card title="What it had to keep"><ConstraintList constraints={found.constraints} currency={found.totalCost.currency} nameOf={(id) => names.get(id) ?? 'An initiative that was removed'} departmentOf={(id) => departments.get(id) ?? 'A department'} /></Card>
      </div>
    </>
  )
}
