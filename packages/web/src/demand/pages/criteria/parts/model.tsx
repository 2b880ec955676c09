import type { CriteriaGate, CriteriaModel, CriteriaStudio, Criterion } from '@throughline/contract/demand'
import { randomIndexTables } from '@throughline/engine/strategy'
import { explanationFromWire, metricText, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { criteriaWords as words, gateStateWords, methodWords, notReadyWords, overlapWords, scaleWords, sourceWords, tableWords } from '../words.ts'

type Of = { readonly studio: CriteriaStudio; readonly model: CriteriaModel }
type Editing<T> = { onAdd?(): void; onEdit?(thing: T): void }

/** The criteria with what each reads, how it is valued, what it weighs, and the objectives that it stands for. */
export function CriteriaTable({ studio: { around }, model: { criteria, weights }, onAdd, onEdit }: Of & Editing<Criterion>) {
  const format = useFormat()
  const names = { fields: new Map(around.fields.map(({ id, name }) => [id, name])), measures: new Map(around.measures.map(({ id, name }) => [id, name])) }
  const objectives = new Map(around.objectives.map((one) => [one.key, one]))
  const weightOf = (id: string) => weights?.weights.find(({ criterionId }) => criterionId === id)?.weight
  const sum = weights?.weights.reduce((total, { weight }) => total + weight, 0)
  return (
    <Card title="By what initiatives are judged" note="Each value function goes from 0, worst, to 100, best." actions={onAdd && <Button onClick={onAdd}>Add a criterion</Button>} flush>
      <Table<Criterion>
        caption="Criteria with source, scale and weight" rows={criteria} rowKey={({ id }) => id} empty="No criterion is given yet."
        columns={[
          { key: 'name', label: 'Criterion', cell: ({ name, about }) => <span className="block min-w-40">{name}{about && <span className="quiet block font-normal">{about}</span>}</span>, foot: sum === undefined ? undefined : 'Sum of weights' },
          { key: 'weight', label: 'Weight', numeric: true, cell: ({ id }) => { const weight = weightOf(id); return weight === undefined ? <span className="quiet">Not weighed</span> : format.weight(weight) }, foot: sum === undefined ? undefined : format.weight(sum) },
          { key: 'source', label: 'Reads', cell: (one) => sourceWords(one, names) },
          { key: 'scale', label: 'Value', cell: (one) => <span className="block min-w-48">{scaleWords(one, (value) => format.number(value))}</span> },
          { key: 'objectives', label: 'Stands for', cell: ({ objectiveKeys }) => objectiveKeys.length === 0 ? <span className="quiet">–</span> : <ul>{objectiveKeys.map((key) => { const one = objectives.get(key); return <li key={key}>{one ? <a href={places.objective(one.id)}>{one.statement}</a> : <span className="quiet">An objective that is gone</span>}</li> })}</ul> },
          ...(onEdit ? [{ key: 'edit', label: '', cell: (one: Criterion) => <Button kind="link" aria-label={`Change ${one.name}`} onClick={() => onEdit(one)}>Change</Button> }] : []),
        ]}
      />
    </Card>
  )
}

/** Whether the weights hold together, and what may be counted twice. */
export function ChecksCard({ studio: { around }, model: { criteria, weighing, weights, notReady, overlaps } }: Of) {
  const format = useFormat()
  const nameOf = (id: string): string => criteria.find((one) => one.id === id)?.name ?? ''
  const what = (of: string): string => [...around.fields, ...around.measures].find(({ id }) => id === of)?.name ?? around.objectives.find(({ key }) => key === of)?.statement ?? of
  if (criteria.length === 0) return null
  const ratio = weights?.consistency
  return (
    <Card title="Checks" note={weighing ? `Weighed by ${methodWords[weighing.method].name.toLowerCase()}.` : undefined}>
      <ul className="grid gap-3">
        {notReady.length === 0 ? <li><StatusMark tone="good" word="Weights sum to exactly 100%" /></li> : notReady.map((one) => <li key={one}><StatusMark tone="warn" word={notReadyWords[one]} />{one === 'stale_weights' && <span className="quiet"> {weights?.stale.map(nameOf).join(', ')}</span>}{one === 'unweighed' && weights?.problem && <span className="quiet"> {weights.problem}</span>}</li>)}
        {weighing && ratio && (
          <li className="grid gap-2">
            <span className="flex flex-wrap items-center gap-3"><StatusMark tone={weights.consistent ? 'good' : 'warn'} word={weights.consistent ? 'Comparisons are consistent' : 'Comparisons contradict each other'} /><span>Consistency ratio <WhyFigure why={explanationFromWire(ratio.why)}>{metricText(ratio.metric, (value) => format.number(value, 3))}</WhyFigure></span>
              {weights.furthest && <span className="quiet">Furthest off: {nameOf(weights.furthest.a)} against {nameOf(weights.furthest.b)} is said to be {format.number(weights.furthest.said, 1)}; the others imply {format.number(weights.furthest.implied, 1)}.</span>}</span>
            <RandomIndexRow table={weighing.table} items={criteria.length} />
          </li>
        )}
        {overlaps.length === 0 ? <li><StatusMark tone="good" word="No two criteria are known to count the same" /></li> : overlaps.map((one) => <li key={`${one.a} ${one.b}`} className="flex flex-wrap items-center gap-3"><StatusMark tone="warn" word={`${nameOf(one.a)} and ${nameOf(one.b)}`} /><span className="quiet">{overlapWords(one)}{one.what && one.kind !== 'shared_data' && one.kind !== 'same_data' ? `: ${what(one.what)}` : ''}</span></li>)}
      </ul>
    </Card>
  )
}

/** The published indices that a consistency ratio is measured by, the one that counts marked. */
function RandomIndexRow({ table, items }: { readonly table: keyof typeof randomIndexTables; readonly items: number }) {
  const format = useFormat()
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      <span className="quiet">Random index by number of criteria, {tableWords[table]}:</span>
      <dl className="flex flex-wrap gap-x-4 gap-y-1">{Object.entries(randomIndexTables[table]).map(([n, index]) => <div key={n} className={`flex gap-1 ${Number(n) === items ? 'font-semibold' : 'quiet'}`}><dt>{n}</dt><dd className="figures">{format.number(index, 2)}</dd></div>)}</dl>
    </div>
  )
}

/** What is asked before an initiative enters a state. */
export function GatesTable({ model: { gates, criteria }, onAdd, onEdit }: { readonly model: CriteriaModel } & Editing<CriteriaGate>) {
  const format = useFormat()
  const asked = ({ hurdles, leastScore }: CriteriaGate): readonly string[] => [
    ...hurdles.map(({ criterionId, least, most, levels }) => {
      const name = criteria.find(({ id }) => id === criterionId)?.name ?? ''
      return levels.length > 0 ? `${name}: ${levels.join(' or ')}` : `${name}: ${[least === null ? '' : `at least ${format.number(least)}`, most === null ? '' : `at most ${format.number(most)}`].filter(Boolean).join(', ')}`
    }),
    ...(leastScore === null ? [] : [`Score: at least ${format.number(leastScore)}`]),
  ]
  return (
    <Card title="Gates and hurdles" note="What is asked of an initiative before it goes on." actions={onAdd && <Button onClick={onAdd}>Add a gate</Button>} flush>
      <Table<CriteriaGate>
        caption="Gates with what they ask" rows={gates} rowKey={({ id }) => id} empty={words.noGates}
        columns={[
          { key: 'name', label: 'Gate', cell: ({ name }) => name },
          { key: 'before', label: 'Before', cell: ({ before }) => gateStateWords[before] },
          { key: 'asks', label: 'Asks', cell: (gate) => <ul>{asked(gate).map((line) => <li key={line}>{line}</li>)}</ul> },
          ...(onEdit ? [{ key: 'edit', label: '', cell: (gate: CriteriaGate) => <Button kind="link" aria-label={`Change ${gate.name}`} onClick={() => onEdit(gate)}>Change</Button> }] : []),
        ]}
      />
    </Card>
  )
}
