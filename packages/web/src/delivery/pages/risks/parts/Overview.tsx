import type { Registers, RegisterStanding } from '@throughline/contract/delivery'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Pager } from '../../../../ui/controls/Pager.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { Dialog } from '../../../../ui/overlays/Dialog.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { riskWords as words } from '../../../risk-words.ts'
import { pageRows } from '../acts.ts'

export type OverviewFilter = { readonly search: string; readonly from: number }
export type OverviewProps = { readonly registers: Registers; readonly filter: OverviewFilter; onFilter(filter: OverviewFilter): void; onChoose(id: string): void; onOther(): void }

/** Initiatives with a register, and how many running ones have none. */
export function Overview({ registers: { registers, total, from, without }, filter, onFilter, onChoose, onOther }: OverviewProps) {
  const format = useFormat()
  if (total === 0 && filter.search === '') return <EmptyState title={words.emptyTitle} actions={<Button kind="primary" onClick={onOther}>Open an initiative</Button>}>{words.emptyWhy}</EmptyState>
  return (
    <Card title="Registers" note={without > 0 ? `${format.count(without, 'running initiative has', 'running initiatives have')} none` : 'Every running initiative has one'}>
      <div className="grid gap-3">
        <TextField label="Find an initiative" type="search" value={filter.search} onChange={(search) => onFilter({ search, from: 0 })} />
        <Table<RegisterStanding>
          caption="Initiatives with a register, by name" rows={registers} rowKey={({ initiative }) => initiative.id} empty={words.nothing}
          columns={[
            { key: 'initiative', label: 'Initiative', cell: ({ initiative, running }) => <span className="grid min-w-56 justify-items-start py-1"><button type="button" className="text-left text-accent hover:underline" onClick={() => onChoose(initiative.id)}>{initiative.name}</button>{!running && <span className="quiet text-meta">over</span>}</span> },
            { key: 'threats', label: 'Open threats', numeric: true, cell: ({ threats }) => format.number(threats, 0) },
            { key: 'opportunities', label: 'Open opportunities', numeric: true, cell: ({ opportunities }) => format.number(opportunities, 0) },
            { key: 'unestimated', label: 'Not estimated', numeric: true, cell: ({ unestimated }) => format.number(unestimated, 0) },
            { key: 'over', label: 'Over', numeric: true, cell: ({ over }) => format.number(over, 0) },
            { key: 'issues', label: 'Open issues', numeric: true, cell: ({ openIssues }) => format.number(openIssues, 0) },
            { key: 'exposure', label: 'Expected exposure to threats', numeric: true, cell: ({ exposure }) => <WhyFigure why={explanationFromWire(exposure.why)}><span className="whitespace-nowrap">{format.moneyCell(exposure.metric)}</span></WhyFigure> },
          ]}
        />
        <Pager what="registers" total={total} from={from} shown={registers.length} size={pageRows} onFrom={(next) => onFilter({ ...filter, from: next })} />
      </div>
    </Card>
  )
}

/** Chooses the initiative whose register is opened. */
export function OpenRegister({ initiatives, onChoose, onClose }: { readonly initiatives: InitiativeChoices; onChoose(id: string): void; onClose(): void }) {
  const [id, setId] = useState('')
  return (
    <Dialog open title="Open the register of an initiative" onClose={onClose} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" disabled={id === ''} onClick={() => onChoose(id)}>Open</Button></>}>
      <FindSelect label="Initiative" findLabel="Find an initiative" options={initiatives.found.map((one) => ({ value: one.id, label: one.name }))} total={initiatives.total} onFind={initiatives.find} value={id} onChange={setId} />
    </Dialog>
  )
}
