import { planFigures } from '@throughline/engine/portfolio'
import { applyInitiatives, lockInitiatives, type PlannedInitiative } from '../../demand/index.ts'
import { readPlans } from '../../capacity/index.ts'
import { lockOrganisation } from '../../people/index.ts'
import type { RecordOfPlan } from '../../strategy/index.ts'
import { changeList } from '../scenarios/approval.ts'
import { hashOf, readPlan } from '../scenarios/plan.ts'
import { summaryOf } from '../scenarios/present.ts'
import { startRanksOf } from './ranks.ts'
import { startRoadmapOf } from './roadmap.ts'
import { readActInstants } from '../scenarios/store.ts'

/** The thread in which the roadmap of a version is computed. */
export const roadmapOfVersionThread = new URL('./thread.ts', import.meta.url)
/** The thread in which ranks are counted. */
export const ranksThread = new URL('./ranks-thread.ts', import.meta.url)

const whole = (minor: string | null): number | null => (minor === null ? null : Number(minor))

/** The plan of record as a recalibration reads and writes it. */
export const recordOfPlan: RecordOfPlan = {
  read: readPlan,
  lock: async (tx) => {
    await lockOrganisation(tx)
    await lockInitiatives(tx)
  },
  readToGo: async (tx) => new Map((await readPlans(tx)).map(({ initiative_id, to_go_minor, exit_minor }) => [initiative_id, { toGo: whole(to_go_minor), exit: whole(exit_minor) }])),
  // The fields are states and dates of the contract; the draft was found sound.
  apply: (planning, changes) => applyInitiatives(planning, changes.map(({ id, fields }): PlannedInitiative => ({ id, what: 'changed', given: fields as PlannedInitiative['given'], custom: {}, years: [] }))),
  changeList,
  summary: (plan) => summaryOf(planFigures(plan)),
  startRoadmap: startRoadmapOf,
  startRanks: startRanksOf,
  hash: hashOf,
  instants: readActInstants,
}
