import type { Verdict } from '@throughline/engine/strategy'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    initiative_outcome: InitiativeOutcomeTable
  }
}

/** Whether a closed initiative met its intent and its goals; the id is that of the initiative. */
export interface InitiativeOutcomeTable {
  org_id: string
  id: string
  version: Generated<number>
  intent: Verdict
  intent_reason: string
  goal: Verdict
  goal_reason: string
  judge: string
  /** Its alignment at approval as somebody stated it, numeric(4,3) as text. */
  stated: string | null
  stated_source: Generated<string>
  recorded_at: string
  recorded_by: string
}
