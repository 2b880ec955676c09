import type { NewSource, SourceItem } from '@throughline/contract/strategy'
import { longestSource } from '@throughline/contract/strategy'
import { useState } from 'react'
import { FilePicker } from '../../../../ui/controls/FilePicker.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'

/** Records a document, pasted or from a text file. */
export function RecordSource({ sources, onRecord, onClose }: { readonly sources: readonly SourceItem[]; onRecord(source: NewSource): Outcome; onClose(): void }) {
  const [title, setTitle] = useState('')
  const [issuedOn, setIssuedOn] = useState('')
  const [text, setText] = useState('')
  const [editionOf, setEditionOf] = useState('')
  const [odd, setOdd] = useState<string>()
  const read = async ([file]: readonly File[]) => {
    if (!file) return
    const found = textIn(await file.arrayBuffer())
    setOdd(found === undefined ? `${file.name} is no text in UTF-8. Save it as text, or paste its words.` : undefined)
    if (found === undefined) return
    setText(found)
    if (title === '') setTitle(file.name.replace(/\.[^.]+$/, ''))
  }
  const missing = title.trim() === '' ? 'Give it a title' : issuedOn === '' ? 'Say when it was issued' : text.trim() === '' ? 'Paste its text or choose a file' : text.length > longestSource ? `At most ${longestSource} characters` : undefined
  return (
    <FormDialog title="Record a document" subtitle="It never changes: a new edition is recorded as another document." act="Record" size="wide" notYet={missing} onSubmit={() => onRecord({ title: title.trim(), issuedOn, text, editionOf: editionOf === '' ? null : editionOf })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Title" required maxLength={300} data-focus-first="" value={title} onChange={setTitle} error={fieldError(problem, 'title')} />
          <TextField label="Issued on" type="date" required value={issuedOn} onChange={setIssuedOn} error={fieldError(problem, 'issuedOn')} />
          {sources.length > 0 && <Select label="New edition of" value={editionOf} options={[{ value: '', label: 'None' }, ...sources.map(({ id, title: name, issuedOn: of }) => ({ value: id, label: `${name}, ${of}` }))]} onChange={setEditionOf} />}
          <FilePicker label="Drop a text file here" hint="Text in UTF-8: .txt or .md" accept=".txt,.md,.text" onPick={(files) => void read(files)} onReject={([file]) => setOdd(`${file?.name ?? 'The file'} is no text file. Save it as text, or paste its words.`)} />
          <TextArea label="Text" required rows={8} value={text} onChange={setText} error={odd ?? fieldError(problem, 'text')} />
        </>
      )}
    </FormDialog>
  )
}

function textIn(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
