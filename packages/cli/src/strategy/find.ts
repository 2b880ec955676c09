import { strategyRoutes, type Measure, type Objective, type Strategy, type StrategyVersionDetail } from '@throughline/contract/strategy'
import type { Caller } from '../terminal/call.ts'
import { UsageError } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'

export const readStrategy = (call: Caller): Promise<Strategy> => call(strategyRoutes.readStrategy, {})

export const findObjective = (strategy: Strategy, word: string): Objective => oneOf('objective', strategy.objectives, word, ({ key, statement }) => [key, statement])
export const findMeasure = (strategy: Strategy, word: string): Measure => oneOf('measure', strategy.measures, word, ({ name }) => [name])

/** The draft of the next version, or what was sent. */
export async function findDraft(call: Caller): Promise<StrategyVersionDetail> {
  const next = (await call(strategyRoutes.listVersions, {})).find(({ status }) => status === 'draft' || status === 'sent')
  if (!next) throw new UsageError('There is no draft. Begin one: throughline strategy draft "<title>" --because "<reason>" --signal YYYY-MM-DD.')
  return call(strategyRoutes.readVersion, { params: { id: next.id } })
}
