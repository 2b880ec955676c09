import type { DefectSeverity, DeliverableDetail, FoundDefect, NewQualityReview, NewRework, QualityDefect, ReviewMethod } from '@throughline/contract/governance'
import { defectSeverities } from '@throughline/engine/governance'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { methodHints, methodWords, qualityWords as words, severityHints, severityWords } from '../../../quality-words.ts'

export type ReviewActs = {
  agree(deliverable: DeliverableDetail, on: string): Outcome
  review(deliverable: DeliverableDetail, given: Omit<NewQualityReview, 'version'>): Outcome
  report(deliverable: DeliverableDetail, given: Omit<FoundDefect, 'version'>): Outcome
  rework(deliverable: DeliverableDetail, given: Omit<NewRework, 'version'>): Outcome
}
type Form = { readonly deliverable: DeliverableDetail; readonly today: string; readonly acts: ReviewActs; onClose(): void }
const severities = defectSeverities.map((value) => ({ value, label: severityWords[value] }))
const criteriaOf = ({ editions }: DeliverableDetail) => editions[0]?.criteria ?? []

/** Agrees the criteria, before it is reviewed. */
export function Agree({ deliverable, today, acts, onClose }: Form) {
  const [on, setOn] = useState(today)
  return (
    <FormDialog title="Agree the criteria" subtitle={deliverable.name} act="Agree" notYet={on === '' ? 'Choose a day' : undefined} onSubmit={() => acts.agree(deliverable, on)} onClose={onClose}>
      {(problem) => (
        <>
          <ul className="grid gap-2">{criteriaOf(deliverable).map(({ code, says, measuredBy, threshold }) => <li key={code}>{code}: {says}<span className="quiet block">{measuredBy}: {threshold}</span></li>)}</ul>
          <TextField type="date" label="Agreed on" hint="Reviews of an earlier day do not count." required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
        </>
      )}
    </FormDialog>
  )
}

type NewDefect = NewQualityReview['defects'][number]
/** Records one’s own review: what it looked at, what it found, and what is corrected. */
export function RecordReview({ deliverable, today, acts, onClose }: Form) {
  const codes = criteriaOf(deliverable).map(({ code }) => code)
  const corrected = deliverable.defects.filter(({ state }) => state === 'corrected')
  const [method, setMethod] = useState<ReviewMethod>(deliverable.may.methods[0] ?? 'test')
  const [on, setOn] = useState(today)
  const [said, setSaid] = useState('')
  const [looked, setLooked] = useState<readonly string[]>(codes)
  const [defects, setDefects] = useState<readonly NewDefect[]>([])
  const [confirmed, setConfirmed] = useState<Readonly<Record<string, 'yes' | 'no' | ''>>>({})
  const set = (at: number, change: Partial<NewDefect>) => setDefects((all) => all.map((one, nth) => (nth === at ? { ...one, ...change } : one)))
  const checked = corrected.flatMap(({ id }) => (confirmed[id] ? [{ defectId: id, confirmed: confirmed[id] === 'yes' }] : []))
  const notYet = on === '' ? 'Choose a day' : looked.length === 0 ? 'Choose what it looked at' : said.trim() === '' ? 'Say what was found' : defects.some((one) => one.words.trim() === '') ? 'Say what each defect is' : undefined
  return (
    <FormDialog title="Record a review" subtitle={deliverable.name} size="wide" act="Record" notYet={notYet} onSubmit={() => acts.review(deliverable, { method, on, words: said.trim(), looked: [...looked], defects: defects.map((one) => ({ ...one, words: one.words.trim() })), checked })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select<ReviewMethod> label="Method" hint={methodHints[method]} value={method} options={deliverable.may.methods.map((value) => ({ value, label: methodWords[value] }))} onChange={setMethod} />
            <TextField type="date" label="Reviewed on" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
          </div>
          <fieldset><legend className="mb-1">Criteria that it looked at</legend><div className="grid gap-1">{criteriaOf(deliverable).map(({ code, says, threshold }) => <Checkbox key={code} label={`${code}: ${says}`} hint={threshold} checked={looked.includes(code)} onChange={(is) => setLooked(is ? codes.filter((one) => one === code || looked.includes(one)) : looked.filter((one) => one !== code))} />)}</div></fieldset>
          <TextArea label="What was found" required rows={2} maxLength={4000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          {corrected.length > 0 && (
            <fieldset className="grid gap-3">
              <legend className="mb-1">Said to be corrected</legend>
              {corrected.map(({ id, no, words: of }) => <Select<'yes' | 'no' | ''> key={id} label={`Defect ${no}: ${of}`} value={confirmed[id] ?? ''} options={[{ value: '', label: 'Not looked at' }, { value: 'yes', label: 'It is corrected' }, { value: 'no', label: 'It is still there' }]} onChange={(is) => setConfirmed((all) => ({ ...all, [id]: is }))} />)}
            </fieldset>
          )}
          <fieldset className="grid gap-3">
            <legend className="mb-1">Defects</legend>
            {defects.map((one, at) => (
              <div key={at} className="grid items-end gap-3 sm:grid-cols-[6rem_8rem_1fr_auto]">
                <Select label="Against" value={one.criterion} options={codes.map((value) => ({ value, label: value }))} onChange={(criterion) => set(at, { criterion })} error={fieldError(problem, `defects/${at}/criterion`)} />
                <Select<DefectSeverity> label="Severity" value={one.severity} options={severities} onChange={(severity) => set(at, { severity })} />
                <TextField label="Defect" required maxLength={2000} value={one.words} onChange={(of) => set(at, { words: of })} error={fieldError(problem, `defects/${at}/words`)} />
                <Button kind="quiet" aria-label={`Leave out defect ${at + 1}`} onClick={() => setDefects((all) => all.filter((_, nth) => nth !== at))}>Leave out</Button>
              </div>
            ))}
            {defects.length < 100 && <span><Button kind="quiet" onClick={() => setDefects((all) => [...all, { criterion: looked[0] ?? codes[0] ?? '', severity: 'minor', words: '' }])}>{defects.length === 0 ? 'A defect was found' : 'One more defect'}</Button></span>}
          </fieldset>
        </>
      )}
    </FormDialog>
  )
}

/** Reports what was found after acceptance. */
export function ReportDefect({ deliverable, today, acts, onClose }: Form) {
  const [on, setOn] = useState(today)
  const [severity, setSeverity] = useState<DefectSeverity>('minor')
  const [criterion, setCriterion] = useState('')
  const [said, setSaid] = useState('')
  const accepted = deliverable.editions.find(({ acceptedOn }) => acceptedOn !== null && acceptedOn <= on)
  return (
    <FormDialog title="Report a defect" subtitle={deliverable.name} act="Report" notYet={on === '' ? 'Choose a day' : said.trim() === '' ? 'Say what it is' : undefined} onSubmit={() => acts.report(deliverable, { on, severity, criterion: criterion === '' ? null : criterion, words: said.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <p className="quiet">{words.escaped}</p>
          <TextField type="date" label="Found on" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
          <Select<DefectSeverity> label="Severity" hint={severityHints[severity]} value={severity} options={severities} onChange={setSeverity} />
          <Select label="Against" value={criterion} options={[{ value: '', label: 'No criterion covers it' }, ...(accepted?.criteria ?? []).map(({ code, says }) => ({ value: code, label: `${code}: ${says}` }))]} onChange={setCriterion} error={fieldError(problem, 'criterion')} />
          <TextArea label="Defect" required rows={2} maxLength={2000} data-focus-first="" value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Records a round of rework, and which defects it corrected. */
export function RecordRework({ deliverable, today, acts, onClose }: Form) {
  const open: readonly QualityDefect[] = deliverable.defects.filter(({ state }) => state === 'open')
  const [on, setOn] = useState(today)
  const [hours, setHours] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [ids, setIds] = useState<readonly string[]>([])
  const notYet = on === '' ? 'Choose a day' : !(Number(hours ?? 0) > 0) ? 'Give its hours' : said.trim() === '' ? 'Say what was done' : undefined
  return (
    <FormDialog title="Record rework" subtitle={deliverable.name} act="Record" notYet={notYet} onSubmit={() => acts.rework(deliverable, { on, hours: Number(hours), words: said.trim(), defectIds: [...ids] })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField type="date" label="Worked on" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
            <NumberField label="Hours" required unit="person hours" min={0} value={hours} onChange={setHours} error={fieldError(problem, 'hours')} />
          </div>
          <TextArea label="What was done" required rows={2} maxLength={2000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          {open.length > 0 && <fieldset><legend className="mb-1">Corrected defects</legend><p className="quiet mb-2">Each is closed once a review has seen it.</p><div className="grid gap-1">{open.map(({ id, no, words: of }) => <Checkbox key={id} label={`${no}: ${of}`} checked={ids.includes(id)} onChange={(is) => setIds(is ? [...ids, id] : ids.filter((one) => one !== id))} />)}</div></fieldset>}
        </>
      )}
    </FormDialog>
  )
}
