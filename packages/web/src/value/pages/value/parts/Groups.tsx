import type { ValueBook } from '@throughline/contract/value'
import { useState } from 'react'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Table, type TableColumn } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { entriesAddress, entriesUnder, type EntriesLooked } from '../../../ledger-address.ts'

type Group = ValueBook['byUnit'][number]
const fewest = 25
/** An objective shares what an initiative brings with the others that it serves; a department may have initiatives that are not in the ledger. */
const underLabels = { objective: { label: 'Entries of the initiatives that serve it, of which it has its share' }, unit: { label: 'What of it is in the value ledger' }, initiative: {} } as const
/** Accounts of the ledger under each figure. */
const codesOf = { promised: 'S10', forecast: 'A20,A30,F10,A90,C10', realised: 'A90,C10' } as const

/** Promised, forecast, realised and the share realised of what was promised, row by row; every figure says why. */
export function Groups({ groups, by, unit, kept = false }: { readonly groups: readonly Group[]; readonly by: 'objective' | 'unit' | 'initiative'; /** The unit of account of the ledger, for the way to the entries. */ readonly unit?: string | undefined; /** Whether anything of the book is in the ledger. */ readonly kept?: boolean }) {
  const format = useFormat()
  const [whole, setWhole] = useState(false)
  const money = (key: 'promised' | 'forecast' | 'realised', label: string): TableColumn<Group> => ({
    key, label, numeric: true, cell: (group) => <WhyFigure why={explanationFromWire(group[key].why)} under={underOf(group, codesOf[key])}>{format.moneyCell(group[key].metric)}</WhyFigure>,
  })
  const leads = ({ inLedger, initiatives }: Group): boolean => (by === 'initiative' ? inLedger === true : kept && initiatives > 0)
  const ofGroup = ({ id }: Group): EntriesLooked => ({ initiative: { initiative: id ?? undefined }, unit: { department: id ?? 'none' }, objective: { serves: id ?? 'none' } })[by]
  const underOf = (group: Group, codes: string) => (leads(group) ? { ...entriesUnder({ ...ofGroup(group), unit, codes }), ...underLabels[by] } : undefined)
  const names = { objective: 'Objective', unit: 'Department', initiative: 'Initiative' }
  return (
    <div className="grid gap-2">
      <Table<Group>
        caption={`Value by ${names[by].toLowerCase()}`}
        rows={whole ? groups : groups.slice(0, fewest)}
        rowKey={({ id, name }) => id ?? name}
        empty="Nothing to show"
        columns={[
          { key: 'name', label: names[by], cell: (group) => <span className="block min-w-40"><Name group={group} by={by} />{leads(group) && <> <a className="quiet" href={entriesAddress({ ...ofGroup(group), unit })} aria-label={`Entries of ${group.name} in the value ledger`}>Entries</a></>}</span> },
          ...(by === 'initiative' ? [] : [{ key: 'initiatives', label: 'Initiatives', numeric: true, cell: ({ initiatives }: Group) => format.number(initiatives, 0) }]),
          money('promised', 'Promised'),
          money('forecast', 'Forecast'),
          money('realised', 'Realised'),
          { key: 'rate', label: 'Realised of promised', numeric: true, cell: (group) => <WhyFigure why={explanationFromWire(group.realisation.why)} under={underOf(group, 'S10,A90,C10')}>{metricCell(group.realisation.metric, (share) => format.percent(share))}</WhyFigure> },
        ]}
      />
      {groups.length > fewest && <div><Button kind="link" onClick={() => setWhole(!whole)}>{whole ? 'Show fewer' : `Show all ${groups.length}`}</Button></div>}
    </div>
  )
}

function Name({ group, by }: { readonly group: Group; readonly by: 'objective' | 'unit' | 'initiative' }) {
  if (group.id === null || by === 'unit') return <span>{group.name}</span>
  return <a className="text-ink" href={by === 'objective' ? places.objective(group.id) : places.initiative(group.id)}>{group.name}</a>
}
