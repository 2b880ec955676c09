import type { AdoptionPreview, StrategyVersionDetail, VersionItem } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Differences } from '../../../../portfolio/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, Shown, type Reading } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import type { EditingKind } from './NextVersion.tsx'

export type Begun = { readonly title: string; readonly reason: string; readonly signalOn: string; readonly from: string | null }
/** Why a version is begun, since when that is known, and from which version it goes on. */
export function Begin({ versions, today, onBegin, onClose }: { readonly versions: readonly VersionItem[]; readonly today: string; onBegin(begun: Begun): Outcome; onClose(): void }) {
  const [title, setTitle] = useState('')
  const [reason, setReason] = useState('')
  const [signalOn, setSignalOn] = useState(today)
  const [from, setFrom] = useState('')
  const earlier = versions.filter(({ status }) => status === 'superseded')
  const notYet = title.trim() === '' ? 'Give it a name.' : reason.trim() === '' ? 'Say why the strategy changes.' : signalOn === '' ? 'Say since when that is known.' : undefined
  return (
    <FormDialog title="Begin the next version" subtitle="It stands beside the version in force and changes nothing until it is approved." act="Begin" notYet={notYet} onSubmit={() => onBegin({ title: title.trim(), reason: reason.trim(), signalOn, from: from === '' ? null : from })} onClose={onClose}>
      <TextField label="Name" maxLength={120} data-focus-first="" value={title} onChange={setTitle} />
      <TextArea label="Why the strategy changes" maxLength={4000} value={reason} onChange={setReason} />
      <TextField label="Known since" hint="Here the clock begins." type="date" value={signalOn} onChange={setSignalOn} />
      {earlier.length > 0 && <Select label="Goes on from" hint="A recalibration is undone by another one that goes on from an earlier version." options={[{ value: '', label: 'The version in force' }, ...earlier.map(({ id, no, title: called }) => ({ value: id, label: `Version ${no}: ${called}` }))]} value={from} onChange={setFrom} />}
    </FormDialog>
  )
}

export type ObjectiveGiven = { readonly perspectiveId: string; readonly statement: string; readonly owner: string | null; readonly deadline: string | null }
type EditProps = { readonly version: StrategyVersionDetail; readonly editing: Exclude<EditingKind, { readonly kind: 'measure' }>; onAdd(given: ObjectiveGiven): Outcome; onChange(key: string, given: ObjectiveGiven): Outcome; onRetire(key: string, to: string): Outcome; onClose(): void }

/** Adds, changes or retires an objective of the next version. */
export function EditNext({ version, editing, onAdd, onChange, onRetire, onClose }: EditProps) {
  const { objectives, perspectives } = version.content
  const before = editing.kind === 'add' ? undefined : objectives.find(({ key }) => key === editing.key)
  const [given, setGiven] = useState<ObjectiveGiven>({ perspectiveId: before?.perspectiveId ?? perspectives[0]?.id ?? '', statement: before?.statement ?? '', owner: before?.owner ?? null, deadline: before?.deadline ?? null })
  const [to, setTo] = useState(objectives.find(({ key }) => key !== before?.key)?.key ?? '')
  if (editing.kind === 'retire') {
    return (
      <FormDialog title={`Retire ${before?.statement ?? 'the objective'}?`} act="Retire" tone="danger" notYet={to === '' ? 'There is no other objective.' : undefined} onSubmit={() => onRetire(editing.key, to)} onClose={onClose}>
        <p>Its measures and links end with it when the version is approved. The version in force keeps it until then.</p>
        <Select label="Its weight goes to" options={objectives.filter(({ key }) => key !== editing.key).map(({ key, statement }) => ({ value: key, label: statement }))} value={to} onChange={setTo} />
      </FormDialog>
    )
  }
  return (
    <FormDialog title={before ? 'Change the objective' : 'Add an objective'} subtitle="Of the next version alone." act={before ? 'Change' : 'Add'} notYet={given.statement.trim() === '' ? 'Say what is wanted.' : undefined} onSubmit={() => (before ? onChange(before.key, given) : onAdd(given))} onClose={onClose}>
      <TextField label="What is wanted" maxLength={300} data-focus-first="" value={given.statement} onChange={(statement) => setGiven({ ...given, statement })} />
      <Select label="Perspective" options={perspectives.map(({ id, name }) => ({ value: id, label: name }))} value={given.perspectiveId} onChange={(perspectiveId) => setGiven({ ...given, perspectiveId })} />
      <TextField label="Owner" maxLength={200} value={given.owner ?? ''} onChange={(owner) => setGiven({ ...given, owner: owner.trim() === '' ? null : owner })} />
      <TextField label="Deadline" type="date" value={given.deadline ?? ''} onChange={(deadline) => setGiven({ ...given, deadline: deadline === '' ? null : deadline })} />
    </FormDialog>
  )
}

export type DecidedVersion = { readonly rationale: string; readonly expected: string }
type DecideProps = { readonly version: StrategyVersionDetail; readonly preview: Reading<AdoptionPreview> | undefined; readonly currency: string; unitName(id: string): string; onDecide(given: DecidedVersion, seen: string): Outcome; onClose(): void }

/** Approves or, without a preview, rejects: exactly what is shown happens, with the decision record. */
export function DecideVersion({ version, preview, currency, unitName, onDecide, onClose }: DecideProps) {
  const format = useFormat()
  const [given, setGiven] = useState<DecidedVersion>({ rationale: '', expected: '' })
  const shown = preview?.state === 'full' ? preview.value : undefined
  const wait = preview === undefined ? undefined : shown === undefined ? 'Reading what will change.' : shown.problems.length > 0 ? 'It cannot be approved yet.' : (shown.whyNot ?? undefined)
  return (
    <FormDialog
      size="wide" title={preview ? `Put version ${version.no} in force?` : `Reject version ${version.no}?`} subtitle={preview ? 'The version and its actions happen at once, with a decision record, or not at all.' : 'The version in force stays. The draft can be changed and sent again.'}
      act={preview ? 'Approve' : 'Reject'} notYet={wait ?? (given.rationale.trim() === '' ? 'Say why.' : undefined)} onSubmit={() => onDecide({ rationale: given.rationale.trim(), expected: given.expected.trim() }, shown?.seen ?? '')} onClose={onClose}
    >
      {preview && (
        <Shown reading={preview} what="what will change" lines={5}>
          {(adoption) => (
            <>
              {adoption.problems.length > 0 && <ul role="alert" className="list-disc rounded-node border border-bad bg-bad-tint px-8 py-2 text-bad-text">{adoption.problems.map(({ words }) => <li key={words}>{words}</li>)}</ul>}
              <p className="m-0">{format.count(adoption.changes.items.length, 'thing changes', 'things change')} in the plan of record: {adoption.before.funded} funded become {adoption.after.funded}.</p>
              <Differences list={adoption.changes} currency={currency} unitName={unitName} caption="What will change in the plan" maxHeight={280} />
            </>
          )}
        </Shown>
      )}
      <TextArea label="Why" maxLength={4000} value={given.rationale} onChange={(rationale) => setGiven({ ...given, rationale })} />
      <TextArea label="What is expected of it" maxLength={4000} value={given.expected} onChange={(expected) => setGiven({ ...given, expected })} />
    </FormDialog>
  )
}
