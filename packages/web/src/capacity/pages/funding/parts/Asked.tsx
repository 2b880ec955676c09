import type { Commitments, FundingRequest, StaffingRequest } from '@throughline/contract/capacity'
import type { ReactNode } from 'react'
import { metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { unitWords } from '../../capacity/words.ts'
import type { FundingProps, Open } from '../Page.tsx'
import { fundingWords as words, requestLooks } from '../words.ts'

type Row = { readonly id: string; readonly request: FundingRequest | StaffingRequest; readonly of: ReactNode; readonly quantity: ReactNode; readonly committed: ReactNode; readonly acts: ReactNode }

/** What was asked of envelopes and pools, what waits first, with what became of it. */
export function Asked({ commitments: { funding, fundingOmitted, staffing, staffingOmitted }, may, onOpen }: Pick<FundingProps, 'may'> & { readonly commitments: Commitments; onOpen(open: Open): void }) {
  const format = useFormat()
  const omitted = fundingOmitted + staffingOmitted
  const rows = [...funding.map((one) => ofFunds(one, format.money, may.present, onOpen)), ...staffing.map((one) => ofPeople(one, format.date, may.present, onOpen))].toSorted((a, b) => Number(b.request.state === 'waiting') - Number(a.request.state === 'waiting'))
  return (
    <Card flush title={words.askedTitle} note={omitted > 0 ? `${format.count(omitted, 'older one is', 'older ones are')} not listed.` : words.ownAnswer}>
      <Table<Row>
        caption={words.askedTitle} rows={rows} rowKey={({ id }) => id} maxHeight={560} empty={words.askedEmpty}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ request: { initiative, words: why, askedBy, askedAt } }) => <span className="block min-w-48 py-1"><a href={places.initiative(initiative.id)}>{initiative.name}</a>{why && <span className="block">{why}</span>}<span className="quiet block">{askedBy.name}, {format.instant(askedAt)}</span></span> },
          { key: 'of', label: 'Of', cell: ({ of }) => <span className="block min-w-36">{of}</span> },
          { key: 'quantity', label: 'Asked', numeric: true, cell: ({ quantity }) => quantity },
          { key: 'committed', label: 'Committed', numeric: true, cell: ({ committed }) => committed },
          { key: 'state', label: 'State', cell: ({ request: { state, answer } }) => <span className="block min-w-36"><StatusMark quiet tone={requestLooks[state].tone} word={requestLooks[state].words} />{answer && <span className="quiet block">{answer.words ? `${answer.words} (${answer.by})` : `by ${answer.by}`}</span>}</span> },
          { key: 'act', label: '', cell: ({ acts }) => <span className="flex gap-1">{acts}</span> },
        ]}
      />
    </Card>
  )
}

const ofFunds = (one: FundingRequest, money: (amount: { readonly minor: string; readonly currency: string }) => string, present: boolean, onOpen: (open: Open) => void): Row => ({
  id: one.id, request: one, of: <>{one.envelope.name}<span className="quiet block">{one.envelope.label}</span></>, quantity: metricCell(one.amount, money), committed: one.state === 'committed' ? metricCell(one.committed, money) : '–',
  acts: present && <>
    {one.may.answer && <Button aria-label={`Answer the request for funds of ${one.initiative.name}`} onClick={() => onOpen({ form: 'answer-funds', funding: one })}>Answer</Button>}
    {one.may.withdraw && <Button kind="quiet" aria-label={`Withdraw the request for funds of ${one.initiative.name}`} onClick={() => onOpen({ form: 'withdraw-funds', funding: one })}>Withdraw</Button>}
  </>,
})

const ofPeople = (one: StaffingRequest, date: (day: string) => string, present: boolean, onOpen: (open: Open) => void): Row => ({
  id: one.id, request: one, of: <>{one.pool.name}{one.skill && `, ${one.skill}`}<span className="quiet block whitespace-nowrap">{date(one.from)} to {date(one.to)}</span></>,
  quantity: <span className="whitespace-nowrap">{one.quantity} {unitWords[one.pool.unit].short}</span>, committed: one.committed === null ? '–' : <span className="whitespace-nowrap">{one.committed} {unitWords[one.pool.unit].short}</span>,
  acts: present && <>
    {one.may.answer && <Button aria-label={`Answer the request for people of ${one.initiative.name}`} onClick={() => onOpen({ form: 'answer-people', staffing: one })}>Answer</Button>}
    {one.may.end && <Button kind="quiet" aria-label={`${one.state === 'waiting' ? 'Withdraw the request' : 'Release people'} of ${one.pool.name} for ${one.initiative.name}`} onClick={() => onOpen({ form: 'end-people', staffing: one })}>{one.state === 'waiting' ? 'Withdraw' : 'Release'}</Button>}
  </>,
})
