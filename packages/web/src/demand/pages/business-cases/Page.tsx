import type { BusinessCases, CaseListRow, CaseVersion } from '@throughline/contract/demand'
import { useState } from 'react'
import { explanationFromWire, metricCell, places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Pager } from '../../../ui/controls/Pager.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { caseLooks, stageWords } from '../../case-words.ts'

/** Rows of a page. */
export const pageRows = 50

export type BusinessCasesProps = { readonly reading: Reading<BusinessCases>; readonly search: string; readonly state: CaseVersion['state'] | undefined; onSearch(text: string): void; onState(state: CaseVersion['state'] | undefined): void; onFrom(from: number): void }

/** Which initiatives have a business case, how it stands, and what the preferred option is worth. */
export function BusinessCasesPage({ reading, search, state, onSearch, onState, onFrom }: BusinessCasesProps) {
  const format = useFormat()
  // What is typed is looked for once it is sent: each look loads the page anew, and the field would lose its cursor.
  const [typed, setTyped] = useState(search)
  const asked = search !== '' || state !== undefined
  return (
    <PageFrame title="Business cases" note="The newest version of each initiative: how it stands, what it lacks, and what the preferred option is worth">
      <Shown reading={reading} what="business cases" lines={8}>
        {(found) => (found.total === 0 && !asked && found.counts.length === 0 ? (
          <EmptyState title="There is no business case yet" actions={<a className="button" data-kind="primary" href={places.initiatives}>To the initiatives</a>}>Open an initiative and choose Business case: whoever may change it begins a draft, and finance gives the cash flow.</EmptyState>
        ) : (
          <>
            <form className="no-print flex flex-wrap items-end gap-3" role="search" aria-label="Narrow the business cases down" onSubmit={(event) => { event.preventDefault(); onSearch(typed.trim()) }}>
              <TextField className="min-w-56" type="search" label="Find an initiative" value={typed} onChange={setTyped} />
              <Select label="State" value={state ?? 'all'} options={[{ value: 'all', label: 'All' }, ...found.counts.map((one) => ({ value: one.state, label: `${caseLooks[one.state].words} (${one.count})` })), ...(state && !found.counts.some((one) => one.state === state) ? [{ value: state, label: caseLooks[state].words }] : [])]} onChange={(one) => onState(one === 'all' ? undefined : one)} />
              <Button type="submit">Find</Button>
            </form>
            <Card title="Cases" note={`${format.count(found.total, 'business case', 'business cases')}; ${format.count(found.without, 'initiative that goes on has', 'initiatives that go on have')} none`} flush>
              <CasesTable rows={found.rows} />
            </Card>
            <Pager what="business cases" total={found.total} from={found.from} shown={found.rows.length} size={pageRows} onFrom={onFrom} />
          </>
        ))}
      </Shown>
    </PageFrame>
  )
}

function CasesTable({ rows }: { readonly rows: readonly CaseListRow[] }) {
  const format = useFormat()
  return (
    <Table<CaseListRow>
      caption="Business cases" rows={rows} rowKey={({ initiative, no }) => `${initiative.id} ${no}`} empty="No business case is like that."
      columns={[
        { key: 'name', label: 'Initiative', cell: ({ initiative, unit }) => <span className="block min-w-48"><a className="text-ink" href={places.businessCase(initiative.id)}>{initiative.name}</a><span className="quiet block font-normal">{[initiative.key, unit].filter(Boolean).join(' · ')}</span></span> },
        { key: 'state', label: 'State', cell: ({ state, stage, no }) => <span className="block min-w-40"><StatusMark quiet tone={caseLooks[state].tone} word={caseLooks[state].words} /><span className="quiet block">{stageWords[stage]}, version {no}</span></span> },
        { key: 'missing', label: 'There', numeric: true, cell: ({ asked, missing }) => <span className="block min-w-20">{asked - missing} of {asked}</span> },
        { key: 'preferred', label: 'Preferred option', cell: ({ preferred }) => preferred ?? <span className="quiet">none</span> },
        { key: 'worth', label: 'Net present value', numeric: true, cell: ({ worth }) => <WhyFigure why={explanationFromWire(worth.why)}>{format.moneyCell(worth.metric)}</WhyFigure> },
        { key: 'ratio', label: 'Benefit-cost ratio', numeric: true, cell: ({ ratio }) => <WhyFigure why={explanationFromWire(ratio.why)}>{metricCell(ratio.metric, format.ratio)}</WhyFigure> },
        { key: 'decided', label: 'Decided', cell: ({ decided, submittedAt }) => (decided ? <span className="block min-w-40">{decided.decisionId ? <a href={places.decision(decided.decisionId)}>{decided.by}, {format.date(decided.at.slice(0, 10))}</a> : decided.by}</span> : submittedAt ? `waits since ${format.date(submittedAt.slice(0, 10))}` : '–') },
      ]}
    />
  )
}
