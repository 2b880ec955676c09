import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** Values of the organisation, what a unit says of its own, and the value that a decision served. */
export const valuesActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const register = () => owner.read(strategyRoutes.readValues, {})
  const inForce = async () => (await register()).values.find(({ retired }) => retired === null)
  return {
    'add a value': () => editor.call(strategyRoutes.addValue, { body: { name: crypto.randomUUID(), meaning: word(), behaviours: [word()] } }),
    'change a value': async () => {
      const value = await inForce()
      return value && editor.call(strategyRoutes.changeValue, { params: { id: value.id }, body: { version: value.version, meaning: word() } })
    },
    'say what a unit stands for': async () => {
      const [unit] = (await register()).units
      return unit && editor.call(strategyRoutes.stateUnitValue, { body: { unitId: unit.id, words: crypto.randomUUID() } })
    },
    'map what it stands for': async () => {
      const [statement, value] = [(await register()).units.flatMap(({ statements }) => statements)[0], await inForce()]
      return statement && editor.call(strategyRoutes.mapUnitValue, { params: { id: statement.id }, body: { version: statement.version, mapping: value ? { kind: 'value', valueId: value.id } : { kind: 'own', reason: word() } } })
    },
    'say what a decision served': async () => {
      const [decision, value] = [(await register()).decisions.find(({ tags }) => tags.length === 0), await inForce()]
      return decision && value && editor.call(strategyRoutes.tagDecision, { body: { decisionId: decision.id, servedId: value.id } })
    },
    'cite an objective': async () => {
      const { decisions, citable } = await owner.read(strategyRoutes.readObjectiveUse, {})
      const [decision, objective] = [decisions.find(({ cites }) => cites.length === 0), citable[0]]
      return decision && objective && editor.call(strategyRoutes.citeObjective, { body: { decisionId: decision.id, key: objective.key, how: '' } })
    },
    'retire a value': async () => {
      const value = await inForce()
      return value && owner.call(strategyRoutes.retireValue, { params: { id: value.id }, body: { version: value.version, reason: word() } })
    },
  }
}
