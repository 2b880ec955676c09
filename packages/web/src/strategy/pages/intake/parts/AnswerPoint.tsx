import type { NewPointAnswer, SourcePassage, UnclearPoint } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { intakeWords as words } from '../words.ts'

const longestLabel = 80

/** Answers what was said to be unclear, with the passage that shows it where one does. */
export function AnswerPoint({ point, passages, onAnswer, onClose }: { readonly point: UnclearPoint; readonly passages: readonly SourcePassage[]; onAnswer(point: UnclearPoint, answer: NewPointAnswer): Outcome; onClose(): void }) {
  const [said, setSaid] = useState('')
  const [passageId, setPassage] = useState('')
  const label = ({ quote, source }: SourcePassage): string => `“${quote.length > longestLabel ? `${quote.slice(0, longestLabel - 1)}…` : quote}” ${source}`
  return (
    <FormDialog title="Answer what is unclear" subtitle={point.statement} act="Answer" notYet={said.trim() === '' ? 'Say what is meant' : undefined} onSubmit={() => onAnswer(point, { words: said.trim(), passageId: passageId === '' ? null : passageId })} onClose={onClose}>
      {(problem) => (
        <>
          <p>{point.point}<span className="quiet block">{point.by}</span></p>
          <TextArea label="Answer" hint={words.answerHint} required rows={4} maxLength={2000} data-focus-first="" value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          {passages.length > 0 && <Select label="Shown by the passage" value={passageId} options={[{ value: '', label: words.noPassage }, ...passages.map((one) => ({ value: one.id, label: label(one) }))]} onChange={setPassage} error={fieldError(problem, 'passageId')} />}
        </>
      )}
    </FormDialog>
  )
}
