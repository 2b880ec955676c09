import type { ClosedInitiative, NewJudgement, OutcomeVerdict } from '@throughline/contract/strategy'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { verdictLooks } from '../words.ts'

export type JudgeActs = { judge(initiative: ClosedInitiative, given: NewJudgement): Outcome }
const verdicts = (Object.keys(verdictLooks) as OutcomeVerdict[]).map((value) => ({ value, label: verdictLooks[value].word }))

/** Judges whether a closed initiative met its intent and its goals; an alignment is asked for only where none can be computed. */
export function Judge({ initiative, acts, onClose }: { readonly initiative: ClosedInitiative; readonly acts: JudgeActs; onClose(): void }) {
  const { judgement, basis, sponsor } = initiative
  const [intent, setIntent] = useState(judgement?.intent ?? { verdict: 'met' as OutcomeVerdict, reason: '' })
  const [goal, setGoal] = useState(judgement?.goal ?? { verdict: 'met' as OutcomeVerdict, reason: '' })
  const [judge, setJudge] = useState(judgement?.judge ?? '')
  const [score, setScore] = useState<string | null>(judgement?.stated ? String(judgement.stated.score) : null)
  const [source, setSource] = useState(judgement?.stated?.source ?? '')
  const states = basis !== 'computed'
  const stated = !states ? {} : { stated: score === null ? null : { score: Number(score), source: source.trim() } }
  const notYet = intent.reason.trim() === '' || goal.reason.trim() === '' ? 'Say why, of both' : states && score !== null && source.trim() === '' ? 'Say where the alignment comes from' : undefined
  return (
    <FormDialog
      title="Judge an initiative" subtitle={initiative.name} act="Keep" notYet={notYet} onClose={onClose}
      onSubmit={() => acts.judge(initiative, { intent: { ...intent, reason: intent.reason.trim() }, goal: { ...goal, reason: goal.reason.trim() }, ...(judge.trim() === '' ? {} : { judge: judge.trim() }), ...stated, seen: judgement?.version ?? null })}
    >
      {(problem) => (
        <>
          <Select label="Intent: what the strategy wanted of it" value={intent.verdict} options={verdicts} onChange={(verdict) => setIntent({ ...intent, verdict })} />
          <TextArea label="Why, of the intent" required rows={2} maxLength={2000} value={intent.reason} onChange={(reason) => setIntent({ ...intent, reason })} />
          <Select label="Goals: what it was to deliver, by when, for how much" value={goal.verdict} options={verdicts} onChange={(verdict) => setGoal({ ...goal, verdict })} />
          <TextArea label="Why, of the goals" required rows={2} maxLength={2000} value={goal.reason} onChange={(reason) => setGoal({ ...goal, reason })} />
          <TextField label="Judged by" hint={sponsor === null ? 'Left empty, you.' : `Left empty, you. Not ${sponsor}, who sponsored it.`} maxLength={200} value={judge} onChange={setJudge} error={fieldError(problem, 'judge')} />
          {states && (
            <>
              <NumberField label="Alignment at approval, stated" hint="From −1 to 1; it cannot be computed, and is marked as stated. Left empty, the initiative is in no tercile." min={-1} max={1} step={0.1} value={score} onChange={setScore} />
              {score !== null && <TextField label="Where it comes from" required maxLength={500} value={source} onChange={setSource} />}
            </>
          )}
        </>
      )}
    </FormDialog>
  )
}
