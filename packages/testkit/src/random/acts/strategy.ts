import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { days, type DrawnAct, type Drawing, type Writers } from './kinds.ts'

/** Units, perspectives, objectives with their measures, and what serves them. */
export const strategyActs = ({ owner, editor }: Writers, { one, on, row, word, minor, below }: Drawing): Readonly<Record<string, DrawnAct>> => {
  const strategy = () => owner.read(strategyRoutes.readStrategy, {})
  const objective = async () => one((await strategy()).objectives)
  const unit = async () => one(await owner.read(peopleRoutes.listUnits, {}))
  return {
    'create a unit': () => editor.call(peopleRoutes.createUnit, { body: { code: `U${below(1e6)}`, name: word(), parentId: null, kind: 'department' } }),
    'rename a unit': async () => on(unit(), ({ id, version }) => editor.call(peopleRoutes.changeUnit, { params: { id }, body: { version, name: word() } })),
    'create a perspective': () => editor.call(strategyRoutes.createPerspective, { body: { name: word() } }),
    'create an objective': async () => on(strategy().then(({ perspectives }) => one(perspectives)), ({ id }) => editor.call(strategyRoutes.createObjective, { body: { perspectiveId: id, statement: word(), weight: 0.5 } })),
    'change an objective': async () => on(objective(), ({ id, version }) => editor.call(strategyRoutes.changeObjective, { params: { id }, body: { version, statement: word(), weight: below(10) / 10 } })),
    'measure it': async () => on(objective(), ({ id }) => editor.call(strategyRoutes.createMeasure, { body: { objectiveId: id, name: word(), unit: 'day', direction: 'lower' } })),
    'record an actual': async () => on(strategy().then(({ measures }) => one(measures)), ({ id }) => editor.call(strategyRoutes.recordActual, { params: { id }, body: { on: one(days) ?? days[0], value: minor() } })),
    'serve an objective': async () => on(row(), async (initiative) => on(objective(), ({ id }) => editor.call(strategyRoutes.changeContribution, { body: { initiativeId: initiative.id, objectiveId: id, contribution: below(10) / 10 } }))),
  }
}
