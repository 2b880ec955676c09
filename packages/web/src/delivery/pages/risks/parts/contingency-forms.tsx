import type { AgreedContingency, Contingency, Drawdown, NewDrawdown } from '@throughline/contract/delivery'
import { useState } from 'react'
import { minorFromField, moneyToField, useFormat } from '../../../../format/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import type { RegisterActs, RegisterChoices } from '../acts.ts'

type Form = { readonly acts: RegisterActs; readonly today: string; onClose(): void }

/** Agrees on what is kept for the risks of an initiative. */
export function AgreeContingency({ contingency: { version, agreed, agreedOn, words, currency }, acts, today, onClose }: Form & { readonly contingency: Contingency }) {
  const [amount, setAmount] = useState<string | null>(agreed.status === 'ok' ? moneyToField(agreed.value) : null)
  const [on, setOn] = useState(agreedOn ?? today)
  const [said, setSaid] = useState(words)
  const agreedMinor = minorFromField(amount, currency)
  return (
    <FormDialog title={version === null ? 'Agree on a contingency' : 'Agree on another contingency'} act="Agree" notYet={typeof agreedMinor !== 'string' ? 'Say how much' : on === '' ? 'Say on which day' : undefined} onSubmit={() => acts.agree({ version, agreedMinor: agreedMinor ?? '0', agreedOn: on, words: said.trim() } satisfies AgreedContingency)} onClose={onClose}>
      {(problem) => (
        <>
          <p>How fast it is drawn is held against how the exposure fell since this day.</p>
          <NumberField label="Agreed amount" required unit={currency} min={0} value={amount} onChange={setAmount} error={fieldError(problem, 'agreedMinor')} />
          <TextField type="date" label="Agreed on" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'agreedOn')} />
          <TextArea label="By whom and why" rows={2} maxLength={2000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Records what was drawn, and what for. */
export function DrawContingency({ currency, choices: { risks, issues, totals, find }, acts, today, onClose }: Form & { readonly currency: string; readonly choices: RegisterChoices }) {
  const [amount, setAmount] = useState<string | null>(null)
  const [on, setOn] = useState(today)
  const [said, setSaid] = useState('')
  const [cause, setCause] = useState('')
  const amountMinor = minorFromField(amount, currency)
  const [kind, id = ''] = cause.split(' ')
  const given: NewDrawdown = { on, amountMinor: amountMinor ?? '0', words: said.trim(), for: kind === 'risk' || kind === 'issue' ? { kind, id } : null }
  const notYet = typeof amountMinor !== 'string' ? 'Say how much' : on === '' ? 'Say on which day' : said.trim() === '' ? 'Say for what' : undefined
  return (
    <FormDialog title="Record a drawdown" act="Record" notYet={notYet} onSubmit={() => acts.draw(given)} onClose={onClose}>
      {(problem) => (
        <>
          <NumberField label="Amount" required data-focus-first="" unit={currency} min={0} value={amount} onChange={setAmount} error={fieldError(problem, 'amountMinor')} />
          <TextField type="date" label="Drawn on" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
          <fieldset>
            <legend className="mb-1">A drawdown for nothing of the register is a finding</legend>
            <FindSelect label="For" findLabel="Find a risk or an issue" options={[{ value: '', label: 'Nothing of the register' }, ...risks.map((one) => ({ value: `risk ${one.id}`, label: `Risk ${one.key} ${one.title}` })), ...issues.map((one) => ({ value: `issue ${one.id}`, label: `Issue ${one.key} ${one.title}` }))]} total={totals.risks + totals.issues + 1} onFind={find} value={cause} onChange={setCause} />
          </fieldset>
          <TextArea label="What was paid with it" required rows={2} maxLength={2000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Takes a drawdown back by an entry of its own. */
export function ReverseDrawdown({ drawdown, acts, onClose }: Omit<Form, 'today'> & { readonly drawdown: Drawdown }) {
  const format = useFormat()
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Take a drawdown back" subtitle={`${format.date(drawdown.on)}: ${drawdown.words}`} act="Take back" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.reverse(drawdown, reason.trim())} onClose={onClose}>
      <p>The drawdown stays, and an entry of today takes it back.</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}
