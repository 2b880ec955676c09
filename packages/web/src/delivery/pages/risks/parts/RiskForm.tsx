import type { NewRisk, Risk } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import { riskKinds, riskStates, strategiesOf } from '@throughline/engine/delivery'
import type { Result } from '@throughline/engine/kernel'
import { useState, type ReactNode } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import { entryOf, givenOf, notYetOf, type RiskEntry } from '../../../risk-entry.ts'
import { riskKindWords, riskStateLooks, strategyWords } from '../../../risk-words.ts'

/** What forms of a register have to know. */
export type RegisterSetting = { readonly currency: string; readonly today: string; /** Whether amounts are told. */ readonly amounts: boolean }
export type RiskFormProps = RegisterSetting & { readonly risk: Risk | undefined; onSubmit(given: NewRisk): Promise<Result<unknown, Problem>>; onClose(): void }
type Fields = { readonly entry: RiskEntry; set(change: Partial<RiskEntry>): void; readonly problem: Problem | undefined } & RegisterSetting

/** A risk of an initiative: new where none is given. */
export function RiskForm({ risk, onSubmit, onClose, ...setting }: RiskFormProps) {
  const [entry, setEntry] = useState(() => entryOf(risk, setting))
  const set = (change: Partial<RiskEntry>): void => setEntry((all) => ({ ...all, ...change }))
  const send = () => onSubmit(givenOf(entry, setting.currency, setting.amounts) as NewRisk)
  return (
    <FormDialog title={risk ? `${risk.key} ${risk.title}` : 'Record a risk'} size="wide" act={risk ? 'Save' : 'Record'} notYet={notYetOf(entry, setting.currency)} onSubmit={send} onClose={onClose}>
      {(problem) => {
        const fields = { entry, set, problem, ...setting }
        return <><What {...fields} /><EstimateFields {...fields} /><Response {...fields} />{risk && <Standing {...fields} />}</>
      }}
    </FormDialog>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => <fieldset className="grid gap-3 border-t border-border pt-3"><legend className="font-medium">{title}</legend>{children}</fieldset>

const What = ({ entry, set, problem, today }: Fields) => (
  <>
    <TextField label="Title" required maxLength={300} data-focus-first="" value={entry.title} onChange={(title) => set({ title })} error={fieldError(problem, 'title')} />
    <div className="grid gap-3 sm:grid-cols-3">
      <Select label="Kind" value={entry.kind} options={riskKinds.map((value) => ({ value, label: riskKindWords[value] }))} onChange={(kind) => set({ kind, strategy: '' })} />
      <TextField label="Key" maxLength={120} hint="Empty: the next free one" value={entry.key} onChange={(key) => set({ key })} error={problem?.code === 'risk_key_taken' ? problem.detail : fieldError(problem, 'key')} />
      <TextField label="Owner" maxLength={200} value={entry.owner} onChange={(owner) => set({ owner })} error={fieldError(problem, 'owner')} />
    </div>
    <div className="grid gap-3 sm:grid-cols-3">
      <TextArea label="Because of" hint="Cause" rows={2} maxLength={2000} value={entry.cause} onChange={(cause) => set({ cause })} />
      <TextArea label="It may come that" hint="Event" rows={2} maxLength={2000} value={entry.event} onChange={(event) => set({ event })} />
      <TextArea label="Which would lead to" hint="Effect" rows={2} maxLength={2000} value={entry.effect} onChange={(effect) => set({ effect })} />
    </div>
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField type="date" label="Identified on" required max={today} value={entry.identifiedOn} onChange={(identifiedOn) => set({ identifiedOn })} error={fieldError(problem, 'identifiedOn')} />
      <TextField type="date" label="May come by" hint="The latest day; empty where none is known" value={entry.proximityOn} onChange={(proximityOn) => set({ proximityOn })} error={fieldError(problem, 'proximityOn')} />
    </div>
  </>
)

/** How likely it is and what it would come to. */
export const EstimateFields = ({ entry, set, problem, currency, amounts }: Pick<Fields, 'problem' | 'currency' | 'amounts'> & { readonly entry: Pick<RiskEntry, 'probability' | 'low' | 'likely' | 'high' | 'days'>; set(change: Partial<RiskEntry>): void }) => (
  <Part title="Estimate">
    <p className="quiet">What nobody has estimated stays empty: it is counted and never taken as 0.</p>
    <div className="grid gap-3 sm:grid-cols-2">
      <NumberField label="Probability" unit="%" min={0} max={100} hint="More than 0, less than 100" value={entry.probability} onChange={(probability) => set({ probability })} error={fieldError(problem, 'probability')} />
      <NumberField label="Impact in days" min={0} value={entry.days} onChange={(days) => set({ days })} error={fieldError(problem, 'impactDays')} />
    </div>
    {amounts ? (
      <div className="grid gap-3 sm:grid-cols-3">
        <NumberField label="Impact at least" unit={currency} min={0} value={entry.low} onChange={(low) => set({ low })} error={fieldError(problem, 'impactLowMinor')} />
        <NumberField label="Most likely impact" unit={currency} min={0} value={entry.likely} onChange={(likely) => set({ likely })} error={fieldError(problem, 'impactMinor')} />
        <NumberField label="Impact at most" unit={currency} min={0} value={entry.high} onChange={(high) => set({ high })} error={fieldError(problem, 'impactHighMinor')} />
      </div>
    ) : <p className="quiet">Amounts are withheld from you; they stay as they are.</p>}
  </Part>
)

const Response = ({ entry, set, problem, currency, amounts, today }: Fields) => (
  <Part title="Response">
    <div className="grid gap-3 sm:grid-cols-3">
      <Select label="Strategy" value={entry.strategy ?? ''} options={[{ value: '' as const, label: 'None yet' }, ...strategiesOf[entry.kind].map((value) => ({ value, label: strategyWords[value] }))]} onChange={(strategy) => set({ strategy })} error={fieldError(problem, 'strategy')} />
      <TextField type="date" label="Due" value={entry.dueOn} onChange={(dueOn) => set({ dueOn })} error={fieldError(problem, 'dueOn')} />
      <TextField type="date" label="Done on" max={today} disabled={entry.strategy === ''} value={entry.strategy === '' ? '' : entry.doneOn} onChange={(doneOn) => set({ doneOn })} error={fieldError(problem, 'doneOn')} />
    </div>
    <TextArea label="Actions" rows={2} maxLength={2000} value={entry.actions} onChange={(actions) => set({ actions })} />
    <div className="grid gap-3 sm:grid-cols-3">
      <NumberField label="Residual probability" unit="%" min={0} max={100} hint="Once the response is done" value={entry.residual} onChange={(residual) => set({ residual })} error={fieldError(problem, 'residualProbability')} />
      {amounts && <NumberField label="Residual impact" unit={currency} min={0} value={entry.remains} onChange={(remains) => set({ remains })} error={fieldError(problem, 'residualMinor')} />}
      {amounts && <NumberField label="Cost of the response" unit={currency} min={0} value={entry.cost} onChange={(cost) => set({ cost })} error={fieldError(problem, 'costMinor')} />}
    </div>
  </Part>
)

const Standing = ({ entry, set, problem, today }: Fields) => (
  <Part title="State">
    <div className="grid gap-3 sm:grid-cols-3">
      <Select label="State" value={entry.state} options={riskStates.map((value) => ({ value, label: riskStateLooks[value].word }))} onChange={(state) => set({ state, overOn: state === 'open' ? '' : entry.overOn || today })} />
      <TextField type="date" label="Since" max={today} disabled={entry.state === 'open'} value={entry.overOn} onChange={(overOn) => set({ overOn })} error={fieldError(problem, 'overOn')} />
      <TextField label="Reason" maxLength={2000} disabled={entry.state === 'open'} required={entry.state === 'closed'} hint={entry.state === 'closed' ? 'Why it can come no more' : undefined} value={entry.overReason} onChange={(overReason) => set({ overReason })} error={fieldError(problem, 'overReason')} />
    </div>
  </Part>
)
