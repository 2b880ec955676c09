import type { GoalCheck, GradedKeyResult } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { bandLooks, goalWords, kindWords } from '../words.ts'

/** Objectives with their key results: each grade, what its kind expects, and what they come to. */
export function KeyResults({ goals }: { readonly goals: readonly GoalCheck[] }) {
  const format = useFormat()
  const graded = goals.filter(({ keyResults }) => keyResults.length > 0)
  if (graded.length === 0) return <Card title="Key results"><p className="quiet">{goalWords.noResults}</p></Card>
  return (
    <>
      {graded.map(({ objectiveId, statement, keyResults, grade, band }) => (
        <Card
          key={objectiveId} flush title={statement}
          note={grade && <span className="flex flex-wrap items-center gap-2"><span className="figures font-semibold"><WhyFigure why={explanationFromWire(grade.why)}>{metricCell(grade.metric, (value) => format.number(value, 2))}</WhyFigure></span>{band && <StatusMark quiet tone={bandLooks[band].tone} word={bandLooks[band].words} />}<a href={places.objective(objectiveId)}>Open the objective</a></span>}
        >
          <Table<GradedKeyResult>
            caption={`Key results of ${statement}`} rows={keyResults} rowKey={({ measureId }) => measureId}
            columns={[
              { key: 'name', label: 'Key result', cell: ({ measureId, name }) => <a href={`/strategy/measures/${encodeURIComponent(measureId)}`}>{name}</a> },
              { key: 'kind', label: 'Kind', cell: ({ kind, expected }) => `${kindWords[kind]}: ${format.number(expected, 1)} is expected` },
              { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.number(weight) },
              { key: 'grade', label: 'Grade', numeric: true, cell: ({ grade: own }) => metricCell(own, (value) => format.number(value, 2)) },
              { key: 'band', label: 'Band', cell: ({ band: own }) => (own ? <StatusMark quiet tone={bandLooks[own].tone} word={bandLooks[own].words} /> : <span className="quiet">no grade</span>) },
            ]}
          />
        </Card>
      ))}
    </>
  )
}
