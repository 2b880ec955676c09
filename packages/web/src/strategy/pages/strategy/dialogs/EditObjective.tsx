import type { Objective, Perspective } from '@throughline/contract/strategy'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError, useMerge, usualWords } from '../../../../wire/index.ts'
import type { ObjectiveEntered, StrategyActs } from '../../../acts.ts'
import { partsOf, partsOfPercent, percentOf, weightOf } from '../../../weights.ts'

export type EditObjectiveProps = { readonly objective: Objective | undefined; readonly perspectives: readonly Perspective[]; readonly weightLeft: number; readonly acts: StrategyActs; onClose(): void; onRemoved(): void }

/** An objective: new where none is given. */
export function EditObjective({ objective, perspectives, weightLeft, acts, onClose, onRemoved }: EditObjectiveProps) {
  const merge = useMerge<ObjectiveEntered, number>({
    now: { fields: enteredOf(objective, perspectives[0]?.id ?? '', weightLeft), seen: objective?.version ?? 0 },
    send: (mine, { seen }) => (objective ? acts.changeObjective({ ...objective, version: seen }, mine) : acts.createObjective(mine)),
    label: (field) => labels[field],
    show: (field, value) => shown(field, value, perspectives),
  })
  const [entered, setEntered] = useState<ObjectiveEntered>(merge.base.fields)
  const [removing, setRemoving] = useState(false)
  const set = (change: Partial<ObjectiveEntered>) => setEntered((all) => ({ ...all, ...change }))
  if (objective && removing)
    return (
      <FormDialog title="Remove this objective?" act="Remove objective" tone="danger" onSubmit={async () => {
        const outcome = await acts.removeObjective(objective)
        if (outcome.ok) onRemoved()
        return outcome
      }} onClose={onClose}>
        <p>“{objective.statement}” goes with its measures and its links to initiatives. The record of what was there is kept.</p>
      </FormDialog>
    )
  const cited = { ...entered, citations: (entered.citations ?? []).flatMap(({ label, url }) => (label.trim() ? [{ label: label.trim(), ...(url?.trim() ? { url: url.trim() } : {}) }] : [])) }
  return (
    <FormDialog size="wide" title={objective ? 'Objective' : 'Add an objective'} act={objective ? 'Save' : 'Add objective'} merge={merge} onSubmit={() => merge.save(cited)} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label={labels.statement} required maxLength={300} data-focus-first="" value={entered.statement} onChange={(statement) => set({ statement })} error={fieldError(problem, 'statement')} />
          <TextArea label={labels.description} rows={3} value={entered.description ?? ''} onChange={(description) => set({ description })} />
          <div className="grid gap-3 sm:grid-cols-2">
            <Select label={labels.perspectiveId} value={entered.perspectiveId} options={perspectives.map(({ id, name }) => ({ value: id, label: name }))} onChange={(perspectiveId) => set({ perspectiveId })} />
            <NumberField label={labels.weight} unit="%" min={0} max={100} hint="Weights of all objectives sum to 100%; set them together under Weights." value={percentOf(partsOf(entered.weight))} onChange={(percent) => set({ weight: weightOf(partsOfPercent(percent)) })} error={fieldError(problem, 'weight')} />
            <TextField label={labels.owner} maxLength={200} value={entered.owner ?? ''} onChange={(owner) => set({ owner: owner.trim() === '' ? null : owner })} />
            <TextField label={labels.deadline} type="date" value={entered.deadline ?? ''} onChange={(deadline) => set({ deadline: deadline || null })} error={fieldError(problem, 'deadline')} />
          </div>
          <Checkbox label="Mandatory: it is met whatever it costs" checked={entered.mandatory ?? false} onChange={(mandatory) => set({ mandatory })} />
          <CitationFields citations={entered.citations ?? []} onChange={(citations) => set({ citations })} />
          {objective && <div><Button kind="danger" onClick={() => setRemoving(true)}>Remove this objective</Button></div>}
        </>
      )}
    </FormDialog>
  )
}

const labels = { statement: 'Statement', description: 'Description', perspectiveId: 'Perspective', weight: 'Weight', owner: 'Owner', deadline: 'Deadline', mandatory: 'Mandatory', citations: 'Citations' } as const satisfies Record<keyof ObjectiveEntered, string>

/** An entry in the words of the form. */
function shown(field: keyof ObjectiveEntered, value: unknown, perspectives: readonly Perspective[]): string {
  if (field === 'perspectiveId') return perspectives.find(({ id }) => id === value)?.name ?? 'a perspective that was removed'
  if (field === 'weight') return `${percentOf(partsOf(value as number))}%`
  if (field === 'citations') return (value as Citations).map(({ label, url }) => (url ? `${label}, ${url}` : label)).join('\n') || 'nothing'
  return usualWords(field, value)
}

type Citations = NonNullable<ObjectiveEntered['citations']>

function CitationFields({ citations, onChange }: { readonly citations: Citations; onChange(citations: Citations): void }) {
  const change = (at: number, part: Partial<Citations[number]>) => onChange(citations.map((citation, index) => (index === at ? { ...citation, ...part } : citation)))
  return (
    <fieldset className="grid gap-2">
      <legend className="field-label">Citations</legend>
      {citations.map((citation, index) => (
        <div key={index} className="grid gap-2 sm:grid-cols-2">
          <TextField labelHidden label={`Source ${index + 1}`} placeholder="Source" maxLength={300} value={citation.label} onChange={(label) => change(index, { label })} />
          <TextField labelHidden label={`Address of source ${index + 1}`} placeholder="https://" type="url" maxLength={500} value={citation.url ?? ''} onChange={(url) => change(index, { url })} />
        </div>
      ))}
      <div><Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...citations, { label: '' }])}>Add a citation</Button></div>
    </fieldset>
  )
}

function enteredOf(objective: Objective | undefined, perspectiveId: string, weightLeft: number): ObjectiveEntered {
  if (!objective) return { perspectiveId, statement: '', weight: Math.max(0, weightLeft), mandatory: false, citations: [] }
  const { statement, description, weight, owner, deadline, mandatory, citations } = objective
  return { perspectiveId: objective.perspectiveId, statement, description, weight, owner, deadline, mandatory, citations }
}
