import type { GoalCheck, GoalList, SmartVerdict } from '@throughline/contract/strategy'
import { places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { letterWords, SmartLetters } from '../../../parts/SmartLetters.tsx'

/** Each objective with the verdicts that it fails, and why; those with most to mend first. */
export function SmartTable({ list: { goals, passed } }: { readonly list: GoalList }) {
  const format = useFormat()
  const missing = ({ smart }: GoalCheck): number => smart.filter((verdict) => !verdict.passed).length
  const sound = goals.filter((goal) => missing(goal) === 0).length
  return (
    <Card flush title="What each objective says" note={`${format.number(sound, 0)} of ${format.count(goals.length, 'objective passes', 'objectives pass')} all five. ${passed.map(({ letter, count }) => `${letterWords[letter]} ${format.number(count, 0)}`).join(' · ')}`}>
      <Table<GoalCheck>
        caption="Objectives with what keeps each from being a clear goal" rows={goals.toSorted((a, b) => missing(b) - missing(a))} rowKey={({ objectiveId }) => objectiveId} maxHeight={520}
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ objectiveId, statement, owner }) => <span className="block min-w-48"><a href={places.objective(objectiveId)}>{statement}</a><span className="quiet block">{owner ?? 'Nobody owns it'}</span></span> },
          { key: 'letters', label: 'SMART', cell: ({ smart }) => <SmartLetters smart={smart} /> },
          { key: 'by', label: 'By its measure', cell: ({ by }) => (by ? <a href={`/strategy/measures/${encodeURIComponent(by.id)}`}>{by.name}</a> : <span className="quiet">none</span>) },
          { key: 'mend', label: 'What there is to mend', cell: ({ smart }) => <Reasons smart={smart} /> },
        ]}
      />
    </Card>
  )
}

function Reasons({ smart }: { readonly smart: readonly SmartVerdict[] }) {
  const reasons = smart.flatMap(({ reasons: own }) => own)
  if (reasons.length === 0) return <StatusMark quiet tone="good" word="Nothing" />
  return <ul className="grid gap-1">{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
}
