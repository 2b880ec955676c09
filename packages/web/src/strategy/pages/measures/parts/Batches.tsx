import type { ActualBatch } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { ProblemNote } from '../../../../wire/index.ts'

const viaWords = { paste: 'Pasted', file: 'A file', interface: 'Another system' } as const

/** Actuals that were recorded together, and the way back. */
export function Batches({ batches, canUndo, onUndo }: { readonly batches: readonly ActualBatch[]; readonly canUndo: boolean; onUndo(id: string): Promise<Result<unknown, Problem>> }) {
  const format = useFormat()
  const [problem, setProblem] = useState<Problem>()
  if (batches.length === 0) return null
  const undo = async (id: string) => {
    const undone = await onUndo(id)
    setProblem(undone.ok ? undefined : undone.refusal)
  }
  return (
    <details>
      <summary className="w-fit text-label text-accent">Recorded together ({batches.length})</summary>
      <div className="mt-2 grid gap-2">
        <ProblemNote problem={problem} />
        <Table
          caption="Actuals recorded together"
          rows={batches}
          rowKey={({ id }) => id}
          columns={[
            { key: 'from', label: 'From', cell: ({ fileName, via }) => fileName ?? viaWords[via] },
            { key: 'rows', label: 'Values', numeric: true, cell: ({ rows }) => format.number(rows) },
            { key: 'by', label: 'By', cell: ({ by, at }) => `${by}, ${format.instant(at)}` },
            { key: 'undo', label: 'Taken back', cell: ({ id, undoneAt, undoneBy, fileName, via }) => (undoneAt ? `${undoneBy}, ${format.instant(undoneAt)}` : canUndo ? <Button kind="quiet" aria-label={`Take back ${fileName ?? viaWords[via]}`} onClick={() => void undo(id)}>Take back</Button> : 'no') },
          ]}
        />
      </div>
    </details>
  )
}
