import type { SignInPolicy } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Switch } from '../../../../ui/controls/Check.tsx'
import { ProblemNote, useSending } from '../../../../wire/index.ts'

export type PolicyProps = { readonly policy: SignInPolicy; onChange(policy: SignInPolicy): Promise<Result<unknown, Problem>> }

/** What the organisation asks of those who sign in. */
export function Policy({ policy, onChange }: PolicyProps) {
  const [required, setRequired] = useState(policy.secondFactor === 'required')
  const [idle, setIdle] = useState<string | null>(String(policy.idleMinutes))
  const [longest, setLongest] = useState<string | null>(String(policy.longestHours))
  const entered: SignInPolicy = { ...policy, secondFactor: required ? 'required' : 'optional', idleMinutes: Number(idle ?? policy.idleMinutes), longestHours: Number(longest ?? policy.longestHours) }
  const changed = JSON.stringify(entered) !== JSON.stringify(policy)
  const { busy, problem, send } = useSending(() => onChange(entered))
  return (
    <form
      className="grid max-w-[560px] gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Switch label="Ask everybody for a second factor" hint="Who has none is asked for it at the next click, and reaches nothing else until then." checked={required} onChange={setRequired} />
      <NumberField label="A session ends after" unit="minutes without use" min={5} max={10_080} value={idle} onChange={setIdle} />
      <NumberField label="And in any case after" unit="hours" min={1} max={720} value={longest} onChange={setLongest} />
      <ProblemNote problem={problem} />
      <div>
        <Button type="submit" kind="primary" busy={busy} disabled={!changed}>
          Save
        </Button>
      </div>
    </form>
  )
}
