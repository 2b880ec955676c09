import type { FieldRef, Scenario, ScenarioRows } from '@throughline/contract/portfolio'
import { pairId } from '@throughline/engine/portfolio'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { ProblemNote, useSending } from '../../../../wire/index.ts'
import type { OverlayActs } from './overlay-acts.ts'

const AddDependency = lazy(() => import('./AddTie.tsx').then(({ AddDependency }) => ({ default: AddDependency })))
const AddExclusion = lazy(() => import('./AddTie.tsx').then(({ AddExclusion }) => ({ default: AddExclusion })))

type TiesProps = { readonly scenario: Pick<Scenario, 'overlay'>; readonly read: ScenarioRows; readonly canEdit: boolean; readonly acts: OverlayActs }
type Tie = { readonly key: string; readonly words: string; readonly kind: 'dependency' | 'exclusion'; readonly id: string; /** What the scenario sets of it; empty where it is as in the plan. */ readonly mine: readonly FieldRef[] }

/** What needs what, and what excludes one another, as the scenario has it. */
export function Ties({ scenario, read, canEdit, acts }: TiesProps) {
  const [asking, setAsking] = useState<'dependency' | 'exclusion'>()
  const setOf = Map.groupBy(scenario.overlay.map(({ kind, id, field }): FieldRef => ({ kind, id, field })), ({ kind, id }) => `${kind} ${id}`)
  const ties: readonly Tie[] = [
    ...read.dependencies.map(({ fromId, toId, name }): Tie => ({ key: `d ${fromId} ${toId}`, words: name, kind: 'dependency', id: pairId(fromId, toId), mine: setOf.get(`dependency ${pairId(fromId, toId)}`) ?? [] })),
    ...read.exclusions.map(({ id, name, members }): Tie => ({ key: `e ${id}`, words: `${name}: at most one of ${members.join(', ')}`, kind: 'exclusion', id, mine: setOf.get(`exclusion ${id}`) ?? [] })),
  ]
  const onClose = () => setAsking(undefined)
  return (
    <Card
      title="Dependencies and exclusions"
      note="What needs what, and what excludes one another"
      flush
      actions={canEdit && <><Button onClick={() => setAsking('dependency')}>Add a dependency</Button><Button onClick={() => setAsking('exclusion')}>Add an exclusion</Button></>}
    >
      <Table
        caption="Dependencies and exclusions in the scenario"
        rows={ties}
        rowKey={({ key }) => key}
        empty="No initiative needs or excludes another."
        maxHeight={360}
        columns={[
          { key: 'words', label: 'Tie', cell: ({ words }) => words },
          { key: 'mine', label: 'In this scenario', cell: ({ mine }) => (mine.length > 0 ? 'Changed' : <span className="quiet">As in the plan</span>) },
          ...(canEdit ? [{ key: 'remove', label: 'Remove', cell: (tie: Tie) => <Remove tie={tie} acts={acts} /> }] : []),
        ]}
      />
      <Suspense>
        {asking === 'dependency' && <AddDependency read={read} onSet={acts.onSet} onClose={onClose} />}
        {asking === 'exclusion' && <AddExclusion read={read} onAdd={acts.onAdd} onClose={onClose} />}
      </Suspense>
    </Card>
  )
}

function Remove({ tie: { kind, id, words, mine }, acts }: { readonly tie: Tie; readonly acts: OverlayActs }) {
  const { busy, problem, send } = useSending(() => (mine.length > 0 ? acts.onReset(mine) : acts.onSet([{ kind, id, field: 'exists', value: false }])))
  return <><Button kind="link" busy={busy} onClick={() => void send()}>{mine.length > 0 ? 'Take back' : 'Remove'}<span className="visually-hidden">: {words}</span></Button><ProblemNote problem={problem} /></>
}
