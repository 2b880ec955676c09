import type { Problem } from '@throughline/contract/wire'
import { fiscalYearOf, type FiscalCalendar, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { minorOf, yearsFor, type EntryEntered } from '../../../entered.ts'
import { cashClassWords, cashClasses, entryKindWords, entryKinds, evidenceHints } from '../../../words.ts'

export type RecordEntryProps = {
  readonly initiatives: InitiativeChoices
  readonly currency: string
  readonly calendar: FiscalCalendar
  readonly today: string
  onRecord(entry: EntryEntered): Promise<Result<unknown, Problem>>
  onClose(): void
}

/** A promised, forecast or realised amount of one year, with its evidence. */
export function RecordEntry({ initiatives, currency, calendar, today, onRecord, onClose }: RecordEntryProps) {
  const [entered, setEntered] = useState<Omit<EntryEntered, 'amountMinor'>>({ initiativeId: '', kind: 'realised', year: fiscalYearOf(calendar, today), cashClass: 'cash_releasing', evidence: '' })
  const [amount, setAmount] = useState<string | null>(null)
  const set = (change: Partial<typeof entered>) => setEntered((all) => ({ ...all, ...change }))
  const amountMinor = minorOf(amount, currency)
  const notYet = entered.initiativeId === '' ? 'Choose an initiative' : amountMinor === undefined ? 'Enter the amount' : entered.evidence.trim() === '' ? 'Say what the evidence is' : undefined
  return (
    <FormDialog title="Record value" subtitle="An entry is never changed; a mistake is reversed." act="Record" notYet={notYet} onSubmit={() => onRecord({ ...entered, amountMinor: amountMinor ?? '' })} onClose={onClose}>
      {(problem) => (
        <>
          <FindSelect label="Initiative" findLabel="Find an initiative" options={initiatives.found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value={entered.initiativeId} onChange={(initiativeId) => set({ initiativeId })} error={fieldError(problem, 'initiativeId')} />
          <div className="grid gap-3 sm:grid-cols-2">
            <Select label="Kind" value={entered.kind} options={entryKinds.map((kind) => ({ value: kind, label: entryKindWords[kind] }))} onChange={(kind) => set({ kind })} />
            <Select label="Fiscal year" value={String(entered.year)} options={yearsFor(entered.kind, calendar, today)} onChange={(year) => set({ year: Number(year) })} error={fieldError(problem, 'year')} />
            <NumberField label="Amount" unit={currency} hint="Negative for a disbenefit." required value={amount} onChange={setAmount} error={fieldError(problem, 'amountMinor')} />
            <Select label="Cash class" value={entered.cashClass} options={cashClasses.map((value) => ({ value, label: cashClassWords[value] }))} onChange={(cashClass) => set({ cashClass })} />
          </div>
          <TextArea label="Evidence" required hint={evidenceHints[entered.kind]} rows={3} maxLength={2000} value={entered.evidence} onChange={(evidence) => set({ evidence })} error={fieldError(problem, 'evidence')} />
        </>
      )}
    </FormDialog>
  )
}
