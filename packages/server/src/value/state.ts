import type { CreatedFacts, StepFacts } from '@throughline/engine/strategy'
import { classWords, findingsOf, stakeholderClasses } from '@throughline/engine/value'
import type { StateSource } from '../strategy/index.ts'
import { gather, type GatheredNode } from './network/index.ts'
import { presentByClass } from './stakeholders/index.ts'

/** Changes, supporting systems and whom value goes to, for the state of alignment. */
export const valueState = {
  steps: async (tx) => {
    const { nodes, facts } = await gather(tx)
    const barren = new Set(findingsOf(facts).flatMap((found) => (found.code === 'change_without_benefit' || found.code === 'enabler_without_benefit' ? [found.nodeId] : [])))
    // Initiatives and deliverables are both enablers; what supports work is what was built or bought.
    const own = nodes.filter(({ keptIn, state }) => keptIn === 'network' && state !== 'retired')
    const stepOf = (kind: 'change' | 'system') => ({ id, name, owner, dueOn, state }: GatheredNode): StepFacts => ({ thing: { kind, id, name }, owner, leadsToBenefit: !barren.has(id), dueOn, done: state === 'done' })
    return { changes: own.filter(({ kind }) => kind === 'enabling_change' || kind === 'business_change').map(stepOf('change')), systems: own.filter(({ kind }) => kind === 'enabler').map(stepOf('system')) }
  },
  classes: async (tx) => {
    const { alerts, benefits } = await presentByClass(tx)
    if (alerts === null) return null
    return stakeholderClasses.map((id): Exclude<CreatedFacts['classes'], null | 'withheld'>[number] => ({
      thing: { kind: 'class', id, name: classWords[id] }, benefits: benefits.flatMap(({ benefitId, benefit, split }) => ((split?.shares[id] ?? 0) > 0 ? [{ kind: 'benefit' as const, id: benefitId, name: benefit }] : [])),
      alert: alerts.filter((one) => one.class === id).map(({ words }) => words).join('; ') || null,
    }))
  },
} satisfies Partial<StateSource>
