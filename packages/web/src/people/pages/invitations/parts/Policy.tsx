import type { SignInPolicy } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Switch } from '../../../../ui/controls/Check.tsx'
import { MergeAsked, ProblemNote, useMerge, useSending } from '../../../../wire/index.ts'

export type PolicyProps = { readonly policy: SignInPolicy; onChange(policy: SignInPolicy): Promise<Result<unknown, Problem>> }

/** What the organisation asks of those who sign in. */
export function Policy(props: PolicyProps) {
  // While nothing is entered the form follows what others save; from the first change on it stays what it was begun upon.
  const [begunUpon, setBegunUpon] = useState<number>()
  return <PolicyForm key={begunUpon ?? props.policy.version} {...props} onBegin={() => setBegunUpon((upon) => upon ?? props.policy.version)} onDone={() => setBegunUpon(undefined)} />
}

type Entered = Omit<SignInPolicy, 'version'>
const labels: Readonly<Record<keyof Entered, string>> = { secondFactor: 'Ask everybody for a second factor', idleMinutes: 'A session ends after', longestHours: 'And in any case after' }
const fieldsOf = ({ version: _, ...fields }: SignInPolicy): Entered => fields
const shown = (field: keyof Entered, value: unknown): string => (field === 'secondFactor' ? (value === 'required' ? 'yes' : 'no') : `${String(value)} ${field === 'idleMinutes' ? 'minutes without use' : 'hours'}`)

function PolicyForm({ policy, onChange, onBegin, onDone }: PolicyProps & { onBegin(): void; onDone(): void }) {
  const merge = useMerge<Entered, number>({ now: { fields: fieldsOf(policy), seen: policy.version }, send: (mine, { seen }) => onChange({ ...mine, version: seen }), label: (field) => labels[field], show: shown })
  const before = merge.base.fields
  const [required, setRequired] = useState(before.secondFactor === 'required')
  const [idle, setIdle] = useState<string | null>(String(before.idleMinutes))
  const [longest, setLongest] = useState<string | null>(String(before.longestHours))
  const entered: Entered = { secondFactor: required ? 'required' : 'optional', idleMinutes: Number(idle ?? before.idleMinutes), longestHours: Number(longest ?? before.longestHours) }
  const changed = JSON.stringify(entered) !== JSON.stringify(before)
  const { busy, problem, send } = useSending(() => merge.save(entered), onDone)
  const put = <T,>(set: (value: T) => void) => (value: T): void => {
    onBegin()
    set(value)
  }
  return (
    <form
      className="grid max-w-[560px] gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Switch label={labels.secondFactor} hint="Who has none is asked for it at the next click, and reaches nothing else until then." checked={required} onChange={put(setRequired)} />
      <NumberField label={labels.idleMinutes} unit="minutes without use" min={5} max={10_080} value={idle} onChange={put(setIdle)} />
      <NumberField label={labels.longestHours} unit="hours" min={1} max={720} value={longest} onChange={put(setLongest)} />
      <ProblemNote problem={merge.question ? undefined : problem} />
      <MergeAsked merge={merge} onClose={onDone} />
      <div>
        <Button type="submit" kind="primary" busy={busy} disabled={!changed}>
          Save
        </Button>
      </div>
    </form>
  )
}
