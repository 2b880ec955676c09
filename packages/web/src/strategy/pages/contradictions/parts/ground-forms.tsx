import type { Ground, Grounds, NewGround } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { groundKinds, policyAttributes } from '@throughline/engine/strategy'
import { useState } from 'react'
import { kindWords, type InitiativeChoices } from '../../../../demand/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { entryOf, givenOf, notYetOf, rulesOf, withAttribute, type GroundEntry } from '../ground-entry.ts'
import { attributeWords, groundKindWords, groundName, isAmount, rewardWords, ruleWords } from '../words.ts'

/** What the form chooses from. */
export type GroundSetting = Grounds & { readonly measures: readonly { readonly id: string; readonly name: string }[]; readonly initiatives: InitiativeChoices }
type Fields = GroundSetting & { readonly ground: Ground | undefined; readonly entry: GroundEntry; readonly problem: Problem | undefined; set(change: Partial<GroundEntry>): void }

/** A policy, a reward, or what becomes of an asset: new where none is given; what kind it is stays. */
export function GroundDialog({ ground, onSubmit, onClose, ...setting }: GroundSetting & { readonly ground: Ground | undefined; onSubmit(given: NewGround): Outcome; onClose(): void }) {
  const { currency } = setting
  const [entry, setEntry] = useState(() => entryOf(ground, currency))
  const set = (change: Partial<GroundEntry>): void => setEntry((all) => ({ ...all, ...change }))
  return (
    <FormDialog size="wide" title={ground ? `Change ${groundName(ground)}` : 'Record a policy, a reward or an asset'} act={ground ? 'Save' : 'Record'} notYet={notYetOf(entry, currency)} onSubmit={() => onSubmit(givenOf(entry, currency))} onClose={onClose}>
      {(problem) => {
        const fields = { ...setting, ground, entry, problem, set }
        return (
          <>
            {!ground && <Select label="What is recorded" data-focus-first="" value={entry.kind} options={groundKinds.map((value) => ({ value, label: groundKindWords[value] }))} onChange={(kind) => set({ kind })} />}
            {entry.kind === 'policy' ? <PolicyFields {...fields} /> : entry.kind === 'reward' ? <RewardFields {...fields} /> : <AssetFields {...fields} />}
          </>
        )
      }}
    </FormDialog>
  )
}

const PolicyFields = ({ entry, set, problem, currency }: Fields) => {
  const error = problem?.code === 'ground_unsound' ? problem.detail : fieldError(problem, 'value')
  return (
    <>
      <TextField label="Name" required data-focus-first="" maxLength={200} value={entry.name} onChange={(name) => set({ name })} error={problem?.code === 'name_taken' ? problem.detail : fieldError(problem, 'name')} />
      <div className="grid gap-3 sm:grid-cols-3">
        <Select label="What it is about" value={entry.attribute} options={policyAttributes.map((value) => ({ value, label: attributeWords[value] }))} onChange={(attribute) => set(withAttribute(entry, attribute))} error={fieldError(problem, 'attribute')} />
        <Select label="It asks for" value={entry.rule} options={rulesOf(entry.attribute).map((value) => ({ value, label: ruleWords[value] }))} onChange={(rule) => set({ rule })} error={fieldError(problem, 'rule')} />
        {isAmount(entry.attribute) ? <NumberField label="Amount" unit={currency} min={0} required value={entry.amount} onChange={(amount) => set({ amount })} error={error} />
          : entry.attribute === 'kind' ? <Select label="Kind" value={entry.text} options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))} onChange={(text) => set({ text })} error={error} />
            : <TextField label={attributeWords[entry.attribute]} hint="As initiatives have it" required maxLength={200} value={entry.text} onChange={(text) => set({ text })} error={error} />}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Holds from" type="date" hint="Empty: since ever" value={entry.from} onChange={(from) => set({ from })} error={fieldError(problem, 'from')} />
        <TextField label="Holds until before" type="date" hint="The first day on which it holds no more; empty where it has no end" value={entry.to} onChange={(to) => set({ to })} error={fieldError(problem, 'to')} />
      </div>
    </>
  )
}

function RewardFields({ ground, entry, set, problem, measures }: Fields) {
  // A measure of a unit is not among those that are offered.
  const own = ground?.kind === 'reward' && ground.measure && !measures.some(({ id }) => id === ground.measure?.id) ? [ground.measure] : []
  return (
    <>
      <TextField label="Role" data-focus-first="" hint="Who is rewarded, written as owners of objectives are" required maxLength={200} value={entry.role} onChange={(role) => set({ role })} error={fieldError(problem, 'role')} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Select label="Is rewarded for" value={entry.direction} options={(['higher', 'lower'] as const).map((value) => ({ value, label: rewardWords[value] }))} onChange={(direction) => set({ direction })} error={fieldError(problem, 'direction')} />
        <Select label="Of the measure" value={entry.measureId} options={[...own, ...measures].map(({ id, name }) => ({ value: id, label: name }))} placeholder={own.length + measures.length === 0 ? 'The strategy has no measures yet' : 'Choose'} onChange={(measureId) => set({ measureId })} error={problem?.code === 'not_found' ? problem.detail : fieldError(problem, 'measureId')} />
      </div>
    </>
  )
}

function AssetFields({ ground, grounds, entry, set, problem, initiatives }: Fields) {
  const [found, named] = [initiatives.found.map(({ id, name }) => ({ value: id, label: name })), ground && 'initiative' in ground ? ground.initiative : null]
  const own = named && !found.some(({ value }) => value === named.id) ? [{ value: named.id, label: named.name }] : []
  const assets = [...new Set(grounds.flatMap((one) => ('asset' in one ? [one.asset] : [])))]
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label="Asset" data-focus-first="" hint={assets.length === 0 ? 'Such as a building, a system or a register' : `Named so far: ${assets.slice(0, 5).join(', ')}`} required maxLength={200} value={entry.asset} onChange={(asset) => set({ asset })} error={fieldError(problem, 'asset')} />
        <TextField label={entry.kind === 'asset_need' ? 'Needs it to be' : 'Makes it'} hint="Such as open; in the same word wherever it is the same state" required maxLength={200} value={entry.state} onChange={(state) => set({ state })} error={fieldError(problem, 'state')} />
      </div>
      <FindSelect label="Initiative" findLabel="Find an initiative" options={[...own, ...found]} total={initiatives.total + own.length} onFind={initiatives.find} value={entry.initiativeId} onChange={(initiativeId) => set({ initiativeId })} error={problem?.code === 'not_found' ? problem.detail : fieldError(problem, 'initiativeId')} />
      {entry.kind === 'asset_need' ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField label="Needed from" type="date" required value={entry.from} onChange={(from) => set({ from })} error={fieldError(problem, 'from')} />
          <TextField label="Needed until before" type="date" hint="The first day on which it is needed no more" required value={entry.to} onChange={(to) => set({ to })} error={problem?.code === 'ground_unsound' ? problem.detail : fieldError(problem, 'to')} />
        </div>
      ) : <TextField label="On" type="date" required value={entry.on} onChange={(on) => set({ on })} error={fieldError(problem, 'on')} />}
    </>
  )
}

/** Asks before the register looks at it no longer. */
export const RemoveGround = ({ ground, onSubmit, onClose }: { readonly ground: Ground; onSubmit(): Outcome; onClose(): void }) => (
  <FormDialog title={`Remove ${groundName(ground)}?`} act="Remove" tone="danger" onSubmit={onSubmit} onClose={onClose}><p>The register looks at it no longer. The history keeps it.</p></FormDialog>
)
