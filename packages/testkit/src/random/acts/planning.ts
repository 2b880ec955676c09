import { capacityRoutes } from '@throughline/contract/capacity'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import type { DrawnAct, Drawing, Writers } from './kinds.ts'

/** What there is to do with, and what every roadmap is asked. */
export const planningActs = ({ owner, editor }: Writers, { one, on, row, word, minor, below }: Drawing): Readonly<Record<string, DrawnAct>> => ({
  'add a pool': () => owner.call(capacityRoutes.createPool, { body: { name: word(), unit: 'fte', people: 20 } }),
  'give it capacity': async () => on(owner.read(capacityRoutes.readCapacity, {}).then(({ pools }) => one(pools)), ({ pool: { id, version } }) => owner.call(capacityRoutes.setCapacities, { body: { pools: [{ id, version, lines: [{ on: '2026-10-01', amount: minor() }] }] } })),
  'ask of every roadmap': async () => on(row(), ({ id }) => editor.call(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: one(['must', 'mustNot'] as const) ?? 'must', initiativeId: id }, because: word() } })),
  'ask for less at one time': () => editor.call(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: 'parallel', initiativeIds: [], most: below(9) }, because: word() } }),
  'ask no more': async () => on(owner.read(portfolioRoutes.listPlanningDemands, {}).then(one), ({ id }) => editor.call(portfolioRoutes.withdrawPlanningDemand, { params: { id } })),
})
