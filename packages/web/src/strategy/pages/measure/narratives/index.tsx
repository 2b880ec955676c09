import { strategyRoutes, type ActualRecord } from '@throughline/contract/strategy'
import { useMemo } from 'react'
import { keyOf, useAct, useRead } from '../../../../wire/index.ts'
import { Narratives } from './Narratives.tsx'

/** What people say of a measure, read for itself. */
export function MeasureNarratives({ measureId, unit, records, canSay }: { readonly measureId: string; readonly unit: string; readonly records: readonly ActualRecord[]; readonly canSay: boolean }) {
  const params = useMemo(() => ({ id: measureId }), [measureId])
  const answers = { answers: () => keyOf(strategyRoutes.listNarratives, { params }) }
  const [add, remove] = [useAct(strategyRoutes.addNarrative, answers), useAct(strategyRoutes.removeNarrative, answers)]
  return <Narratives {...{ unit, records, canSay }} reading={useRead(strategyRoutes.listNarratives, { params })} acts={{ add: (body) => add.run({ params, body }), remove: ({ id, version }) => remove.run({ params: { id }, query: { version } }) }} />
}
