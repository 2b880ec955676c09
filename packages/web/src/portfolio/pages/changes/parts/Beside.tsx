import type { Changes } from '@throughline/contract/portfolio'
import { ratingWords, useFormat, type Format } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'

/** What moved beside the amounts: ratings, dates, and the acts in between. */
export function Beside({ changes }: { readonly changes: Changes }) {
  const format = useFormat()
  const { ratings, starts, ends, acts } = changes
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card flush title="Ratings" note="Counted, never averaged">
        <Table
          caption="Ratings before and after"
          rows={ratings}
          rowKey={({ from, to }) => `${from?.scale} ${from?.level} ${to?.scale} ${to?.level}`}
          empty="No rating moved."
          maxHeight={280}
          columns={[
            { key: 'from', label: 'Before', cell: ({ from }) => ratingWords(from) || 'No rating' },
            { key: 'to', label: 'After', cell: ({ to }) => ratingWords(to) || 'No rating' },
            { key: 'count', label: 'Initiatives', numeric: true, cell: ({ initiatives }) => format.number(initiatives, 0) },
          ]}
        />
      </Card>
      <Card flush title="Dates">
        <Table
          caption="Starts and ends that moved"
          rows={[{ name: 'Start', ...starts }, { name: 'End', ...ends }]}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', label: 'Date', cell: ({ name }) => name },
            { key: 'later', label: 'Later', cell: ({ later }) => daysText(later, format) },
            { key: 'earlier', label: 'Earlier', cell: ({ earlier }) => daysText(earlier, format) },
            { key: 'set', label: 'Newly given', numeric: true, cell: ({ set }) => format.number(set, 0) },
            { key: 'cleared', label: 'No longer given', numeric: true, cell: ({ cleared }) => format.number(cleared, 0) },
          ]}
        />
      </Card>
      <Card flush title="What was done in between" note={`${format.count(acts.total, 'act', 'acts')}, ${acts.strategy} of them on the strategy`}>
        <Table
          caption="The newest acts in between"
          rows={acts.newest}
          rowKey={({ at, act }) => `${at} ${act}`}
          empty="Nothing was written in between."
          maxHeight={280}
          columns={[
            { key: 'at', label: 'When', cell: ({ at }) => format.instant(at) },
            { key: 'by', label: 'Who', cell: ({ by }) => by },
            { key: 'act', label: 'What', cell: ({ act, why }) => `${act.split('.').at(-1)?.replaceAll('-', ' ') ?? act}${why ? `: ${why}` : ''}` },
            { key: 'changes', label: 'Changes', numeric: true, cell: (each) => format.number(each.changes, 0) },
          ]}
        />
      </Card>
    </div>
  )
}

const daysText = ({ initiatives, days }: Changes['ends']['later'], format: Format): string => (initiatives === 0 ? 'None' : `${format.number(initiatives, 0)}, ${format.number(Math.round(days / initiatives), 0)} days each on average`)
