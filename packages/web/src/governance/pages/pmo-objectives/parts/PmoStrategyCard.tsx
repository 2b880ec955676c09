import type { PmoObjective, PmoStrategy } from '@throughline/contract/governance'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { SmartLetters } from '../../../../strategy/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip, StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { pmoObjectiveWords as words } from '../words.ts'

/** One strategy of a PMO: how much of it is sound and attained, and each objective with its way up, its measures and what is missing. */
export function PmoStrategyCard({ strategy: { name, unit, parent, intent, soundness, composite, objectives } }: { readonly strategy: PmoStrategy }) {
  const format = useFormat()
  const share = ({ metric, why }: PmoStrategy['soundness']) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (one) => format.percent(one))}</WhyFigure>
  return (
    <Card
      flush title={name}
      note={<span className="flex flex-wrap items-center gap-2"><Chip>{unit ?? 'a function'}</Chip><span>below {parent}</span><span>· Sound objectives {share(soundness)}</span><span>· Attained {share(composite)}</span>{intent !== '' && <span className="block w-full">{intent}</span>}</span>}
    >
      <Table<PmoObjective>
        caption={`Objectives of ${name}`} rows={objectives} rowKey={({ id }) => id} empty={words.noObjectives}
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ id, statement, owner, deadline }) => <span className="block min-w-48"><a href={`/strategy/units?objective=${encodeURIComponent(id)}`}>{statement}</a><span className="quiet block">{owner ?? 'Nobody owns it'}{deadline && ` · by ${format.date(deadline)}`}</span></span> },
          { key: 'line', label: 'Serves', cell: (one) => <Line objective={one} /> },
          { key: 'effective', label: 'Effective weight', numeric: true, cell: ({ effective: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (weight) => format.weight(weight))}</WhyFigure> },
          { key: 'measures', label: 'Measures', cell: ({ measures }) => <Measures measures={measures} /> },
          { key: 'attained', label: 'Attained', numeric: true, cell: ({ attainment, measures }) => (measures.length === 0 ? <span className="quiet">–</span> : share(attainment)) },
          { key: 'smart', label: 'SMART', cell: ({ smart }) => <SmartLetters smart={smart} /> },
          { key: 'missing', label: 'What is missing', cell: ({ missing }) => (missing.length === 0 ? <StatusMark quiet tone="good" word="Nothing" /> : <ul className="grid min-w-48 gap-1">{missing.map((one) => <li key={one}>{one}</li>)}</ul>) },
        ]}
      />
    </Card>
  )
}

/** The way up from an objective to the strategy of the organisation, and what serves it from below. */
function Line({ objective: { line, linked, servedBy, initiatives } }: { readonly objective: PmoObjective }) {
  const format = useFormat()
  return (
    <span className="block min-w-48">
      {line.length === 0 ? <StatusMark quiet tone="bad" word={words.ownAim} /> : <ol className="grid gap-1">{line.map(({ id, statement, strategy }) => <li key={id}>{statement}<span className="quiet block">{strategy}</span></li>)}</ol>}
      {line.length > 0 && !linked && <StatusMark quiet tone="bad" word={words.notLinked} />}
      <span className="quiet block">{format.count(initiatives, 'initiative serves it', 'initiatives serve it')}{servedBy.length > 0 && `; below it: ${servedBy.map(({ statement }) => statement).join(', ')}`}</span>
    </span>
  )
}

function Measures({ measures }: Pick<PmoObjective, 'measures'>) {
  const format = useFormat()
  if (measures.length === 0) return <StatusMark quiet tone="bad" word="None" />
  return <ul className="grid min-w-40 gap-1">{measures.map(({ id, name, attainment: { metric, why }, recorded }) => <li key={id}><a href={`/strategy/measures/${encodeURIComponent(id)}`}>{name}</a> <span className="quiet">{recorded ? <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure> : 'no figure yet'}</span></li>)}</ul>
}
