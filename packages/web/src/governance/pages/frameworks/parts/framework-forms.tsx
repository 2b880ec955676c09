import type { Framework, FrameworkAdoption, FrameworkText, NewAdoption, NewMigration } from '@throughline/contract/governance'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { useFormat } from '../../../../format/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { Changes } from './Changes.tsx'

export type FrameworkActs = {
  add(text: FrameworkText): Outcome
  change(framework: Framework, text: FrameworkText): Outcome
  publish(framework: Framework, edition: { readonly effectiveOn: string; readonly reason: string }): Outcome
  retire(framework: Framework, reason: string): Outcome
  adopt(initiativeId: string, adoption: NewAdoption): Outcome
  migrate(framework: Framework, migration: NewMigration): Outcome
}
export type Form = { readonly acts: FrameworkActs; onClose(): void }
export type Naming = { readonly nameOf: (serviceId: string) => string }

/** Publishes what stands in writing as the next edition, with everything that it changes. */
export function PublishFramework({ framework, today, nameOf, acts, onClose }: Form & Naming & { readonly framework: Framework; readonly today: string }) {
  const [last] = framework.editions
  const [effectiveOn, setEffective] = useState(last && last.effectiveOn > today ? last.effectiveOn : today)
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={last ? `Publish edition ${last.no + 1}` : 'Publish a framework'} subtitle={framework.text.name} act="Publish" notYet={effectiveOn === '' ? 'Say from when it holds' : reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.publish(framework, { effectiveOn, reason: reason.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Changes changes={framework.pending} nameOf={nameOf} none="No element differs; its name or what it is about does." />
          <p>Running initiatives keep the edition that they follow until they are migrated.</p>
          <TextField type="date" label="Holds from" required value={effectiveOn} onChange={setEffective} error={fieldError(problem, 'effectiveOn')} />
          <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} error={fieldError(problem, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}

/** Retires a framework, with the reason. */
export function RetireFramework({ framework, acts, onClose }: Form & { readonly framework: Framework }) {
  const format = useFormat()
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Retire a framework" subtitle={framework.text.name} act="Retire" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.retire(framework, reason.trim())} onClose={onClose}>
      <p>Nobody can follow it anew. {framework.running === 0 ? 'No running initiative follows it.' : `${format.count(framework.running, 'running initiative keeps', 'running initiatives keep')} following it.`}</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Has an initiative follow the edition in force of a framework. */
export function AdoptFramework({ adoption, adoptions, frameworks, initiatives, acts, onClose }: Form & { readonly adoption?: FrameworkAdoption | undefined; readonly adoptions: readonly FrameworkAdoption[]; readonly frameworks: readonly Framework[]; readonly initiatives: InitiativeChoices }) {
  const offered = frameworks.filter(({ retired, inForce }) => retired === null && inForce !== null)
  const [initiativeId, setInitiative] = useState(adoption?.initiative.id ?? '')
  const [frameworkId, setFramework] = useState(offered.length === 1 ? (offered[0]?.id ?? '') : '')
  const [lifecycle, setLifecycle] = useState('')
  const [reason, setReason] = useState('')
  const framework = offered.find(({ id }) => id === frameworkId)
  const before = adoptions.find((one) => one.initiative.id === initiativeId)
  const notYet = initiativeId === '' ? 'Choose an initiative' : !framework ? 'Choose a framework' : lifecycle === '' ? 'Choose a lifecycle model' : reason.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title="Follow a framework" subtitle={adoption?.initiative.name ?? 'The edition that is in force today is followed.'} act="Follow" notYet={notYet} onSubmit={() => acts.adopt(initiativeId, { frameworkId, lifecycle, reason: reason.trim(), after: before?.id ?? null })} onClose={onClose}>
      {!adoption && <FindSelect label="Initiative" findLabel="Find an initiative" options={initiatives.found.map(({ id, name: label }) => ({ value: id, label }))} total={initiatives.total} onFind={initiatives.find} value={initiativeId} onChange={setInitiative} />}
      {before && <p>It follows edition {before.edition} by {before.lifecycle} now; that stays in its history.</p>}
      <Select label="Framework" value={frameworkId} options={offered.map(({ id, text, editions, inForce }) => ({ value: id, label: `${editions.find(({ no }) => no === inForce)?.name ?? text.name}, edition ${inForce ?? ''}` }))} onChange={(id) => { setFramework(id); setLifecycle('') }} />
      <Select label="Lifecycle model" value={lifecycle} options={(framework?.lifecycles ?? []).map((value) => ({ value, label: value }))} onChange={setLifecycle} />
      <TextArea label="Why" hint="What speaks for this lifecycle model." required rows={2} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
