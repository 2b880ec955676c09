import type { BetStage, ExperimentResult } from '@throughline/engine/demand'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    experiment: ExperimentTable
    change_plan: ChangePlanTable
  }
}

/** A small bet on an idea; `result` is null while it runs. Amounts in minor units of the organisation's currency. */
export interface ExperimentTable {
  org_id: string
  id: string
  version: Generated<number>
  idea_id: string
  stage: BetStage
  hypothesis: string
  design: string
  threshold: string
  cap_minor: string
  due_on: string
  designed_by: string
  designed_at: string
  result: Generated<ExperimentResult | null>
  cost_minor: Generated<string | null>
  /** `Experiment['evidence']` */
  evidence: Generated<unknown>
}

/** A plan of change for an initiative, with its steps as the template had them when it began. */
export interface ChangePlanTable {
  org_id: string
  id: string
  version: Generated<number>
  initiative_id: string
  template: string
  owner_id: string
  owner: string
  begun_at: string
  /** `ChangePlan['steps']` */
  steps: unknown
}
