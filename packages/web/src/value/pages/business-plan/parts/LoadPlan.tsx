import { useFormat } from '../../../../format/index.ts'
import { FormDialog } from '../../../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../../../wire/list/ListSource.tsx'
import { useList } from '../../../../wire/list/use-list.ts'
import type { PlanActs } from '../acts.ts'

/** Plan lines from Excel or a file: first what they would add and what cannot be taken, then all of it in one act. */
export function LoadPlan({ acts, onClose }: { readonly acts: PlanActs; onClose(): void }) {
  const format = useFormat()
  const list = useList(acts.preview)
  const preview = list.looked?.preview
  return (
    <FormDialog size="wide" title="Paste or load a list" subtitle="A row for each line and period" act="Add" notYet={notYetOf(list, preview?.adds.periods ?? 0, 'It would add nothing')} onSubmit={() => acts.addList(preview?.rows ?? [])} onClose={onClose}>
      <ListSource list={list} hint="With headings: Line, Kind, Period (or From and To) and Planned; also Baseline, Department and Currency. Amounts are written in full." />
      {preview && <p role="status">{preview.recognised}: adds {format.count(preview.adds.lines, 'line', 'lines')} and {format.count(preview.adds.periods, 'period', 'periods')}.</p>}
      {preview && <LeftOut issues={preview.issues.map(({ line, found, expected }) => ({ line, words: `Found “${found}”, expected ${expected}.` }))} />}
    </FormDialog>
  )
}
