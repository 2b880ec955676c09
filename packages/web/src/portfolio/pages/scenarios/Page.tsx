import { withheldWord } from '../../parts/plans/words.ts'
import type { ScenarioItem } from '@throughline/contract/portfolio'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Columns3, GitFork } from 'lucide-react'
import { useState } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../ui/controls/Check.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState, PartialState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { ForkDialog } from '../../parts/plans/ForkDialog.tsx'
import { MovedMark, Standing } from '../../parts/plans/Standing.tsx'

export type ScenariosProps = {
  readonly scenarios: Reading<readonly ScenarioItem[]>
  readonly canEdit: boolean
  /** Whether the page opens with the question for a new scenario. */
  readonly beginning: boolean
  onBegin(name: string, note: string): Promise<Result<unknown, Problem>>
}

/** Plans that somebody is thinking about, newest first: each changes the plan of record, and none touches it before it is approved. */
export function ScenariosPage({ scenarios, canEdit, beginning, onBegin }: ScenariosProps) {
  const [asking, setAsking] = useState(beginning)
  return (
    <PageFrame
      title="Scenarios"
      note="Each changes a copy of the plan. The plan itself changes only when one is approved."
      actions={
        <>
          <a className="button" href={places.select}>Select a portfolio</a>
          {canEdit && <Button kind="primary" icon={<GitFork aria-hidden="true" />} onClick={() => setAsking(true)}>New scenario</Button>}
        </>
      }
    >
      <Shown reading={scenarios} what="scenarios" lines={6}>{(list) => (list.length === 0 ? <Nothing /> : <List list={list} />)}</Shown>
      {asking && canEdit && <ForkDialog from="the plan of record" onFork={onBegin} onClose={() => setAsking(false)} />}
    </PageFrame>
  )
}

const Nothing = () => (
  <EmptyState title="There is no scenario yet" actions={<a className="button" data-kind="primary" href={places.select}>Select a portfolio</a>}>
    Begin one from the plan and change in it what you like, or let a selection decide what to fund. Compare it, share it, propose it.
  </EmptyState>
)

/** At most this many plans stand side by side; the plan of record is one of them. */
const most = 3

function List({ list }: { readonly list: readonly ScenarioItem[] }) {
  const format = useFormat()
  const [picked, setPicked] = useState<readonly string[]>([])
  const moved = list.filter((one) => one.moved && one.state !== 'rejected').length
  const toggle = (id: string, on: boolean) => setPicked((before) => (on ? [...before, id] : before.filter((other) => other !== id)))
  return (
    <>
      {moved > 0 && <PartialState message={`The plan has moved since ${format.count(moved, 'scenario was', 'scenarios were')} begun. Open one to see what that means for it.`} />}
      <Card
        title="All scenarios"
        note={format.count(list.length, 'scenario', 'scenarios')}
        flush
        actions={picked.length > 0 ? <a className="button" href={places.compare('plan', ...picked)}><Columns3 aria-hidden="true" />Compare {picked.length} with the plan</a> : <span className="quiet">Tick up to {most} to compare them</span>}
      >
        <Table
          caption="Scenarios"
          rows={list}
          rowKey={({ id }) => id}
          columns={[
            { key: 'pick', label: 'Compare', cell: ({ id, name }) => <Checkbox label={<span className="visually-hidden">Compare {name}</span>} checked={picked.includes(id)} disabled={!picked.includes(id) && picked.length >= most} onChange={(on) => toggle(id, on)} /> },
            { key: 'name', label: 'Name', cell: ({ id, name }) => <a className="text-ink" href={places.scenario(id)}>{name}</a> },
            { key: 'state', label: 'State', cell: ({ state }) => <Standing state={state} /> },
            { key: 'author', label: 'Author', cell: ({ author, sharing }) => <>{author.name}{sharing !== 'everyone' && <span className="quiet">, {sharing === 'private' ? 'private' : 'shared'}</span>}</> },
            { key: 'changes', label: 'Changes', numeric: true, cell: ({ changes }) => format.number(changes, 0) },
            { key: 'funded', label: 'Funded', numeric: true, cell: ({ figures, selection }) => (figures ? `${figures.funded} of ${figures.initiatives}` : selection ? `${selection.chosen} of ${selection.candidates}` : '–') },
            { key: 'cost', label: 'Cost', numeric: true, cell: ({ figures, selection }) => (figures ? format.moneyCell(figures.cost) : selection ? (selection.totalCost ? format.moneyShort(selection.totalCost) : withheldWord) : '–') },
            { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ figures }) => (figures ? format.moneyCell(figures.benefits) : '–') },
            { key: 'moved', label: 'Base', cell: ({ moved: has, state, decisionId }) => (state === 'approved' && decisionId ? <a href={places.decision(decisionId)}>Its decision</a> : <MovedMark moved={has} />) },
            { key: 'at', label: 'Changed', cell: ({ changedAt }) => <span className="quiet">{format.instant(changedAt)}</span> },
          ]}
        />
      </Card>
    </>
  )
}
