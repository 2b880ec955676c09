import type { NetworkPreview } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { FilePicker } from '../../../../ui/controls/FilePicker.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { FormDialog, ProblemNote } from '../../../../wire/index.ts'
import type { NetworkActs } from '../acts.ts'

/** Nodes and edges from Excel or a file: first what they would add and what cannot be taken, then all of it in one act. */
export function LoadList({ acts, onClose }: { readonly acts: NetworkActs; onClose(): void }) {
  const format = useFormat()
  const [pasted, setPasted] = useState('')
  const [preview, setPreview] = useState<NetworkPreview>()
  const [problem, setProblem] = useState<Problem>()
  const look = async (bytes: Uint8Array, name: string): Promise<void> => {
    const found = await acts.preview(bytes, name)
    setProblem(found.ok ? undefined : found.refusal)
    setPreview(found.ok ? found.value : undefined)
  }
  const paste = (text: string): void => {
    setPasted(text)
    if (text.trim() === '') setPreview(undefined)
    else void look(new TextEncoder().encode(text), 'Pasted rows')
  }
  const adds = preview ? preview.adds.nodes + preview.adds.edges : 0
  return (
    <FormDialog size="wide" title="Paste or load a list" subtitle="A line for each node, with what it leads to by name" act="Add" notYet={!preview ? 'Paste rows or choose a file' : adds === 0 ? 'It would add nothing' : undefined} onSubmit={() => acts.addList(preview?.rows ?? [])} onClose={onClose}>
      <TextArea label="Paste from Excel" hint="With headings: Kind, Name and Leads to; also Owner, Starts, Due, Share, Lag and Note. Several names under Leads to are separated by semicolons." rows={5} data-focus-first="" value={pasted} onChange={paste} />
      <FilePicker label="Or drop a file here" hint="CSV or XLSX" accept=".csv,.tsv,.txt,.xlsx,.xlsm" onPick={([file]) => void file?.arrayBuffer().then((buffer) => look(new Uint8Array(buffer), file.name))} />
      <ProblemNote problem={problem} />
      {preview && <p role="status">{preview.recognised}: adds {format.count(preview.adds.nodes, 'node', 'nodes')} and {format.count(preview.adds.edges, 'edge', 'edges')}.</p>}
      {preview && preview.issues.length > 0 && (
        <ul className="grid max-h-64 gap-1 overflow-auto" aria-label="Left out" tabIndex={0}>
          {preview.issues.map(({ line, found, expected }, at) => <li key={at} className="flex flex-wrap items-baseline gap-2"><StatusMark quiet tone="warn" word={line === null ? 'Left out' : `Line ${line}`} /><span>Found “{found}”, expected {expected}.</span></li>)}
        </ul>
      )}
    </FormDialog>
  )
}
