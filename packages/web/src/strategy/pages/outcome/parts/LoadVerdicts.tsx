import type { JudgementPreview } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useFormat } from '../../../../format/index.ts'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../../../wire/list/ListSource.tsx'
import { useList } from '../../../../wire/list/use-list.ts'
import { verdictLooks } from '../words.ts'

export type LoadActs = {
  preview(bytes: Uint8Array, fileName: string): Promise<Result<JudgementPreview, Problem>>
  judgeAll(rows: JudgementPreview['rows']): Promise<Result<unknown, Problem>>
}
const becomesLooks = { new: { tone: 'done', word: 'New' }, changed: { tone: 'warn', word: 'Changes' }, same: { tone: 'none', word: 'As it is' } } as const

/** Many verdicts in one act, from a file or a paste: first what each row would record, then all of them together. */
export function LoadVerdicts({ acts, onClose }: { readonly acts: LoadActs; onClose(): void }) {
  const format = useFormat()
  const list = useList(acts.preview)
  const changing = list.looked?.preview.rows.filter(({ becomes }) => becomes !== 'same') ?? []
  return (
    <FormDialog size="wide" title="Load verdicts" subtitle="Of closed initiatives, in one act" act={changing.length === 0 ? 'Keep' : `Keep ${format.count(changing.length, 'verdict', 'verdicts')}`} notYet={notYetOf(list, changing.length, 'Nothing of it would change anything')} onSubmit={() => acts.judgeAll(changing)} onClose={onClose}>
      <ListSource list={list} hint="With headings: Initiative, Intent, Intent reason, Goals, Goals reason; and Judge, Alignment, Source where there are any." />
      {list.looked && <Preview preview={list.looked.preview} />}
    </FormDialog>
  )
}

const Preview = ({ preview: { recognised, rows, issues } }: { readonly preview: JudgementPreview }) => (
  <div className="grid gap-3">
    <p className="quiet">{recognised}</p>
    <LeftOut issues={issues.map(({ line, column, found, expected }) => ({ line, words: `${column ? `${column}: found` : 'Found'} “${found}”, expected ${expected}.` }))} />
    {rows.length > 0 && (
      <Table
        caption="What would be kept" rows={rows} rowKey={({ initiativeId }) => initiativeId} maxHeight={280}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => initiative },
          { key: 'intent', label: 'Intent', cell: ({ intent }) => verdictLooks[intent.verdict].word },
          { key: 'goal', label: 'Goals', cell: ({ goal }) => verdictLooks[goal.verdict].word },
          { key: 'judge', label: 'Judged by', cell: ({ judge }) => judge ?? <span className="quiet">you</span> },
          { key: 'stated', label: 'Stated', numeric: true, cell: ({ stated }) => (stated ? String(stated.score) : <span className="quiet">–</span>) },
          { key: 'becomes', label: 'Becomes', cell: ({ becomes }) => <StatusMark quiet {...becomesLooks[becomes]} /> },
        ]}
      />
    )}
  </div>
)
