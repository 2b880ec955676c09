import type { Commitments, CrewRow } from '@throughline/contract/capacity'
import { places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { overLimit, tint } from '../../../../ui/shade.ts'
import { unitWords } from '../../capacity/words.ts'
import { fundingWords as words } from '../words.ts'

/** What minimum crews need and have by period, as a picture that reads as a table. */
export function Crews({ commitments: { crews, crewsOmitted, periods } }: { readonly commitments: Commitments }) {
  const format = useFormat()
  return (
    <Card flush title={words.crewsTitle} note={crewsOmitted > 0 ? `${format.count(crewsOmitted, 'later one is', 'later ones are')} not listed.` : words.crewsNote}>
      <Table<CrewRow>
        caption={words.crewsTitle} rows={crews} rowKey={({ initiative, pool }) => `${initiative.id} ${pool.id}`} maxHeight={560} empty={words.crewsEmpty}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative, pool, startsOn }) => <span className="block min-w-44 py-1"><a href={places.initiative(initiative.id)}>{initiative.name}</a><span className="quiet block">{pool.name} ({unitWords[pool.unit].short}), from {format.date(startsOn)}</span></span> },
          ...periods.map((period, at) => ({ key: period.from, label: period.label, numeric: true, cell: ({ cells, pool }: CrewRow) => <Cell cell={cells[at]} told={`${pool.name}, ${period.label}`} /> })),
        ]}
      />
    </Card>
  )
}

function Cell({ cell, told }: { readonly cell: CrewRow['cells'][number] | undefined; readonly told: string }) {
  const format = useFormat()
  if (!cell || (cell.needed === null && Number(cell.committed) === 0)) return <span className="quiet">–</span>
  const [needed, committed] = [Number(cell.needed ?? '0'), Number(cell.committed)]
  const words = `${told}: ${format.number(committed)} committed of ${format.number(needed)} needed`
  return <span className="figures inline-block min-h-6 min-w-16 rounded-bar px-2 leading-6" style={{ background: committed < needed ? overLimit : tint(needed > 0 ? 30 : 8) }} title={words}><span aria-hidden="true">{format.number(committed)} / {format.number(needed)}</span><span className="visually-hidden">{words}</span></span>
}
