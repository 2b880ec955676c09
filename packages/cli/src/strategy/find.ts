import { strategyRoutes, type Measure, type Objective, type Strategy, type StrategyVersionDetail, type TreeObjective } from '@throughline/contract/strategy'
import type { Caller } from '../terminal/call.ts'
import { UsageError } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'

export const readStrategy = (call: Caller): Promise<Strategy> => call(strategyRoutes.readStrategy, {})

export const findObjective = (strategy: Strategy, word: string): Objective => oneOf('objective', strategy.objectives, word, ({ key, statement }) => [key, statement])
/** Objectives of units and functions in force, with their measures. */
const readOfUnits = async (call: Caller): Promise<readonly TreeObjective[]> => (await call(strategyRoutes.readTree, {})).strategies.filter(({ parentId }) => parentId !== null).flatMap(({ objectives }) => objectives)
/** A measure of the organisation or of one of its units. */
export async function findMeasure(call: Caller, word: string): Promise<Measure> {
  const [{ measures }, below] = [await readStrategy(call), await readOfUnits(call)]
  return oneOf('measure', [...measures, ...below.flatMap((one) => one.measures)], word, ({ name }) => [name])
}
/** An objective that can be measured: one of the organisation, by its key or words, or one of a unit, by its words. */
export async function findMeasurable(call: Caller, word: string): Promise<{ readonly id: string; readonly name: string }> {
  const [{ objectives }, below] = [await readStrategy(call), await readOfUnits(call)]
  return oneOf('objective', [...objectives.map(({ id, key, statement }) => ({ id, name: key, statement })), ...below.map(({ id, statement }) => ({ id, name: statement, statement }))], word, ({ name, statement }) => [name, statement])
}

/** The draft of the next version, or what was sent. */
export async function findDraft(call: Caller): Promise<StrategyVersionDetail> {
  const next = (await call(strategyRoutes.listVersions, {})).find(({ status }) => status === 'draft' || status === 'sent')
  if (!next) throw new UsageError('There is no draft. Begin one: throughline strategy draft "<title>" --because "<reason>" --signal YYYY-MM-DD.')
  return call(strategyRoutes.readVersion, { params: { id: next.id } })
}
