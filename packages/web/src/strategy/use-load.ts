import { strategyRoutes, type ActualPreview } from '@throughline/contract/strategy'
import { useAct } from '../wire/index.ts'
import { useToast } from '../ui/overlays/Toast.tsx'
import type { LoadActs } from './parts/LoadActuals.tsx'

/** Looking at a file of actuals and recording it, with the way back in the message that follows. */
export function useLoadActuals(): LoadActs {
  const toast = useToast()
  const preview = useAct(strategyRoutes.previewActuals, { staleRoom: 'nothing' })
  const record = useAct(strategyRoutes.recordActuals)
  const undo = useAct(strategyRoutes.undoBatch)
  return {
    preview: (body, fileName) => preview.run({ query: { fileName }, body }),
    record: async (via, seen) => {
      const recorded = await record.run({ body: { via, fileName: seen.fileName, sha256: seen.sha256, rows: rowsOf(seen) } })
      if (recorded.ok) toast({ message: `Recorded ${recorded.value.rows} actuals`, tone: 'good', act: { label: 'Take back', onSelect: () => void undo.run({ params: { id: recorded.value.id } }) } })
      return recorded
    },
  }
}

const rowsOf = ({ rows }: ActualPreview) => rows.filter(({ becomes }) => becomes !== 'same').map(({ measureId, on, value, state, source, note, before, parts }) => ({ measureId, on, value, state, source, note, seen: before, ...(parts.length > 0 ? { parts } : {}) }))
