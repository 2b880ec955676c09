import type { GoalList, ObjectiveMix } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { measurePlaces } from '../../../measure-words.ts'
import { WarningList } from '../../../parts/WarningList.tsx'
import { goalWords } from '../words.ts'

/** What the measures of each objective tell of, with what is wrong with that; objectives of units as well. */
export function MixTable({ mixes }: { readonly mixes: GoalList['mixes'] }) {
  const format = useFormat()
  const [lacking, warned] = [mixes.filter(({ warnings }) => warnings.some(({ code }) => code === 'no_outcome')).length, mixes.filter(({ warnings }) => warnings.length > 0).length]
  return (
    <Card flush title={goalWords.mix} note={`${format.count(warned, 'objective has', 'objectives have')} a warning; of ${format.number(lacking, 0)} only what is done or yielded is measured.`}>
      <Table<ObjectiveMix>
        caption="Objectives with what their measures tell of" rows={mixes} rowKey={({ objectiveId }) => objectiveId} maxHeight={520}
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ statement, strategy }) => <span className="block min-w-48">{statement}{strategy && <span className="quiet block">{strategy.name}</span>}</span> },
          { key: 'outcome', label: 'Outcomes', numeric: true, cell: ({ outcome }) => format.number(outcome, 0) },
          { key: 'output', label: 'Outputs', numeric: true, cell: ({ output }) => format.number(output, 0) },
          { key: 'activity', label: 'Activities', numeric: true, cell: ({ activity }) => format.number(activity, 0) },
          { key: 'unsaid', label: 'Not said', numeric: true, cell: ({ unsaid }) => format.number(unsaid, 0) },
          { key: 'leading', label: 'Leading', numeric: true, cell: ({ leading }) => format.number(leading, 0) },
          { key: 'warnings', label: 'What there is to mend', cell: (mix) => <Warnings mix={mix} /> },
          { key: 'fit', label: '', cell: ({ objectiveId, statement }) => <a className="whitespace-nowrap" href={measurePlaces.fitting(objectiveId)} aria-label={`Measures that fit ${statement}`}>Measures that fit</a> },
        ]}
      />
    </Card>
  )
}

/** Warnings in words; where nothing is measured at all, that. */
export function Warnings({ mix: { warnings, outcome, output, activity, unsaid } }: { readonly mix: ObjectiveMix }) {
  if (warnings.length > 0) return <WarningList warnings={warnings} />
  return outcome + output + activity + unsaid === 0 ? <span className="quiet">Nothing measures it</span> : <StatusMark quiet tone="good" word="Nothing to mend" />
}
