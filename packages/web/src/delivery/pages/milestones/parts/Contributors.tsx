import type { Contributor, StrategicMilestone } from '@throughline/contract/delivery'
import { basisWords } from '@throughline/engine/delivery'
import { metricCell, places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { roleWords } from '../../../milestone-words.ts'

/** What a milestone depends on: each initiative with its end, where the range of it comes from, and how often it comes last. */
export function Contributors({ milestone: { name, contributors } }: { readonly milestone: StrategicMilestone }) {
  const format = useFormat()
  if (contributors.length === 0) return null
  return (
    <Card flush title="What it depends on" note="How often each keeps the day on its own, and comes last of those that are required">
      <Table<Contributor>
        caption={`Initiatives that ${name} depends on`} rows={contributors} rowKey={({ initiativeId }) => initiativeId}
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ initiativeId, name: initiative, standing, note }) => <span className="grid min-w-40">{standing === 'gone' ? initiative : <a className="w-fit leading-6" href={places.initiative(initiativeId)}>{initiative}</a>}{note && <span className="quiet">{note}</span>}</span> },
          { key: 'role', label: 'Role', cell: ({ role }) => roleWords[role] },
          { key: 'planned', label: 'Planned end', cell: ({ plannedOn, plannedBy, standing }) => <span className="grid">{plannedOn === null ? 'none' : format.date(plannedOn)}<span className="quiet">{standing === 'open' ? (plannedBy === 'work' ? 'of its open work' : '') : { done: 'closed', stopped: 'stopped', gone: 'removed' }[standing]}</span></span> },
          { key: 'basis', label: 'Range from', cell: ({ basis }) => basisWords[basis] },
          { key: 'range', label: 'P10 to P90', cell: ({ p10On, p90On }) => (p10On.status === 'ok' && p90On.status === 'ok' ? (p10On.value === p90On.value ? format.date(p10On.value) : `${format.date(p10On.value)} to ${format.date(p90On.value)}`) : metricCell(p10On, format.date)) },
          { key: 'confidence', label: 'Keeps the day alone', numeric: true, cell: ({ confidence }) => metricCell(confidence, (share) => format.percent(share)) },
          { key: 'criticality', label: 'Comes last', numeric: true, cell: ({ criticality, role }) => (role === 'helpful' ? <span className="quiet">holds nothing up</span> : metricCell(criticality, (share) => format.percent(share))) },
        ]}
      />
    </Card>
  )
}
