import type { StrategyTree, TreeObjective, TreeStrategy } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip, StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { levelNames, unitsWords as words, weighWords } from '../words.ts'

/** A strategy of a unit or function: each objective with what it serves above, what serves it below, and its weight. */
export function OneStrategy({ tree, strategy, onEdit, onSelect }: { readonly tree: StrategyTree; readonly strategy: TreeStrategy; /** Left out where it cannot be changed. */ readonly onEdit: (() => void) | undefined; onSelect(objectiveId: string): void }) {
  const format = useFormat()
  const statements = new Map(tree.strategies.flatMap(({ name, objectives }) => objectives.map(({ id, statement }) => [id, { statement, strategy: name }] as const)))
  const parent = tree.strategies.find(({ id }) => id === strategy.parentId)
  const unserved = new Set(tree.unserved)
  return (
    <Card
      flush title={strategy.name} actions={onEdit && <Button onClick={onEdit}>Change</Button>}
      note={<span className="flex flex-wrap items-center gap-2"><Chip>{strategy.unit ?? levelNames[strategy.level]}</Chip><span>below {parent?.name ?? 'nothing'}</span><span>· {weighWords[strategy.weights]}{strategy.weights === 'inherited' && <>: {metricCell(strategy.arrived, (share) => format.percent(share))} of the weight above arrives</>}</span>{strategy.coverage > 0 && <span>· Attained <WhyFigure why={explanationFromWire(strategy.composite.why)}>{metricCell(strategy.composite.metric, (share) => format.percent(share))}</WhyFigure>, {format.percent(strategy.coverage)} of what is measured has a figure</span>}{strategy.waived && <Chip>Leave to go its own way</Chip>}{strategy.intent !== '' && <span className="block w-full">{strategy.intent}</span>}</span>}
    >
      <Table<TreeObjective>
        caption={`Objectives of ${strategy.name}`} rows={strategy.objectives} rowKey={({ id }) => id} empty="It has no objectives yet."
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ id, statement, owner }) => <span><Button kind="link" onClick={() => onSelect(id)}>{statement}</Button><span className="quiet block">{owner ?? 'Nobody owns it'}{unserved.has(id) && ' · no initiative serves it'}</span></span> },
          { key: 'serves', label: 'Serves', cell: ({ serves, detached }) => (detached ? <StatusMark quiet tone="bad" word={words.detached} /> : serves === null ? <span className="quiet">{words.ownAim}</span> : (statements.get(serves)?.statement ?? '')) },
          { key: 'weight', label: 'Own weight', numeric: true, cell: ({ weight }) => format.weight(weight) },
          { key: 'effective', label: 'Effective', numeric: true, cell: ({ effective: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.weight(share))}</WhyFigure> },
          { key: 'attained', label: 'Attained', numeric: true, cell: ({ attainment: { metric, why }, measures }) => (measures.length === 0 ? <span className="quiet">{words.notMeasured}</span> : <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure>) },
          { key: 'servedBy', label: 'Served by', cell: ({ servedBy, served }) => <Served names={servedBy.map((id) => `${statements.get(id)?.statement ?? ''} (${statements.get(id)?.strategy ?? ''})`)} served={served} /> },
        ]}
      />
    </Card>
  )
}

const shownAtOnce = 4

function Served({ names, served }: { readonly names: readonly string[]; readonly served: TreeObjective['served'] }) {
  const format = useFormat()
  if (names.length + served.length === 0) return <span className="quiet">nothing yet</span>
  return (
    <ul className="grid gap-1">
      {names.map((name) => <li key={name}>{name}</li>)}
      {served.slice(0, shownAtOnce).map(({ initiative, contribution }) => <li key={initiative.id}><a href={places.initiative(initiative.id)}>{initiative.name}</a> <span className="quiet figures">{format.signed(contribution)}</span></li>)}
      {served.length > shownAtOnce && <li className="quiet">and {format.count(served.length - shownAtOnce, 'initiative more', 'initiatives more')}</li>}
    </ul>
  )
}
