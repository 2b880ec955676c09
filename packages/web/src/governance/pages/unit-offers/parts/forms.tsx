import type { NewUnitOffer, OfferAnswer, OfferKept, OfferSheet, OutsideInitiative, UnitOffer, UnitOffers } from '@throughline/contract/governance'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'

export type OfferActs = {
  make(offer: NewUnitOffer): Outcome
  answer(offer: UnitOffer, given: Omit<OfferAnswer, 'version'>): Outcome
  keep(offer: UnitOffer, given: Omit<OfferKept, 'version'>): Outcome
  withdraw(offer: UnitOffer, reason: string): Outcome
}
type Form = { readonly acts: OfferActs; onClose(): void }

/** Offers the unit a service about one initiative of others, and says what is asked in return. */
export function MakeOffer({ sheet: { holder }, about: { initiative, goals }, services, acts, onClose }: Form & { readonly sheet: OfferSheet; readonly about: OutsideInitiative; readonly services: UnitOffers['services'] }) {
  const [serviceId, setService] = useState(services[0]?.id ?? '')
  const [lowers, setLowers] = useState('')
  const [inReturn, setReturn] = useState('')
  const notYet = lowers.trim() === '' ? 'Say how it lowers the risk' : inReturn.trim() === '' ? 'Say what is asked in return' : undefined
  return (
    <FormDialog title={`Offer something for ${initiative.name}`} subtitle={`To ${holder.name}, for ${goals.join('; ')}`} act="Offer" notYet={notYet} onSubmit={() => acts.make({ holderId: holder.id, initiativeId: initiative.id, serviceId, lowers: lowers.trim(), inReturn: inReturn.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="Service of the PMO" value={serviceId} options={services.map(({ id, name }) => ({ value: id, label: name }))} onChange={setService} />
          <TextArea label="How it lowers the risk" required rows={2} maxLength={2000} data-focus-first="" value={lowers} onChange={setLowers} error={fieldError(problem, 'lowers')} />
          <TextArea label="What is asked in return" hint="Of the unit: people, figures, a decision by a day." required rows={2} maxLength={2000} value={inReturn} onChange={setReturn} error={fieldError(problem, 'inReturn')} />
        </>
      )}
    </FormDialog>
  )
}

/** Answers an offer for the unit. */
export function AnswerOffer({ offer, acts, onClose }: Form & { readonly offer: UnitOffer }) {
  const [answer, setAnswer] = useState<OfferAnswer['answer']['kind']>('agree')
  const [said, setSaid] = useState('')
  return (
    <FormDialog title={`Answer the offer for ${offer.initiative.name}`} subtitle={`${offer.service.name}, offered by ${offer.by.name}`} act={answer === 'agree' ? 'Agree' : 'Decline'} notYet={answer === 'decline' && said.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.answer(offer, { answer: answer === 'agree' ? { kind: answer, words: said.trim() } : { kind: answer, reason: said.trim() } })} onClose={onClose}>
      <p>{offer.lowers}</p>
      <p>In return: {offer.inReturn}</p>
      <Select label="Answer" value={answer} options={[{ value: 'agree', label: 'Agree' }, { value: 'decline', label: 'Decline' }]} onChange={setAnswer} />
      <TextArea label={answer === 'agree' ? 'What to say about it' : 'Why'} required={answer === 'decline'} rows={2} maxLength={2000} value={said} onChange={setSaid} />
    </FormDialog>
  )
}

/** Says that one side of what was agreed was kept. */
export function KeepOffer({ offer, acts, onClose }: Form & { readonly offer: UnitOffer }) {
  const sides = [...(offer.given === null ? [{ value: 'offer' as const, label: `The PMO gave: ${offer.lowers}` }] : []), ...(offer.returned === null ? [{ value: 'return' as const, label: `${offer.holder.name} gave: ${offer.inReturn}` }] : [])]
  const [side, setSide] = useState<OfferKept['side']>(sides[0]?.value ?? 'offer')
  const [said, setSaid] = useState('')
  return (
    <FormDialog title={`What was kept for ${offer.initiative.name}`} subtitle={offer.service.name} act="Keep" notYet={said.trim() === '' ? 'Say what was given' : undefined} onSubmit={() => acts.keep(offer, { side, words: said.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="Which side" value={side} options={sides} onChange={setSide} />
          <TextArea label="What was given" required rows={2} maxLength={2000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Withdraws an offer; it stays in the log with the reason. */
export function WithdrawOffer({ offer, acts, onClose }: Form & { readonly offer: UnitOffer }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={`Withdraw the offer for ${offer.initiative.name}`} subtitle={`${offer.service.name}, to ${offer.holder.name}`} act="Withdraw" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.withdraw(offer, reason.trim())} onClose={onClose}>
      {(problem) => <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} error={fieldError(problem, 'reason')} />}
    </FormDialog>
  )
}
