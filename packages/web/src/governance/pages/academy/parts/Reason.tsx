import { useState } from 'react'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'

export type ReasonProps = { readonly title: string; readonly subtitle: string; readonly label: string; readonly act: string; readonly tone?: 'danger'; readonly hint?: string; readonly most?: number; /** Whether it may be left empty. */ readonly free?: boolean; onSay(words: string): Outcome; onClose(): void }

/** Asks for words to an act: a reason, a goal, an answer. */
export function Reason({ title, subtitle, label, act, tone, hint, most = 1000, free = false, onSay, onClose }: ReasonProps) {
  const [words, setWords] = useState('')
  return (
    <FormDialog title={title} subtitle={subtitle} act={act} {...(tone ? { tone } : {})} notYet={!free && words.trim() === '' ? 'Say it' : undefined} onSubmit={() => onSay(words.trim())} onClose={onClose}>
      <TextArea label={label} hint={hint} required={!free} rows={4} maxLength={most} value={words} onChange={setWords} />
    </FormDialog>
  )
}
