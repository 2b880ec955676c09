import { strategyRoutes } from '@throughline/contract/strategy'
import { useAct } from '../wire/index.ts'
import type { StrategyActs } from './acts.ts'

/** Everything a person can do to a strategy, wired: each answer is the whole strategy and takes the place of the one on the page. */
export function useStrategyActs(): StrategyActs {
  const answers = { answers: strategyRoutes.readStrategy }
  const changeStrategy = useAct(strategyRoutes.changeStrategy, answers)
  const createPerspective = useAct(strategyRoutes.createPerspective, answers)
  const changePerspective = useAct(strategyRoutes.changePerspective, answers)
  const removePerspective = useAct(strategyRoutes.removePerspective, answers)
  const createObjective = useAct(strategyRoutes.createObjective, answers)
  const changeObjective = useAct(strategyRoutes.changeObjective, answers)
  const removeObjective = useAct(strategyRoutes.removeObjective, answers)
  const changeWeights = useAct(strategyRoutes.changeWeights, answers)
  const createMeasure = useAct(strategyRoutes.createMeasure, answers)
  const changeMeasure = useAct(strategyRoutes.changeMeasure, answers)
  const removeMeasure = useAct(strategyRoutes.removeMeasure, answers)
  const recordActual = useAct(strategyRoutes.recordActual, answers)
  const removeActual = useAct(strategyRoutes.removeActual)
  const changeContribution = useAct(strategyRoutes.changeContribution, answers)
  return {
    changeStrategy: ({ version }, change) => changeStrategy.run({ body: { version, ...change } }),
    createPerspective: (name) => createPerspective.run({ body: { name } }),
    changePerspective: ({ id, version }, change) => changePerspective.run({ params: { id }, body: { version, ...change } }),
    removePerspective: ({ id, version }) => removePerspective.run({ params: { id }, query: { version } }),
    createObjective: (body) => createObjective.run({ body }),
    changeObjective: ({ id, version }, change) => changeObjective.run({ params: { id }, body: { version, ...change } }),
    removeObjective: ({ id, version }) => removeObjective.run({ params: { id }, query: { version } }),
    changeWeights: (weights) => changeWeights.run({ body: { weights } }),
    createMeasure: (body) => createMeasure.run({ body }),
    changeMeasure: ({ id, version }, change) => changeMeasure.run({ params: { id }, body: { version, ...change } }),
    removeMeasure: ({ id, version }) => removeMeasure.run({ params: { id }, query: { version } }),
    recordActual: ({ id }, body) => recordActual.run({ params: { id }, body }),
    removeActual: ({ id, version }) => removeActual.run({ params: { id }, query: { version } }),
    changeContribution: ({ initiative, ...rest }) => changeContribution.run({ body: { initiativeId: initiative.id, ...rest } }),
  }
}
