import type { AutonomyWaiver, StrategyTree, StrategyVersionDetail, TreeObjective, UnitStrategy } from '@throughline/contract/strategy'
import { useState, type ReactNode } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState, PartialState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome, StrategyActs } from '../../acts.ts'
import type { DraftMeasureActs } from '../../parts/DraftMeasures.tsx'
import { newStrategy, newWaiver, withoutMeasures, type NamedThing } from './edited.ts'
import { EditStrategy } from './parts/EditStrategy.tsx'
import { EditWaiver } from './parts/EditWaiver.tsx'
import { OneStrategy } from './parts/OneStrategy.tsx'
import { TakenUp } from './parts/TakenUp.tsx'
import { UnitObjectiveDrawer } from './parts/UnitObjective.tsx'
import { Waivers } from './parts/Waivers.tsx'
import { unitsWords as words } from './words.ts'

export type UnitsPageProps = {
  readonly reading: Reading<StrategyTree>
  /** The next version where it is shown, and the same as a draft where it can be changed. */
  readonly next: StrategyVersionDetail | undefined
  readonly draft: StrategyVersionDetail | undefined
  readonly shows: 'in_force' | 'next'
  readonly units: readonly NamedThing[]
  readonly initiatives: InitiativeChoices
  readonly today: string
  /** The objective of a unit that is looked at, from the address. */
  readonly selected: string | undefined
  readonly canMeasure: boolean
  readonly measuring: StrategyActs
  /** What two units have in common, below their strategies; there where a version is in force. */
  readonly between?: (tree: StrategyTree) => ReactNode
  /** The way to what is said about an objective. */
  discuss?(objective: TreeObjective): ReactNode
  onSelect(objectiveId: string | undefined): void
  onShow(shows: 'in_force' | 'next'): void
  readonly acts: { /** Measures of an objective of the draft. */ measures(objectiveId: string): DraftMeasureActs; save(strategy: UnitStrategy): Outcome; remove(id: string): Outcome; saveWaiver(waiver: AutonomyWaiver): Outcome; removeWaiver(id: string): Outcome }
}

type Editing = { readonly kind: 'strategy'; readonly of: UnitStrategy; readonly known: boolean } | { readonly kind: 'waiver'; readonly of: AutonomyWaiver; readonly known: boolean }

/** Strategies of units and functions: of the version in force, or of the next one, where they are changed. */
export function UnitsPage(props: UnitsPageProps) {
  const { reading, draft, shows, units, today, onShow } = props
  const format = useFormat()
  const [editing, setEditing] = useState<Editing>()
  const tree = reading.state === 'full' ? reading.value : undefined
  const first = units[0]
  return (
    <PageFrame
      title={words.title} note={tree && tree.strategies.length > 1 ? `${format.count(tree.strategies.length - 1, 'strategy', 'strategies')} below the organisation’s. ${words.note}` : words.note}
      actions={(
        <>
          {tree?.draftId && <span className="button-group no-print"><Button aria-pressed={shows === 'in_force'} onClick={() => onShow('in_force')}>In force</Button><Button aria-pressed={shows === 'next'} onClick={() => onShow('next')}>Next version</Button></span>}
          {draft && <><Button disabled={first === undefined} onClick={() => first && setEditing({ kind: 'waiver', of: newWaiver(first.id, today), known: false })}>Give leave</Button><Button kind="primary" onClick={() => setEditing({ kind: 'strategy', of: newStrategy(first?.id ?? null, ''), known: false })}>Add a strategy</Button></>}
        </>
      )}
    >
      <Shown reading={reading} what="strategies of units" lines={8}>{(value) => <Whole tree={value} draft={draft} onEdit={setEditing} onSelect={props.onSelect} between={props.between} />}</Shown>
      {tree && <Selected {...props} tree={tree} />}
      {draft && editing && <Form {...props} draft={draft} editing={editing} onClose={() => setEditing(undefined)} />}
    </PageFrame>
  )
}

/** The objective that is looked at; those of the organisation have their own page. */
function Selected({ tree, selected, next, draft, canMeasure, measuring, today, acts, discuss, onSelect }: UnitsPageProps & { readonly tree: StrategyTree }) {
  const [, ...below] = tree.strategies
  const strategy = below.find(({ objectives }) => objectives.some(({ id }) => id === selected))
  const objective = strategy?.objectives.find(({ id }) => id === selected)
  if (!strategy || !objective) return null
  const planned = next && { measures: next.content.unitStrategies.flatMap(({ objectives }) => objectives).find(({ id }) => id === objective.id)?.measures ?? [], acts: draft && acts.measures(objective.id) }
  return <UnitObjectiveDrawer key={objective.id} {...{ tree, strategy, objective, today, planned }} canMeasure={canMeasure && tree.version.status === 'in_force'} acts={measuring} discuss={discuss?.(objective)} onClose={() => onSelect(undefined)} />
}

function Whole({ tree, draft, onEdit, onSelect, between }: { readonly tree: StrategyTree; readonly draft: StrategyVersionDetail | undefined; readonly between: UnitsPageProps['between']; onEdit(editing: Editing): void; onSelect(objectiveId: string): void }) {
  const [, ...below] = tree.strategies
  const strategies = new Map(draft?.content.unitStrategies.map((one) => [one.id, one]))
  const waivers = new Map(draft?.content.waivers.map((one) => [one.id, one]))
  const editStrategy = (id: string) => {
    const of = strategies.get(id)
    return of && (() => onEdit({ kind: 'strategy', of: withoutMeasures(of), known: true }))
  }
  return (
    <>
      {tree.issues.length > 0 && <PartialState message={tree.issues.map(({ words: said }) => said).join(' ')} />}
      {below.length === 0 ? <EmptyState title={words.emptyTitle} actions={!draft && <a href="/strategy/recalibrate">{tree.draftId ? 'Open the next version' : 'Begin the next version'}</a>}>{words.emptyWhy}</EmptyState> : <TakenUp tree={tree} />}
      {below.map((one) => <OneStrategy key={one.id} tree={tree} strategy={one} onEdit={editStrategy(one.id)} onSelect={onSelect} />)}
      {below.length > 1 && tree.version.status === 'in_force' && between?.(tree)}
      <Waivers waivers={tree.waivers} onEdit={draft && ((id) => { const of = waivers.get(id); if (of) onEdit({ kind: 'waiver', of, known: true }) })} />
    </>
  )
}

function Form({ draft, editing, units, initiatives, acts, reading, onClose }: UnitsPageProps & { readonly draft: StrategyVersionDetail; readonly editing: Editing; onClose(): void }) {
  const served = reading.state === 'full' ? reading.value.strategies.flatMap(({ objectives }) => objectives.flatMap((one) => one.served)) : []
  const names = new Map(served.map(({ initiative }) => [initiative.id, initiative.name]))
  if (editing.kind === 'waiver') return <EditWaiver begun={editing.of} known={editing.known} units={units} onSave={acts.saveWaiver} onRemove={acts.removeWaiver} onClose={onClose} />
  return <EditStrategy begun={editing.of} known={editing.known} all={draft.content.unitStrategies} organisation={draft.content.objectives} units={units} initiatives={initiatives} nameOf={(id) => names.get(id) ?? 'An initiative'} onSave={acts.save} onRemove={acts.remove} onClose={onClose} />
}
