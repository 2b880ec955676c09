import type { ReuseOffer } from '@throughline/contract/delivery'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { reuseWords } from '../words.ts'
import type { Form } from '../acts.ts'

type OfOffer = Form & { readonly offer: ReuseOffer }

/** Accepts an offer for the initiative that receives it, or declines it. */
export function AnswerOffer({ offer, accept, acts, onClose }: OfOffer & { readonly accept: boolean }) {
  const [words, setWords] = useState('')
  return (
    <FormDialog title={accept ? `Accept ${offer.component.name}` : `Decline ${offer.component.name}`} subtitle={`From ${offer.from.name} for ${offer.to.name}`} act={accept ? 'Accept' : 'Decline'} notYet={words.trim() === '' ? (accept ? 'Say what it is used for' : 'Say why') : undefined} onSubmit={() => acts.answer(offer, { accept, words: words.trim() })} onClose={onClose}>
      <p>{accept ? `With it you agree that it saves ${offer.leastHours} to ${offer.mostHours} person hours. ${reuseWords.ledger}` : 'The same can be offered again later.'}</p>
      <TextArea label={accept ? 'What it is used for' : 'Why'} required rows={2} maxLength={2000} data-focus-first="" value={words} onChange={setWords} />
    </FormDialog>
  )
}

/** Confirms with evidence what an accepted offer saved. */
export function ConfirmSaving({ offer, today, acts, onClose }: OfOffer & { readonly today: string }) {
  const [hours, setHours] = useState<string | null>(null)
  const [on, setOn] = useState(today)
  const [words, setWords] = useState('')
  const [link, setLink] = useState('')
  const notYet = hours === null ? 'Say how many hours it saved' : words.trim() === '' ? 'Say what shows it' : on === '' ? 'Say of which day' : undefined
  return (
    <FormDialog title="Confirm what it saved" subtitle={`${offer.component.name} for ${offer.to.name}: ${offer.leastHours} to ${offer.mostHours} person hours were agreed`} act="Confirm" notYet={notYet} onSubmit={() => acts.confirm(offer, { hours: Number(hours), on, words: words.trim(), link: link.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <NumberField label="It saved" unit="person hours" required min={0} value={hours} onChange={setHours} error={fieldError(problem, 'hours')} />
          <TextArea label="What shows it" required rows={2} maxLength={2000} data-focus-first="" value={words} onChange={setWords} error={fieldError(problem, 'words')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField type="date" label="Of the day" required min={offer.answer?.on} max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
            <TextField label="Link" hint="Where it is kept, with https://." maxLength={500} value={link} onChange={setLink} error={fieldError(problem, 'link')} />
          </div>
          <p className="quiet">It is confirmed once, by somebody who did not accept it. {reuseWords.ledger}</p>
        </>
      )}
    </FormDialog>
  )
}

/** Withdraws a component or an offer, with the reason. */
export function Withdraw({ title, subtitle, note, onWithdraw, onClose }: { readonly title: string; readonly subtitle: string; readonly note: string; onWithdraw(reason: string): ReturnType<Form['acts']['withdraw']>; onClose(): void }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={title} subtitle={subtitle} act="Withdraw" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => onWithdraw(reason.trim())} onClose={onClose}>
      <p>{note}</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}
