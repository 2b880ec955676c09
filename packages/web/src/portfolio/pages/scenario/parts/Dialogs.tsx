import type { ApprovalPreview, Scenario, Sharing } from '@throughline/contract/portfolio'
import { useState } from 'react'
import { metricText, useFormat } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, Shown } from '../../../../wire/index.ts'
import { Differences } from '../../../parts/plans/Differences.tsx'
import { ForkDialog } from '../../../parts/plans/ForkDialog.tsx'
import { sharingWords } from '../../../parts/plans/words.ts'
import type { Decided, ScenarioProps, Sent } from '../Page.tsx'
import { DecisionFields } from './DecisionFields.tsx'
import { EditScenario } from './EditScenario.tsx'

export type PersonChoice = { readonly id: string; readonly name: string }
type Asked = ScenarioProps & { readonly found: Scenario }

/** Whatever is being asked about the scenario. */
export function Dialogs(props: Asked) {
  const { found, asking, onAsk, acts, people } = props
  const onClose = () => onAsk(undefined)
  switch (asking) {
    case undefined:
      return null
    case 'rename':
      return <EditScenario scenario={found} onChange={acts.onRename} onClose={onClose} />
    case 'share':
      return <Share scenario={found} people={people} onShare={acts.onShare} onClose={onClose} />
    case 'fork':
      return <ForkDialog from={found.name} onFork={acts.onFork} onClose={onClose} />
    case 'remove':
      return (
        <FormDialog title={`Remove ${found.name}?`} act="Remove scenario" tone="danger" onSubmit={acts.onRemove} onClose={onClose}>
          <p>The plan itself does not change. The history keeps that the scenario existed.</p>
        </FormDialog>
      )
    case 'propose':
      return <WithWords title={`Propose ${found.name}`} subtitle="Everybody sees it from then on, and nobody changes it until an owner has decided." act="Propose" label="Why" hint="What speaks for it." send={acts.onPropose} onClose={onClose} />
    case 'withdraw':
      return <WithWords title={`Withdraw ${found.name}?`} act="Withdraw" label="Why" send={acts.onWithdraw} onClose={onClose} />
    case 'reject':
      return <Reject {...props} onClose={onClose} />
    case 'approve':
      return <Approve {...props} onClose={onClose} />
  }
}

type WithWordsProps = { readonly title: string; readonly subtitle?: string; readonly act: string; readonly label: string; readonly hint?: string; send(words: string): Sent; onClose(): void }

function WithWords({ label, hint, send, ...dialog }: WithWordsProps) {
  const [words, setWords] = useState('')
  return (
    <FormDialog {...dialog} onSubmit={() => send(words.trim())}>
      <TextArea label={label} {...(hint ? { hint } : {})} maxLength={4000} data-focus-first="" value={words} onChange={setWords} />
    </FormDialog>
  )
}

function Share({ scenario, people, onShare, onClose }: { readonly scenario: Scenario; readonly people: readonly PersonChoice[]; onShare(sharing: Sharing, people: readonly string[]): Sent; onClose(): void }) {
  const [sharing, setSharing] = useState<Sharing>(scenario.sharing)
  const [chosen, setChosen] = useState<readonly string[]>(scenario.sharedWith.map(({ id }) => id))
  const others = people.filter(({ id }) => id !== scenario.author.id)
  return (
    <FormDialog title={`Who sees ${scenario.name}`} act="Share" notYet={sharing === 'people' && chosen.length === 0 ? 'Choose somebody.' : undefined} onSubmit={() => onShare(sharing, sharing === 'people' ? chosen : [])} onClose={onClose}>
      <Select label="Seen by" options={Object.entries(sharingWords).map(([value, label]) => ({ value, label }))} value={sharing} onChange={(value) => setSharing(value as Sharing)} />
      {sharing === 'people' && (
        <fieldset className="grid max-h-64 gap-2 overflow-auto">
          <legend className="text-label text-ink-2">People</legend>
          {others.map(({ id, name }) => <Checkbox key={id} label={name} checked={chosen.includes(id)} onChange={(on) => setChosen((before) => (on ? [...before, id] : before.filter((one) => one !== id)))} />)}
          {others.length === 0 && <p className="quiet">Nobody else has access yet.</p>}
        </fieldset>
      )}
    </FormDialog>
  )
}

const undecided: Decided = { rationale: '', expected: '', options: [] }

function Approve({ found, approval, acts, others, unitName, onClose }: Asked & { onClose(): void }) {
  const [given, setGiven] = useState(undecided)
  const preview = approval.state === 'full' ? approval.value : undefined
  return (
    <FormDialog
      title={`Make ${found.name} the plan?`}
      subtitle="Everything below happens at once, with a decision record, or not at all."
      size="wide"
      act="Approve"
      notYet={notYet(preview, given.rationale)}
      onSubmit={() => acts.onApprove({ ...given, rationale: given.rationale.trim(), seen: preview?.seen ?? '' })}
      onClose={onClose}
    >
      {(problem) => (
        <>
          <Shown reading={approval} what="what will change" lines={5}>{(shown) => <WhatChanges shown={shown} unitName={unitName} currency={found.currency} />}</Shown>
          <DecisionFields name={found.name} others={others} given={given} onGiven={setGiven} problem={problem} />
        </>
      )}
    </FormDialog>
  )
}

function Reject({ found, acts, others, onClose }: Asked & { onClose(): void }) {
  const [given, setGiven] = useState(undecided)
  return (
    <FormDialog title={`Reject ${found.name}?`} subtitle="The plan stays as it is, and the decision is kept. Its author can change it and propose it again." act="Reject" notYet={given.rationale.trim() === '' ? 'Say why.' : undefined} onSubmit={() => acts.onReject({ ...given, rationale: given.rationale.trim() })} onClose={onClose}>
      {(problem) => <DecisionFields name={found.name} others={others} given={given} onGiven={setGiven} problem={problem} />}
    </FormDialog>
  )
}

function notYet(preview: ApprovalPreview | undefined, rationale: string): string | undefined {
  if (!preview) return 'Reading what will change.'
  if (preview.problems.length > 0) return 'It cannot become the plan yet.'
  if (preview.whyNot !== null) return preview.whyNot
  return rationale.trim() === '' ? 'Say why.' : undefined
}

function WhatChanges({ shown, unitName, currency }: { readonly shown: ApprovalPreview; unitName(id: string): string; readonly currency: string }) {
  const format = useFormat()
  const money = (metric: ApprovalPreview['before']['cost']) => metricText(metric, (amount) => format.moneyShort(amount))
  return (
    <>
      {shown.problems.length > 0 && (
        <div role="alert" className="rounded-node border border-bad bg-bad-tint px-3 py-2 text-body text-bad-text">
          <strong className="font-semibold">{format.count(shown.problems.length, 'thing keeps', 'things keep')} it from becoming the plan.</strong>
          <ul className="mt-1 list-disc pl-5">{shown.problems.map(({ words }) => <li key={words}>{words}</li>)}</ul>
        </div>
      )}
      <p className="m-0">{format.count(shown.changes.items.length, 'thing changes', 'things change')}: {shown.before.funded} funded become {shown.after.funded}, cost {money(shown.before.cost)} becomes {money(shown.after.cost)}, benefits {money(shown.before.benefits)} become {money(shown.after.benefits)}.</p>
      <Differences list={shown.changes} currency={currency} unitName={unitName} caption="What will change in the plan" maxHeight={320} />
    </>
  )
}
