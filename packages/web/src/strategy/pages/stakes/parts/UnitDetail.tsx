import type { GoalAtStake, InitiativeAtStake, OwnerAtStake, UnitStake } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, places, RatingMark, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { stakesWords as words } from '../words.ts'

/** The goals of one unit, each with how far it hangs on others. */
export function GoalsAtStake({ unit: { name, goals } }: { readonly unit: UnitStake }) {
  const format = useFormat()
  return (
    <Card flush title={`Goals: ${name}`}>
      <Table<GoalAtStake>
        caption={`Goals of ${name} with what hangs on others`} rows={goals} rowKey={({ id }) => id}
        columns={[
          { key: 'goal', label: 'Goal', cell: ({ statement }) => <span className="block min-w-56">{statement}</span> },
          { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.percent(weight, 1) },
          { key: 'own', label: 'Own initiatives', numeric: true, cell: ({ own }) => format.number(own, 0) },
          { key: 'others', label: 'Of others', numeric: true, cell: ({ others }) => format.number(others, 0) },
          { key: 'dependence', label: 'Hangs on others', numeric: true, cell: ({ dependence: { metric, why } }) => (metric.status === 'ok' ? <WhyFigure why={explanationFromWire(why)}>{format.percent(metric.value)}</WhyFigure> : <span className="quiet">nothing serves it</span>) },
          { key: 'exposed', label: 'At stake with others', numeric: true, cell: ({ exposed: { metric, why }, others }) => (others === 0 ? <span className="quiet">–</span> : <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, format.moneyShort)}</WhyFigure>) },
        ]}
      />
    </Card>
  )
}

type Row = InitiativeAtStake & { readonly owner: OwnerAtStake; readonly first: boolean }

/** Initiatives that others own, by owner: with each there is something to agree. */
export function OwnersAtStake({ unit: { name, owners } }: { readonly unit: UnitStake }) {
  const format = useFormat()
  const rows = owners.flatMap((owner): Row[] => owner.initiatives.map((one, at) => ({ ...one, owner, first: at === 0 })))
  return (
    <Card flush title={`With whom there is something to agree: ${name}`} note={rows.length > 0 ? 'The owner with most at stake first' : undefined}>
      <Table<Row>
        caption={`Initiatives of others that ${name} depends on`} rows={rows} rowKey={({ initiative: { id } }) => id} empty={words.allOwn} maxHeight={640}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <a className="block min-w-48 text-ink" href={places.initiative(initiative.id)}>{initiative.name}</a> },
          { key: 'owner', label: 'Owner', cell: ({ owner: { unit, value }, first }) => <span className="block min-w-32">{unit ?? <span className="quiet">{words.nobody}</span>}{first && <span className="block"><WhyFigure why={explanationFromWire(value.why)}>{metricCell(value.metric, (money) => `${format.moneyShort(money)} in all`)}</WhyFigure></span>}</span> },
          { key: 'rating', label: 'Delivery confidence', cell: ({ rating }) => <RatingMark rating={rating} /> },
          { key: 'goals', label: 'Serves', cell: ({ goals }) => <ul className="grid min-w-56 gap-0.5">{goals.map((goal) => <li key={goal}>{goal}</li>)}</ul> },
          { key: 'value', label: 'At stake', numeric: true, cell: ({ value }) => metricCell(value, format.moneyShort) },
        ]}
      />
    </Card>
  )
}
