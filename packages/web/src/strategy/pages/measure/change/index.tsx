import { strategyRoutes, type MeasureDetail } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useRead } from '../../../../wire/index.ts'
import { WhyChanged, type Span } from './WhyChanged.tsx'

/** Why a measure differs between two periods: at first the newest whose parts are known, or the last two that were measured. */
export function MeasureChange({ detail }: { readonly detail: MeasureDetail }) {
  const [chosen, setChosen] = useState<Span>()
  const span = chosen ?? firstSpan(detail)
  const change = useRead(strategyRoutes.readMeasureChange, { params: { id: detail.row.id }, query: span ?? {} }, { enabled: span !== undefined })
  return span === undefined ? null : <WhyChanged {...{ detail, span, change }} onSpan={setChosen} />
}

/** Undefined where fewer than two periods were measured: nothing changed yet. */
export function firstSpan({ changes: [newest], points }: Pick<MeasureDetail, 'changes' | 'points'>): Span | undefined {
  if (newest) return { from: newest.from.from, to: newest.to.from }
  const measured = points.filter(({ value }) => value.status === 'ok')
  const [before, last] = measured.slice(-2)
  return before && last ? { from: before.period.from, to: last.period.from } : undefined
}
