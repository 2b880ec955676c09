import type { Issue, NewIssue } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import { issueSeverities } from '@throughline/engine/delivery'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import { issueSeverityLooks } from '../../../risk-words.ts'
import type { RegisterChoices } from '../acts.ts'

export type IssueFormProps = { readonly issue: Issue | undefined; /** Risks that could have been recorded of it. */ readonly choices: RegisterChoices; readonly today: string; onSubmit(given: NewIssue): Promise<Result<unknown, Problem>>; onClose(): void }

const unnamed = [{ value: '', label: 'Not said yet' }, { value: 'none', label: 'No risk had been recorded' }]

/** An issue of an initiative: new where none is given. */
export function IssueForm({ issue, choices: { risks, totals, find }, today, onSubmit, onClose }: IssueFormProps) {
  const [entry, setEntry] = useState({ key: issue?.key ?? '', title: issue?.title ?? '', severity: issue?.severity ?? ('moderate' as Issue['severity']), openedOn: issue?.openedOn ?? today, containedOn: issue?.containedOn ?? '', resolvedOn: issue?.resolvedOn ?? '', owner: issue?.owner ?? '', cause: issue?.cause?.kind === 'risk' ? issue.cause.riskId : (issue?.cause?.kind ?? '') })
  const set = (change: Partial<typeof entry>): void => setEntry((all) => ({ ...all, ...change }))
  // The risk that is named may not fit the words that are looked for.
  const named = issue?.risk && !risks.some(({ id }) => id === issue.risk?.id) ? [issue.risk, ...risks] : risks
  const given = (): NewIssue => ({
    ...(entry.key.trim() === '' ? {} : { key: entry.key.trim() }), title: entry.title.trim(), severity: entry.severity, openedOn: entry.openedOn, containedOn: entry.containedOn || null, resolvedOn: entry.resolvedOn || null, owner: entry.owner.trim() || null,
    cause: entry.cause === '' ? null : entry.cause === 'none' ? { kind: 'none' } : { kind: 'risk', riskId: entry.cause },
  })
  return (
    <FormDialog title={issue ? `${issue.key} ${issue.title}` : 'Record an issue'} size="wide" act={issue ? 'Save' : 'Record'} notYet={entry.title.trim() === '' ? 'Say what has come' : entry.openedOn === '' ? 'Say since when' : undefined} onSubmit={() => onSubmit(given())} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="What has come" required maxLength={300} data-focus-first="" value={entry.title} onChange={(title) => set({ title })} error={fieldError(problem, 'title')} />
          <div className="grid gap-3 sm:grid-cols-3">
            <Select label="Severity" value={entry.severity} options={issueSeverities.map((value) => ({ value, label: issueSeverityLooks[value].word }))} onChange={(severity) => set({ severity })} />
            <TextField label="Key" maxLength={120} hint="Empty: the next free one" value={entry.key} onChange={(key) => set({ key })} error={problem?.code === 'risk_key_taken' ? problem.detail : fieldError(problem, 'key')} />
            <TextField label="Owner" maxLength={200} value={entry.owner} onChange={(owner) => set({ owner })} error={fieldError(problem, 'owner')} />
          </div>
          <fieldset>
            <legend className="mb-1">Whether it had been foreseen</legend>
            <FindSelect label="Recorded as a risk before" findLabel="Find a risk" options={[...unnamed, ...named.map(({ id, key, title }) => ({ value: id, label: `${key} ${title}` }))]} total={totals.risks + unnamed.length} onFind={find} value={entry.cause} onChange={(cause) => set({ cause })} />
          </fieldset>
          <div className="grid gap-3 sm:grid-cols-3">
            <TextField type="date" label="Opened on" required max={today} value={entry.openedOn} onChange={(openedOn) => set({ openedOn })} error={fieldError(problem, 'openedOn')} />
            <TextField type="date" label="Contained on" max={today} value={entry.containedOn} onChange={(containedOn) => set({ containedOn })} error={fieldError(problem, 'containedOn')} />
            <TextField type="date" label="Resolved on" max={today} value={entry.resolvedOn} onChange={(resolvedOn) => set({ resolvedOn })} error={fieldError(problem, 'resolvedOn')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
