import type { CaseChange, CaseFlows, CaseLineSaid, CaseOption, CaseOptionSaid, CaseRiskSaid, FlowPreview } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Outcome = Promise<Result<unknown, Problem>>
/** What can be done with the business case of an initiative. */
export type CaseActs = {
  draft(given: { readonly from?: number; readonly framework?: 'green_book' | 'commercial' }): Outcome
  change(given: Omit<CaseChange, 'version'>): Outcome
  flows(given: Omit<CaseFlows, 'version'>): Outcome
  preview(bytes: Uint8Array, fileName: string, option: string): Promise<Result<FlowPreview, Problem>>
  submit(): Outcome
  decide(given: { readonly outcome: 'approved' | 'returned' | 'rejected'; readonly reason: string }): Outcome
  putAway(): Outcome
  download(kind: 'document' | 'word' | 'export'): void
}

/** An option as it is sent: without its cash flow, which is given by itself. */
export const saidOf = ({ lines: _, risks: _risks, ...option }: CaseOption): CaseOptionSaid => option
/** The lines and risks of an option as they are sent. */
export const linesSaid = ({ lines }: CaseOption): CaseLineSaid[] => lines.map(({ given: _, ...line }) => line)
export const risksSaid = ({ risks }: CaseOption): CaseRiskSaid[] => risks.map((risk) => ({ ...risk, lowMinor: risk.lowMinor ?? '0', likelyMinor: risk.likelyMinor ?? '0', highMinor: risk.highMinor ?? '0' }))
