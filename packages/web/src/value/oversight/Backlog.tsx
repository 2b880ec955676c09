import type { Backlog, BacklogUnit, WaitingPart } from '@throughline/contract/value'
import type { ReactNode } from 'react'
import { explanationFromWire, places, useFormat } from '../../format/index.ts'
import { Card } from '../../ui/display/Card.tsx'
import { Chip, StatusMark } from '../../ui/display/Status.tsx'
import { Table } from '../../ui/display/Table.tsx'
import { WhyFigure } from '../../ui/display/WhyFigure.tsx'
import { EmptyState } from '../../ui/states/states.tsx'
import { amountWords, unitWords } from '../amounts.ts'
import { entriesAddress, entriesUnder } from '../ledger-address.ts'
import { bandWords } from './words.ts'

/** What waits in each unit of account and for how long; there is no sum over units. */
export function BacklogCard({ backlog, actions }: { readonly backlog: Backlog; readonly actions?: ReactNode }) {
  const format = useFormat()
  const bands = backlog.units[0]?.bands.map(({ key }) => key) ?? []
  const figure = (unit: BacklogUnit, key: (typeof bands)[number]) => {
    const band = unit.bands.find((one) => one.key === key)
    return band && band.claims > 0 ? amountWords(band.amount, unit.unit, format) : <span className="quiet">–</span>
  }
  return (
    <Card flush title="Waiting for verification" note="Realised, and nobody independent has looked at it yet. Units are never added." actions={actions}>
      <Table<BacklogUnit>
        caption="What waits for verification, by unit of account"
        rows={backlog.units}
        rowKey={({ unit }) => unit}
        columns={[
          { key: 'unit', label: 'Unit', cell: ({ unit }) => <a className="text-ink" href={entriesAddress({ unit, codes: 'R10' })}>{unitWords(unit)}</a> },
          { key: 'amount', label: 'At stake', numeric: true, cell: ({ unit, amount, why }) => <WhyFigure why={explanationFromWire(why)} under={entriesUnder({ unit, codes: 'R10' })}>{amountWords(amount, unit, format)}</WhyFigure> },
          { key: 'claims', label: 'Claims', numeric: true, cell: ({ claims }) => format.number(claims, 0) },
          ...bands.map((key) => ({ key, label: bandWords[key], numeric: true, cell: (unit: BacklogUnit) => figure(unit, key) })),
          { key: 'oldest', label: 'Oldest', numeric: true, cell: ({ oldestDays }) => format.count(oldestDays, 'day', 'days') },
          { key: 'stuck', label: 'Whose turn', cell: ({ stuck, claims }) => (stuck === 0 ? 'Somebody independent' : <StatusMark quiet tone="bad" word={stuck === claims ? 'Nobody’s: all are bound to it' : `Nobody’s for ${stuck} of ${claims}`} />) },
        ]}
      />
    </Card>
  )
}

/** Everything that waits: by unit, then claim by claim, the oldest first. */
export function BacklogView({ backlog }: { readonly backlog: Backlog }) {
  const format = useFormat()
  if (backlog.units.length === 0) return <EmptyState title="Nothing waits for verification" actions={<a className="button" data-kind="secondary" href={entriesAddress({ codes: 'R20,R30' })}>What was verified</a>}>Every claim that stands was looked at by somebody independent, or there is none.</EmptyState>
  const yours = backlog.claims.filter(({ yours: own }) => own).length
  return (
    <div className="grid gap-4">
      <BacklogCard backlog={backlog} />
      {backlog.units.some(({ stuck }) => stuck > 0) && <div className="grid gap-1"><p className="quiet max-w-[100ch]">Where it is nobody’s turn, everybody with the right has claimed it, owns it, works on it, or is within two levels of somebody who does (V-13). Give the right to verify to somebody who is none of that.</p><a className="w-fit leading-6" href={places.access}>Who may verify</a></div>}
      <Card flush title="Claim by claim, the oldest first" actions={yours > 0 && <a className="button" data-kind="secondary" href="/value/verify">Verify them</a>} note={yours > 0 ? `${format.count(yours, 'claim is', 'claims are')} your turn` : 'None is your turn'}>
        <Table<WaitingPart>
          caption="Claims that wait for verification"
          rows={backlog.claims}
          rowKey={({ entryId, benefitId, period }) => `${entryId} ${benefitId} ${period}`}
          columns={[
            { key: 'benefit', label: 'Benefit', cell: ({ benefitId, benefit, initiativeId, initiative, period, unit }) => <span className="grid"><a className="flex min-h-6 items-center text-ink" href={entriesAddress({ benefit: benefitId, period, unit, codes: 'R10' })}>{benefit}</a><a className="quiet flex min-h-6 items-center" href={places.initiative(initiativeId)}>{initiative}</a></span> },
            { key: 'period', label: 'Period', cell: ({ period }) => period },
            { key: 'amount', label: 'Waits', numeric: true, cell: ({ amount, unit }) => amountWords(amount, unit, format) },
            { key: 'unit', label: 'Unit', cell: ({ unit }) => unitWords(unit) },
            { key: 'since', label: 'Claimed', cell: ({ since, by, entryId }) => <a className="leading-6" href={entriesAddress({ entry: entryId })}>{`${format.date(since)} by ${by}`}</a> },
            { key: 'days', label: 'Waits for', numeric: true, cell: ({ days }) => format.count(days, 'day', 'days') },
            { key: 'turn', label: 'Whose turn', cell: ({ turn, yours: own }) => turn.length === 0 ? <StatusMark quiet tone="bad" word="Nobody independent may verify" /> : <span className="inline-flex flex-wrap items-center gap-1.5">{own && <Chip tone="done">Yours</Chip>}{turn.slice(0, 3).join(', ')}{turn.length > 3 && <span className="quiet">{`and ${turn.length - 3} more`}</span>}</span> },
          ]}
        />
        {backlog.more > 0 && <p className="quiet p-4">{format.count(backlog.more, 'younger claim is', 'younger claims are')} not listed.</p>}
      </Card>
    </div>
  )
}
