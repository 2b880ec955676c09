import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    weight_workshop: WeightWorkshopTable
    weight_judgement: WeightJudgementTable
  }
}

/** A workshop on the weights of one level. */
export interface WeightWorkshopTable {
  org_id: string
  id: string
  version: Generated<number>
  title: string
  question: string
  method: 'direct' | 'swing' | 'rank' | 'pairwise'
  random_index: 'saaty_1980' | 'saaty_2005' | 'donegan_dodd_1991'
  perspective_id: string | null
  level_name: string
  /** `[{ key, statement, description, weight }]` as they stood when it was opened. */
  objectives: unknown
  state: Generated<'open' | 'closed' | 'decided'>
  opened_at: string
  opened_by: string
  closed_at: Generated<string | null>
  closed_by: Generated<string | null>
  closed_early: Generated<boolean>
  /** `WorkshopDecision` */
  decision: Generated<unknown>
  /** The how-manieth time the same people judge the same; the round before it. */
  round: Generated<number>
  follows_id: Generated<string | null>
  removed_at: Generated<string | null>
}

/** One person who is invited to a workshop, with what they handed in. */
export interface WeightJudgementTable {
  org_id: string
  id: string
  workshop_id: string
  account_id: string
  name: string
  /** `Judgement` */
  judgement: Generated<unknown>
  handed_in_at: Generated<string | null>
}
