import { FilePicker } from '../../ui/controls/FilePicker.tsx'
import { TextArea } from '../../ui/controls/TextField.tsx'
import { StatusMark } from '../../ui/display/Status.tsx'
import { ProblemNote } from '../Shown.tsx'
import type { ListIn } from './use-list.ts'

/** Where a list comes from: pasted rows or a file, and why it could not be read. `hint` names the headings that are known. */
export function ListSource<P>({ list: { pasted, problem, paste, pick }, hint, rows = 5 }: { readonly list: ListIn<P>; readonly hint: string; readonly rows?: number }) {
  return (
    <>
      <TextArea label="Paste from Excel" hint={hint} rows={rows} data-focus-first="" value={pasted} onChange={paste} />
      <FilePicker label="Or drop a file here" hint="CSV or XLSX" accept=".csv,.tsv,.txt,.xlsx,.xlsm" onPick={([file]) => file && pick(file)} />
      <ProblemNote problem={problem} />
    </>
  )
}

/** What of a list cannot be taken, each with its line and what was found and expected; nothing where all of it can. */
export function LeftOut({ issues }: { readonly issues: readonly { readonly line: number | null; readonly words: string }[] }) {
  if (issues.length === 0) return null
  return (
    <ul className="grid max-h-64 gap-1 overflow-auto" aria-label="Left out" tabIndex={0}>
      {issues.map(({ line, words }, at) => <li key={at} className="flex flex-wrap items-baseline gap-2"><StatusMark quiet tone="warn" word={line === null ? 'Left out' : `Line ${line}`} /><span>{words}</span></li>)}
    </ul>
  )
}

/** Why nothing can be kept yet, or nothing where something can: it is still read, there is no list, or one of which nothing would change. */
export const notYetOf = <P,>({ reading, looked }: ListIn<P>, changes: number, nothing: string): string | undefined => (reading ? 'The list is being read' : looked === undefined ? 'Paste rows or choose a file' : changes === 0 ? nothing : undefined)
