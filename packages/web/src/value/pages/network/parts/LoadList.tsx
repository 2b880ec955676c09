import { useFormat } from '../../../../format/index.ts'
import { FormDialog } from '../../../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../../../wire/list/ListSource.tsx'
import { useList } from '../../../../wire/list/use-list.ts'
import type { NetworkActs } from '../acts.ts'

/** Nodes and edges from Excel or a file: first what they would add and what cannot be taken, then all of it in one act. */
export function LoadList({ acts, onClose }: { readonly acts: NetworkActs; onClose(): void }) {
  const format = useFormat()
  const list = useList(acts.preview)
  const preview = list.looked?.preview
  const adds = preview ? preview.adds.nodes + preview.adds.edges : 0
  return (
    <FormDialog size="wide" title="Paste or load a list" subtitle="A line for each node, with what it leads to by name" act="Add" notYet={notYetOf(list, adds, 'It would add nothing')} onSubmit={() => acts.addList(preview?.rows ?? [])} onClose={onClose}>
      <ListSource list={list} hint="With headings: Kind, Name and Leads to; also Owner, Starts, Due, Share, Lag and Note. Several names under Leads to are separated by semicolons." />
      {preview && <p role="status">{preview.recognised}: adds {format.count(preview.adds.nodes, 'node', 'nodes')} and {format.count(preview.adds.edges, 'edge', 'edges')}.</p>}
      {preview && <LeftOut issues={preview.issues.map(({ line, found, expected }) => ({ line, words: `Found “${found}”, expected ${expected}.` }))} />}
    </FormDialog>
  )
}
