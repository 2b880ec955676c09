import type { Component, ReuseBoard, ReuseChance, ReuseOffer } from '@throughline/contract/delivery'
import type { ReactNode } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { chanceWords, componentKindWords, componentLooks, offerLooks } from '../../../reuse-words.ts'
import { reuseWords as words } from '../words.ts'
import { DeliverableMark } from './DeliverableMark.tsx'

export type ComponentAct = 'change' | 'offer' | 'withdraw'
export type OfferAct = 'accept' | 'decline' | 'confirm' | 'take-back'

/** What initiatives make for others, with who reuses it. */
export function ComponentsTable({ board: { components, omitted }, looking, onAct }: { readonly board: ReuseBoard; readonly looking: ReactNode; readonly onAct: ((act: ComponentAct, component: Component) => void) | undefined }) {
  const format = useFormat()
  return (
    <Card title="Components" note={`By name.${omitted > 0 ? ` ${format.count(omitted, 'further one is', 'further ones are')} not listed; look for words.` : ''}`} flush>
      {looking}
      <Table<Component>
        caption="Components that initiatives make for others" rows={components} rowKey={({ id }) => id} maxHeight={560} empty={words.nothingFound}
        columns={[
          { key: 'name', label: 'Component', cell: ({ name, words: said, withdrawn }) => <span className="block min-w-56 py-1">{name}<span className="quiet line-clamp-2 max-w-[70ch]">{withdrawn ? `Withdrawn on ${format.date(withdrawn.on)}, ${withdrawn.by}: ${withdrawn.words}` : said}</span></span> },
          { key: 'kind', label: 'Kind', cell: ({ kind }) => componentKindWords[kind] },
          { key: 'by', label: 'Made by', cell: ({ initiative }) => <a className="text-ink" href={places.initiative(initiative.id)}>{initiative.name}</a> },
          { key: 'state', label: 'State', cell: ({ state, availableOn, work, deliverable }) => <span className="block min-w-40"><StatusMark quiet {...componentLooks[state]} /><span className="quiet block">{deliverable ? <>by the deliverable <DeliverableMark deliverable={deliverable} /></> : work ? `by the work ${work.name}` : `from ${format.date(availableOn)}`}</span></span> },
          { key: 'skills', label: 'Skills', cell: ({ skills }) => skills.join(', ') || <span className="quiet">none named</span> },
          { key: 'reused', label: 'Reused by', cell: ({ reusedBy }) => (reusedBy.length === 0 ? <span className="quiet">nobody yet</span> : reusedBy.map(({ id, name }, at) => <span key={id}>{at > 0 && ', '}<a href={places.initiative(id)}>{name}</a></span>)) },
          { key: 'act', label: '', cell: (one) => onAct && one.state !== 'withdrawn' && <span className="flex justify-end gap-1"><Button aria-label={`Offer ${one.name}`} onClick={() => onAct('offer', one)}>Offer</Button><Button kind="quiet" aria-label={`Change ${one.name}`} onClick={() => onAct('change', one)}>Change</Button><Button kind="quiet" aria-label={`Withdraw ${one.name}`} onClick={() => onAct('withdraw', one)}>Withdraw</Button></span> },
        ]}
      />
    </Card>
  )
}

/** Offers, those that wait first, with what the reader may do about them. */
export function OffersTable({ offers, omitted, all, onAct }: { readonly offers: readonly ReuseOffer[]; readonly omitted: number; /** Whatever was looked for. */ readonly all: number; readonly onAct: ((act: OfferAct, offer: ReuseOffer) => void) | undefined }) {
  const format = useFormat()
  if (offers.length === 0) return <Card title="Offers"><p className="quiet">{all === 0 ? words.noOffers : words.noOfferFound}</p></Card>
  return (
    <Card title="Offers" note={`Those that wait first. ${words.ledger}${omitted > 0 ? ` ${format.count(omitted, 'earlier one is', 'earlier ones are')} not listed; look for words above.` : ''}`} flush>
      <Table<ReuseOffer>
        caption="Offers of components with what they save" rows={offers} rowKey={({ id }) => id} maxHeight={560}
        columns={[
          { key: 'component', label: 'Component', cell: ({ component, from, to }) => <span className="block min-w-56 py-1">{component.name} <StatusMark quiet {...componentLooks[component.state]} />{component.deliverable && component.state !== 'available' && <span className="quiet block">by the deliverable <DeliverableMark deliverable={component.deliverable} /></span>}<span className="quiet block"><a href={places.initiative(from.id)}>{from.name}</a> for <a href={places.initiative(to.id)}>{to.name}</a></span></span> },
          { key: 'saves', label: 'Saves, person hours', numeric: true, cell: ({ leastHours, mostHours }) => <span className="whitespace-nowrap">{leastHours === mostHours ? format.number(leastHours) : `${format.number(leastHours)} to ${format.number(mostHours)}`}</span> },
          { key: 'basis', label: 'By what', cell: ({ basis, offeredBy, offeredOn }) => <span className="block min-w-40">{basis}<span className="quiet block">{offeredBy}, {format.date(offeredOn)}</span></span> },
          { key: 'state', label: 'State', cell: ({ state, answer }) => <span className="block min-w-40"><StatusMark quiet {...offerLooks[state]} />{answer && <span className="quiet block">{answer.words} · {answer.by}, {format.date(answer.on)}</span>}</span> },
          { key: 'saved', label: 'Confirmed', numeric: true, cell: ({ saved, state }) => (saved ? <span>{format.number(saved.hours)}<span className="quiet block">{saved.link ? <a href={saved.link} target="_blank" rel="noreferrer">{saved.words}</a> : saved.words} · {saved.by}</span></span> : <span className="quiet">{state === 'accepted' ? 'not yet' : '–'}</span>) },
          { key: 'act', label: '', cell: (one) => onAct && <Acts offer={one} onAct={onAct} /> },
        ]}
      />
    </Card>
  )
}

/** What the reader may do about an offer, on one side of it or on both; the server asks again whether they may. */
export function Acts({ offer, side = 'both', onAct }: { readonly offer: ReuseOffer; readonly side?: 'gives' | 'has' | 'both'; onAct(act: OfferAct, offer: ReuseOffer): void }) {
  const about = `${offer.component.name} for ${offer.to.name}`
  if (offer.state === 'accepted' && offer.saved === null && !offer.own.accepted && side !== 'gives') return <Button aria-label={`Confirm what ${about} saved`} onClick={() => onAct('confirm', offer)}>Confirm the saving</Button>
  if (offer.state !== 'offered') return null
  return (
    <span className="flex gap-1">
      {side !== 'gives' && !offer.own.offered && offer.component.state !== 'withdrawn' && <Button aria-label={`Accept ${about}`} onClick={() => onAct('accept', offer)}>Accept</Button>}
      {side !== 'gives' && !offer.own.offered && <Button kind="quiet" aria-label={`Decline ${about}`} onClick={() => onAct('decline', offer)}>Decline</Button>}
      {side !== 'has' && <Button kind="quiet" aria-label={`Withdraw the offer of ${about}`} onClick={() => onAct('take-back', offer)}>Withdraw</Button>}
    </span>
  )
}

/** Where initiatives that go on could go together, with what they share. */
export function ChancesTable({ board: { chances, omittedChances } }: { readonly board: ReuseBoard }) {
  const format = useFormat()
  if (chances.length === 0) return <Card title="Could go together"><p className="quiet">{words.noChances}</p></Card>
  return (
    <Card title="Could go together" note={`What most initiatives share first; whoever leads them talks to each other.${omittedChances > 0 ? ` ${format.count(omittedChances, 'further one is', 'further ones are')} not listed.` : ''}`} flush>
      <Table<ReuseChance>
        caption="Where initiatives could go together" rows={chances} rowKey={({ kind, thing, period }) => `${kind} ${thing} ${period ?? ''}`} maxHeight={480}
        columns={[
          { key: 'thing', label: 'What they share', cell: ({ kind, thing, period }) => <span className="block min-w-48 py-1">{thing}<span className="quiet block">{chanceWords[kind]}{period && `, most of them in ${period}`}</span></span> },
          { key: 'count', label: 'Initiatives', numeric: true, cell: ({ count }) => format.number(count, 0) },
          { key: 'who', label: 'Which', cell: ({ initiatives, count }) => <span className="block min-w-56">{initiatives.map(({ id, name }, at) => <span key={id}>{at > 0 && ', '}<a href={places.initiative(id)}>{name}</a></span>)}{count > initiatives.length && ` and ${format.number(count - initiatives.length, 0)} more`}</span> },
        ]}
      />
    </Card>
  )
}
