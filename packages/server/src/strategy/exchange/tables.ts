import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    strategy_signal: StrategySignalTable
    strategy_acknowledgement: StrategyAcknowledgementTable
  }
}

/** A word from a unit upwards. */
export interface StrategySignalTable {
  org_id: string
  id: string
  version: Generated<number>
  /** The strategy of the unit, and its name as it was. */
  unit_id: string
  unit_name: string
  about_key: string | null
  about: string | null
  kind: 'constraint' | 'opportunity' | 'evidence' | 'question'
  words: string
  raised_at: string
  raised_by: string
  raised_by_id: string
  due_on: string
  /** When those who answer were told that it is overdue. */
  escalated_at: Generated<string | null>
  /** `{ kind, words, by, at }` */
  answer: Generated<unknown>
}

/** That a version was read in a unit. */
export interface StrategyAcknowledgementTable {
  org_id: string
  id: string
  version_id: string
  unit_id: string
  words: string
  acknowledged_at: string
  acknowledged_by: string
}
