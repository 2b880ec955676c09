import { valueRoutes } from '@throughline/contract/value'
import type { DrawnAct, Writers } from './kinds.ts'

/** The business plan: a line, a list of them, what a benefit delivers of it, and a line that is taken away with its link. */
export const businessPlanActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const plan = () => owner.read(valueRoutes.readBusinessPlan, { query: {} })
  const amounts = [{ from: '2025-01-01', to: '2026-01-01', baseline: '9000', planned: '8000' }]
  return {
    'add a plan line': () => owner.call(valueRoutes.addPlanLine, { body: { name: crypto.randomUUID(), kind: 'cost', unit: 'EUR.noncash', amounts } }),
    'change a plan line': async () => {
      const line = (await plan()).lines.at(-1)
      return line && owner.call(valueRoutes.changePlanLine, { params: { id: line.id }, body: { version: line.version, note: crypto.randomUUID() } })
    },
    'add a list of plan lines': () => owner.call(valueRoutes.addPlanList, { body: { rows: [{ line: 2, name: crypto.randomUUID(), kind: 'headcount', department: null, unit: 'people', from: '2025-01-01', to: '2026-01-01', baseline: null, planned: '34' }] } }),
    'link a benefit to the plan': async () => {
      const [[line], [benefit]] = [(await plan()).lines, (await owner.read(valueRoutes.readRegister, {})).benefits]
      return line && benefit && editor.call(valueRoutes.linkBenefitToPlan, { body: { benefitId: benefit.id, lineId: line.id, reason: 'The case' } })
    },
    'remove a plan line': async () => {
      const line = (await plan()).lines.at(-1)
      return line && owner.call(valueRoutes.removePlanLine, { params: { id: line.id }, query: { version: line.version } })
    },
  }
}
