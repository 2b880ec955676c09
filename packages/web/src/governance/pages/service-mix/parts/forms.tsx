import type { NewServiceHours, NewServiceTarget, ServiceHours } from '@throughline/contract/governance'
import { useState } from 'react'
import { minorFromField } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'

export type MixActs = { record(hours: NewServiceHours): Outcome; remove(hours: ServiceHours): Outcome; target(target: NewServiceTarget): Outcome }
type Form = { readonly today: string; readonly acts: MixActs; onClose(): void }

/** Records hours of a day for a service, or for none. */
export function RecordHours({ services, currency, today, acts, onClose }: Form & { readonly services: readonly { readonly id: string; readonly name: string }[]; readonly currency: string }) {
  const [serviceId, setService] = useState('')
  const [on, setOn] = useState(today)
  const [hours, setHours] = useState<string | null>(null)
  const [cost, setCost] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const costMinor = minorFromField(cost, currency)
  const notYet = hours === null || Number(hours) <= 0 ? 'Say how many hours' : costMinor === undefined ? 'The cost is no amount' : undefined
  return (
    <FormDialog title="Record hours" subtitle="Of what nobody asked for; a request brings its own hours." act="Record" notYet={notYet} onSubmit={() => acts.record({ serviceId: serviceId === '' ? null : serviceId, on, hours: hours ?? '', costMinor: costMinor ?? null, words: words.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="For the service" hint="Hours of no service count for neither side." value={serviceId} options={[{ value: '', label: 'No service' }, ...services.map(({ id, name }) => ({ value: id, label: name }))]} onChange={setService} />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField type="date" label="Worked on" required value={on} onChange={setOn} error={fieldError(problem, 'on')} />
            <NumberField label="Hours" required min={0} value={hours} onChange={setHours} error={fieldError(problem, 'hours')} />
            <NumberField label="Cost" unit={currency} hint="Where it is known." min={0} value={cost} onChange={setCost} error={fieldError(problem, 'costMinor')} />
          </div>
          <TextField label="What was done" maxLength={500} value={words} onChange={setWords} />
        </>
      )}
    </FormDialog>
  )
}

/** Sets which share of hours non-mandated services are to have from a day on. */
export function SetTarget({ today, acts, onClose }: Form) {
  const [percent, setPercent] = useState<string | null>(null)
  const [fromOn, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [reason, setReason] = useState('')
  const notYet = percent === null ? 'Say which share' : fromOn === '' ? 'Say from when on' : reason.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title="Set a target" subtitle="What was set before stays in the list." act="Set" notYet={notYet} onSubmit={() => acts.target({ fromOn, share: Number(percent) / 100, reason: reason.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField label="Share of non-mandated hours" unit="%" required min={0} max={100} value={percent} onChange={setPercent} error={fieldError(problem, 'share')} />
            <TextField type="date" label="For periods that begin on or after" required value={fromOn} onChange={setFrom} error={fieldError(problem, 'fromOn')} />
          </div>
          <TextArea label="Why" required rows={2} maxLength={2000} value={reason} onChange={setReason} />
        </>
      )}
    </FormDialog>
  )
}
