import type { FreeBenefit, NewPlanLine, PlanLine, PlanPreview, PlanRow } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Done = Promise<Result<unknown, Problem>>

/** What the page can do to the business plan. */
export type PlanActs = {
  add(entered: NewPlanLine): Done
  change(line: PlanLine, entered: NewPlanLine): Done
  remove(line: PlanLine): Done
  preview(bytes: Uint8Array, fileName: string): Promise<Result<PlanPreview, Problem>>
  addList(rows: readonly PlanRow[]): Done
  /** A benefit to a line, or to none any more. */
  link(benefit: FreeBenefit, lineId: string | null, reason: string): Done
}
