import type { CapabilityArea, LeveledService, NewCapability, NewServiceNeed } from '@throughline/contract/governance'
import { capabilityAreas } from '@throughline/engine/governance'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { areaWords, levelWords } from '../words.ts'

export type GapActs = { judge(given: NewCapability): Outcome; need(given: NewServiceNeed): Outcome }
type Given = Pick<NewCapability, 'area' | 'level' | 'reason'>
type Thing = { readonly id: string; readonly name: string; readonly given: LeveledService['levels'] }
type GiveProps = { readonly title: string; readonly thing: string; readonly things: readonly Thing[]; act(id: string, given: Given): Outcome; onClose(): void }

/** Gives a service, or what an objective needs, a level in an area; what was given before is told and stays in the history. */
export function GiveLevel({ title, thing, things, act, onClose }: GiveProps) {
  const [id, setThing] = useState(things[0]?.id ?? '')
  const [area, setArea] = useState<CapabilityArea>(capabilityAreas[0])
  const [level, setLevel] = useState('')
  const [reason, setReason] = useState('')
  const before = things.find((one) => one.id === id)?.given.find((one) => one.area === area)
  const notYet = level === '' ? 'Choose a level' : reason.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title={title} subtitle="What is said last holds." act="Keep" notYet={notYet} onSubmit={() => act(id, { area, level: Number(level), reason: reason.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label={thing} value={id} options={things.map((one) => ({ value: one.id, label: one.name }))} onChange={setThing} />
          <Select<CapabilityArea> label="Area" value={area} options={capabilityAreas.map((value) => ({ value, label: areaWords[value] }))} onChange={setArea} />
          <Select label="Level" hint={before ? `${before.level} until now: ${before.reason} (${before.by})` : 'Nobody has said so far.'} value={level} options={levelWords.map((label, at) => ({ value: String(at), label }))} onChange={setLevel} />
          <TextArea label="Why" required rows={2} maxLength={2000} value={reason} onChange={setReason} error={fieldError(problem, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}
