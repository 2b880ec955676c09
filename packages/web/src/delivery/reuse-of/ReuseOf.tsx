import { deliveryRoutes, type InitiativeReuse, type ReuseOffer } from '@throughline/contract/delivery'
import { useState } from 'react'
import { explanationFromWire, places, useFormat, useToday } from '../../format/index.ts'
import { Card } from '../../ui/display/Card.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { WhyFigure } from '../../ui/display/WhyFigure.tsx'
import { isPast, useMoment, useRead } from '../../wire/index.ts'
import { AnswerOffer, ConfirmSaving, Withdraw } from '../pages/reuse/parts/offer-forms.tsx'
import { DeliverableMark } from '../pages/reuse/parts/DeliverableMark.tsx'
import { Acts, type OfferAct } from '../pages/reuse/parts/tables.tsx'
import { componentKindWords, componentLooks, offerLooks, reusePlace } from '../reuse-words.ts'
import { useReuseActs } from './use-reuse-acts.ts'

/** What an initiative makes for others and has from them; nothing where there is none and nothing reads like what it needs. */
export default function ReuseOf({ initiativeId }: { readonly initiativeId: string }) {
  const [open, setOpen] = useState<{ readonly form: OfferAct; readonly offer: ReuseOffer }>()
  const [past, today, acts] = [isPast(useMoment()), useToday(), useReuseActs()]
  const reading = useRead(deliveryRoutes.readInitiativeReuse, { params: { id: initiativeId } })
  if (reading.state !== 'full') return null
  const { components, offers, fits, mayEdit } = reading.value
  if (components.length + offers.length + fits.length === 0) return null
  const onClose = () => setOpen(undefined)
  return (
    <Card title="Reuse" note="What it makes for others, and has from them" actions={<a className="button" data-kind="secondary" href={reusePlace}>All of it</a>}>
      <div className="grid gap-4">
        {components.length > 0 && <Components components={components} />}
        {offers.length > 0 && <Offers initiativeId={initiativeId} offers={offers} onAct={mayEdit && !past ? (form, offer) => setOpen({ form, offer }) : undefined} />}
        {fits.length > 0 && <Fits fits={fits} />}
      </div>
      {open?.form === 'confirm' && <ConfirmSaving offer={open.offer} {...{ today, acts, onClose }} />}
      {open?.form === 'take-back' && <Withdraw title="Withdraw an offer" subtitle={`${open.offer.component.name} for ${open.offer.to.name}`} note="It can be offered again." onWithdraw={(reason) => acts.withdrawOffer(open.offer, reason)} onClose={onClose} />}
      {(open?.form === 'accept' || open?.form === 'decline') && <AnswerOffer offer={open.offer} accept={open.form === 'accept'} {...{ acts, onClose }} />}
    </Card>
  )
}

function Components({ components }: Pick<InitiativeReuse, 'components'>) {
  return (
    <section aria-label="Made for others">
      <h3>Made for others</h3>
      <ul>{components.map(({ id, name, kind, state, deliverable, reusedBy }) => <li key={id} className="flex flex-wrap items-baseline gap-x-3"><span className="leading-6">{name}</span><StatusMark quiet {...componentLooks[state]} /><span className="quiet">{componentKindWords[kind]}{reusedBy.length > 0 && `, reused by ${reusedBy.map((one) => one.name).join(', ')}`}</span>{deliverable && <DeliverableMark deliverable={deliverable} />}</li>)}</ul>
    </section>
  )
}

function Offers({ initiativeId, offers, onAct }: { readonly initiativeId: string; readonly offers: readonly ReuseOffer[]; readonly onAct: ((act: OfferAct, offer: ReuseOffer) => void) | undefined }) {
  const format = useFormat()
  return (
    <section aria-label="Offers">
      <h3>Offers</h3>
      <ul className="grid gap-2">
        {offers.map((offer) => {
          const gives = offer.from.id === initiativeId
          const other = gives ? offer.to : offer.from
          return (
            <li key={offer.id} className="flex flex-wrap items-baseline gap-x-3">
              <span className="leading-6">{offer.component.name} {gives ? 'for' : 'from'} <a href={places.initiative(other.id)}>{other.name}</a></span>
              <StatusMark quiet {...offerLooks[offer.state]} />
              <span className="quiet">saves {format.number(offer.leastHours)} to {format.number(offer.mostHours)} person hours{offer.saved && `, ${format.number(offer.saved.hours)} confirmed`}{offer.answer && ` · ${offer.answer.words}`}</span>
              {!gives && offer.component.deliverable && <DeliverableMark deliverable={offer.component.deliverable} />}
              {onAct && (gives ? offer.state === 'offered' : offer.state === 'offered' || offer.state === 'accepted') && <Acts offer={offer} side={gives ? 'gives' : 'has'} onAct={onAct} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Fits({ fits }: Pick<InitiativeReuse, 'fits'>) {
  const format = useFormat()
  return (
    <section aria-label="Could be of use">
      <h3>Could be of use</h3>
      <ul>{fits.map(({ component, from, state, likeness: { metric, why } }) => <li key={component.id} className="flex flex-wrap items-baseline gap-x-3"><span className="leading-6">{component.name} of <a href={places.initiative(from.id)}>{from.name}</a></span><StatusMark quiet {...componentLooks[state]} /><span className="quiet">likeness <WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? format.percent(metric.value, 0) : ''}</WhyFigure></span></li>)}</ul>
    </section>
  )
}
