import type { Cockpit } from '@throughline/contract/portfolio'
import { useState } from 'react'
import { HealthBar, HealthLegend, HealthTally, levelsOf, scaleWords, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'

type Group = Cockpit['health']['byUnit'][number]
const fewest = 9

/** How the initiatives of each department, or of each category, are rated: a distribution for each, never an average. */
export function Health({ health, className }: { readonly health: Cockpit['health']; readonly className?: string }) {
  const format = useFormat()
  const [by, setBy] = useState<'unit' | 'category'>('unit')
  const [whole, setWhole] = useState(false)
  const groups = by === 'unit' ? health.byUnit : health.byCategory
  const shown = whole ? groups : groups.slice(0, fewest)
  const choose = (
    <span className="button-group">
      <Button aria-pressed={by === 'unit'} onClick={() => setBy('unit')}>Department</Button>
      <Button aria-pressed={by === 'category'} onClick={() => setBy('category')}>Category</Button>
    </span>
  )
  return (
    <Card flush title={`Health by ${by === 'unit' ? 'department' : 'category'}`} note={`Share of initiatives${health.scale ? `, ${scaleWords[health.scale]}` : ''}`} actions={choose} {...(className ? { className } : {})}>
      <Table<Group>
        caption="How many initiatives have each rating"
        rows={shown}
        rowKey={({ id, name }) => id ?? name}
        empty="No initiative has been rated."
        columns={[
          { key: 'name', label: by === 'unit' ? 'Department' : 'Category', cell: ({ name }) => name },
          { key: 'initiatives', label: 'Initiatives', numeric: true, cell: ({ initiatives }) => format.number(initiatives, 0) },
          { key: 'cost', label: 'Cost', numeric: true, cell: ({ cost }) => format.moneyCell(cost) },
          { key: 'health', label: 'Health', cell: (group) => <div className="min-w-32"><HealthBar health={group.health} name={group.name} /></div> },
          { key: 'counts', label: 'Counts', cell: (group) => <HealthTally health={group.health} /> },
        ]}
      />
      <div className="flex flex-wrap items-center gap-3 border-t border-border px-4 py-2">
        <HealthLegend levels={levelsOf(health.scale)} />
        {groups.length > fewest && <Button kind="link" className="ml-auto" onClick={() => setWhole(!whole)}>{whole ? 'Show fewer' : `Show all ${groups.length}`}</Button>}
      </div>
    </Card>
  )
}
