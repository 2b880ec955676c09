import type { MethodUse, MethodUseEnd, UseVerdict } from '@throughline/contract/governance'
import { useState } from 'react'
import { Select } from '../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../wire/index.ts'
import { verdictOptions } from '../method-words.ts'
import type { Outcome } from '../outcome.ts'

/** Ends a use, and says what the item was good for. */
export function EndUse({ use, today, onEnd, onClose }: { readonly use: MethodUse; readonly today: string; onEnd(use: MethodUse, end: Omit<MethodUseEnd, 'version'>): Outcome; onClose(): void }) {
  const [on, setOn] = useState(today)
  const [verdict, setVerdict] = useState<UseVerdict | ''>('')
  const [words, setWords] = useState('')
  const notYet = on === '' ? 'Say on which day it ended' : verdict === '' ? 'Say whether it helped' : words.trim() === '' ? 'Say what it was good for' : undefined
  return (
    <FormDialog title={`End the use of ${use.item.name}`} subtitle={`${use.initiative.name}: ${use.purpose}`} act="End" notYet={notYet} onSubmit={() => onEnd(use, { on, verdict: verdict === '' ? 'helped' : verdict, words: words.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select<UseVerdict> label="Was it good for that?" value={verdict} options={verdictOptions} onChange={setVerdict} />
          <TextArea label="What it was good for, and what not" required rows={3} maxLength={2000} data-focus-first="" value={words} onChange={setWords} error={fieldError(problem, 'words')} />
          <TextField type="date" label="Ended on" required min={use.begunOn} max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
        </>
      )}
    </FormDialog>
  )
}
