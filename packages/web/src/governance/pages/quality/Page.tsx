import type { Deliverable, DeliverableState, NewDeliverable, QualityRecord } from '@throughline/contract/governance'
import { deliverableStates } from '@throughline/engine/governance'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../demand/index.ts'
import { places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { FindSelect } from '../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { fieldError, Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../outcome.ts'
import { blankDeliverable, DeliverableForm, type DeliverableChoices } from '../../parts/DeliverableForm.tsx'
import type { Named } from '../../parts/recommendation-forms.tsx'
import { classWords, qualityWords as words, stateLooks } from '../../quality-words.ts'
import { ByClass, Conditions, Headline, Months } from './parts/figures.tsx'
import { QualityCharts } from './parts/QualityCharts.tsx'

/** What of the list is asked for. */
export type Looked = { readonly initiative: string | undefined; readonly state: DeliverableState | undefined; readonly search: string }
export type QualityProps = {
  readonly reading: Reading<QualityRecord>; readonly canEdit: boolean; readonly today: string; readonly looked: Looked; onLook(looked: Looked): void; onFrom(from: number): void
  readonly initiatives: InitiativeChoices; readonly members: readonly Named[]; readonly choices: DeliverableChoices; /** The initiative whose milestones and elements are to be chosen from. */ onChoose(initiativeId: string): void; onAdd(given: NewDeliverable): Outcome
}

/** What initiatives deliver, what reviews found of it, and what escaped them. */
export function QualityPage({ reading, canEdit, today, looked, onLook, onFrom, initiatives, members, choices, onChoose, onAdd }: QualityProps) {
  const [adding, setAdding] = useState(false)
  const add = canEdit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => { onChoose(looked.initiative ?? ''); setAdding(true) }}>List a deliverable</Button>
  const nothing = reading.state === 'full' && reading.value.all === 0
  const of = reading.state === 'full' ? reading.value.initiative : null
  return (
    <PageFrame title={words.title} note={words.note} actions={reading.state === 'full' && !nothing && add}>
      {of && <p className="flex flex-wrap gap-x-4 gap-y-1">Of <a href={places.initiative(of.id)}>{of.name}</a><a href={places.sight('initiative', of.id)}>Its line of sight</a><Button kind="link" onClick={() => onLook({ ...looked, initiative: undefined })}>All initiatives</Button></p>}
      <Shown reading={reading} what="the record of quality" lines={8}>
        {(value) => value.all === 0 ? <EmptyState title={words.emptyTitle} actions={add}>{words.emptyWhy}{!canEdit && ` ${words.emptyReader}`}</EmptyState> : (
          <>
            <Headline value={value} />
            <Conditions value={value} />
            <Listed value={value} looked={looked} onLook={onLook} onFrom={onFrom} />
            <QualityCharts value={value} />
            <ByClass value={value} />
            <Months value={value} />
          </>
        )}
      </Shown>
      {adding && <AddDeliverable {...{ today, initiatives, members, choices, onChoose, onAdd }} of={of} onClose={() => setAdding(false)} />}
    </PageFrame>
  )
}

function Listed({ value, looked, onLook, onFrom }: Pick<QualityProps, 'looked' | 'onLook' | 'onFrom'> & { readonly value: QualityRecord }) {
  const format = useFormat()
  const [search, setSearch] = useState(looked.search)
  const { deliverables, from, total } = value
  return (
    <Card title="Deliverables" note="By the day on which they are needed." flush>
      <form className="no-print flex flex-wrap items-end gap-3 p-4" role="search" aria-label="Narrow the deliverables down" onSubmit={(event) => { event.preventDefault(); onLook({ ...looked, search: search.trim() }) }}>
        <TextField label="Find" type="search" placeholder="Deliverable or initiative" maxLength={120} value={search} onChange={setSearch} />
        <Select label="State" value={looked.state ?? ''} options={[{ value: '', label: 'Any' }, ...deliverableStates.map((one) => ({ value: one, label: stateLooks[one].words }))]} onChange={(state) => onLook({ ...looked, state: deliverableStates.find((one) => one === state) })} />
        <Button type="submit">Find</Button>
      </form>
      <Table<Deliverable>
        caption="Deliverables" rows={deliverables} rowKey={({ id }) => id} maxHeight={640} empty={words.nothing}
        columns={[
          { key: 'name', label: 'Deliverable', cell: ({ id, name, class: of, edition }) => <span className="block min-w-48 font-normal"><a href={places.deliverable(id)}>{name}</a><span className="quiet block">{classWords[of]}{edition > 1 && `, edition ${format.number(edition, 0)}`}</span></span> },
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <a className="block min-w-40" href={places.qualityOf(initiative.id)}>{initiative.name}</a> },
          { key: 'state', label: 'State', cell: ({ state }) => <span className="whitespace-nowrap"><StatusMark quiet tone={stateLooks[state].tone} word={stateLooks[state].words} /></span> },
          { key: 'due', label: 'Needed on', cell: ({ dueOn, late }) => <span className="whitespace-nowrap">{format.date(dueOn)}{late && <span className="block"><StatusMark quiet tone="bad" word="Late" /></span>}</span> },
          { key: 'owner', label: 'Owner', cell: ({ owner, authors }) => <span className="block min-w-32">{owner.name}<span className="quiet block">made by {authors.map(({ name }) => name).join(', ')}</span></span> },
          { key: 'reviews', label: 'Reviews', numeric: true, cell: ({ reviews }) => format.number(reviews, 0) },
          { key: 'open', label: 'Defects open', numeric: true, cell: ({ open }) => format.number(open, 0) },
          { key: 'escaped', label: 'Escaped', numeric: true, cell: ({ escaped }) => format.number(escaped, 0) },
        ]}
      />
      {(total > deliverables.length || from > 0) && (
        <nav className="no-print flex items-center gap-3 p-4" aria-label="Pages of the deliverables">
          <span className="quiet figures" role="status">{deliverables.length === 0 ? 'None' : `${format.number(from + 1, 0)} to ${format.number(from + deliverables.length, 0)}`} of {format.number(total, 0)}</span>
          <Button disabled={from === 0} onClick={() => onFrom(Math.max(0, from - pageRows))}>Earlier</Button>
          <Button disabled={from + deliverables.length >= total} onClick={() => onFrom(from + pageRows)}>Further</Button>
        </nav>
      )}
    </Card>
  )
}
/** Deliverables of a page, as the server gives them unless told. */
const pageRows = 100

function AddDeliverable({ today, initiatives, members, choices, onChoose, onAdd, of, onClose }: Pick<QualityProps, 'today' | 'initiatives' | 'members' | 'choices' | 'onChoose' | 'onAdd'> & { readonly of: Named | null; onClose(): void }) {
  const [initiativeId, setInitiativeId] = useState(of?.id ?? '')
  const found = of && !initiatives.found.some(({ id }) => id === of.id) ? [of, ...initiatives.found] : initiatives.found
  const choose = (id: string) => {
    setInitiativeId(id)
    onChoose(id)
  }
  return (
    <DeliverableForm
      title="List a deliverable" subtitle="Its criteria are agreed by somebody else before it is reviewed." act="List" before={blankDeliverable(today)} members={members} choices={choices} criteria notYet={initiativeId === '' ? 'Choose an initiative' : undefined}
      first={(problem) => <FindSelect label="Initiative" findLabel="Find an initiative" options={found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value={initiativeId} onChange={choose} error={fieldError(problem, 'initiativeId')} />}
      onSubmit={(given) => onAdd({ initiativeId, ...given })} onClose={onClose}
    />
  )
}
