import { choices } from './list/fields.ts'
import type { Columns } from './columns/index.ts'

/** States of initiatives that the plan of record holds: what was approved and is not over. */
export const statesInPlan = ['approved', 'active', 'on_hold', 'closing'] as const
const codes: ReadonlySet<number> = new Set(statesInPlan.map((state) => choices.state.indexOf(state)))

/** Whether the plan of record holds an initiative: it stands, is listed now, and was approved. */
export const isInPlan = ({ there, seen, state }: Columns, row: number): boolean => there[row] === 1 && seen.current[row] === 1 && codes.has(state[row] ?? -1)

/** How many initiatives the plan of record holds. */
export const countInPlan = (columns: Columns): number => Array.from({ length: columns.size }, (_, row) => row).filter((row) => isInPlan(columns, row)).length
