import type { Commitments, Envelope } from '@throughline/contract/capacity'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { tint } from '../../../../ui/shade.ts'
import type { FundingProps, Open } from '../Page.tsx'
import { fundingWords as words } from '../words.ts'

type Part = Pick<FundingProps, 'may'> & { readonly commitments: Commitments; onOpen(open: Open): void }

/** Envelopes with what is committed of each, what waits and what is free. */
export function Envelopes({ commitments: { envelopes }, may, onOpen }: Part) {
  const format = useFormat()
  return (
    <Card flush title={words.envelopesTitle} note={may.seesMoney ? words.envelopesNote : words.withheld}>
      <Table<Envelope>
        caption={words.envelopesTitle} rows={envelopes} rowKey={({ id }) => id} empty={words.envelopesEmpty}
        columns={[
          { key: 'name', label: 'Envelope', cell: ({ name, label, decision }) => <span className="block min-w-44 py-1">{name}<span className="quiet block">{label}</span>{decision && <a className="block" href={`/governance/decisions/${decision.id}`}>{decision.name}</a>}</span> },
          { key: 'owner', label: 'Owner', cell: ({ owner }) => <span className="whitespace-nowrap">{owner.name}</span> },
          { key: 'bar', label: 'Committed and free', cell: (one) => <EnvelopeBar envelope={one} /> },
          { key: 'amount', label: 'Envelope', numeric: true, cell: ({ amount }) => metricCell(amount, format.money) },
          { key: 'committed', label: 'Committed', numeric: true, cell: ({ committed }) => <WhyFigure why={explanationFromWire(committed.why)}>{metricCell(committed.metric, format.money)}</WhyFigure> },
          { key: 'waiting', label: 'Waiting', numeric: true, cell: ({ waiting }) => metricCell(waiting, format.money) },
          { key: 'free', label: 'Free', numeric: true, cell: ({ free }) => <WhyFigure why={explanationFromWire(free.why)}>{metricCell(free.metric, format.money)}</WhyFigure> },
          { key: 'act', label: '', cell: (envelope) => may.finance && <span className="flex gap-1"><Button aria-label={`Change ${envelope.name} ${envelope.label}`} onClick={() => onOpen({ form: 'change', envelope })}>Change</Button>{envelope.holders.length === 0 && <Button kind="quiet" aria-label={`Remove ${envelope.name} ${envelope.label}`} onClick={() => onOpen({ form: 'remove', envelope })}>Remove</Button>}</span> },
        ]}
      />
    </Card>
  )
}

/** A bar of an envelope: committed on the accent, what waits lighter, the rest free. What is withheld is no bar. */
function EnvelopeBar({ envelope: { name, amount, committed, waiting } }: { readonly envelope: Envelope }) {
  const format = useFormat()
  if (amount.status !== 'ok' || committed.metric.status !== 'ok') return <span className="quiet">withheld</span>
  const share = (minor: string): number => Math.min(1, Number(minor) / Number(amount.value.minor))
  const [held, asked] = [share(committed.metric.value.minor), waiting.status === 'ok' ? share(waiting.value.minor) : 0]
  const told = `${name}: ${format.percent(held, 0)} committed${asked > 0 ? `, ${format.percent(asked, 0)} waiting` : ''}, ${format.percent(1 - held, 0)} free`
  return (
    <div role="img" aria-label={told} title={told} className="flex h-3 w-40 overflow-hidden rounded-bar border border-border-strong" style={{ background: 'var(--sunken)' }}>
      <i style={{ width: `${held * 100}%`, background: 'var(--accent-fill)' }} />
      <i style={{ width: `${Math.min(asked, 1 - held) * 100}%`, background: tint(34) }} />
    </div>
  )
}

type Held = { readonly envelope: Envelope; readonly holder: Envelope['holders'][number] }
/** What initiatives hold of envelopes; what has left the plan is marked, so that it is released. */
export function Holders({ commitments: { envelopes }, may, onOpen }: Part) {
  const format = useFormat()
  const rows = envelopes.flatMap((envelope) => envelope.holders.map((holder): Held => ({ envelope, holder })))
  const omitted = envelopes.reduce((sum, one) => sum + one.omitted, 0)
  if (envelopes.length === 0) return null
  return (
    <Card flush title={words.holdersTitle} note={omitted > 0 ? `${format.count(omitted, 'smaller one is', 'smaller ones are')} not listed.` : undefined}>
      <Table<Held>
        caption={words.holdersTitle} rows={rows} rowKey={({ envelope, holder }) => `${envelope.id} ${holder.initiative.id}`} maxHeight={480} empty={words.holdersEmpty}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ holder: { initiative } }) => <span className="block min-w-44"><a href={places.initiative(initiative.id)}>{initiative.name}</a>{!initiative.inPlan && <span className="block"><StatusMark quiet tone="warn" word="Has left the plan: release what it holds" /></span>}</span> },
          { key: 'envelope', label: 'Envelope', cell: ({ envelope }) => `${envelope.name}, ${envelope.label}` },
          { key: 'amount', label: 'Committed', numeric: true, cell: ({ holder }) => metricCell(holder.amount, format.money) },
          { key: 'act', label: '', cell: ({ envelope, holder }) => may.finance && <span className="flex gap-1"><Button aria-label={`Release funds of ${holder.initiative.name}`} onClick={() => onOpen({ form: 'release', envelope, holder })}>Release</Button><Button kind="quiet" aria-label={`Transfer funds of ${holder.initiative.name}`} onClick={() => onOpen({ form: 'transfer', envelope, holder })}>Transfer</Button></span> },
        ]}
      />
    </Card>
  )
}
