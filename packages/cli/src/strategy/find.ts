import { strategyRoutes, type Measure, type Objective, type Strategy } from '@throughline/contract/strategy'
import type { Caller } from '../terminal/call.ts'
import { oneOf } from '../terminal/pick.ts'

export const readStrategy = (call: Caller): Promise<Strategy> => call(strategyRoutes.readStrategy, {})

export const findObjective = (strategy: Strategy, word: string): Objective => oneOf('objective', strategy.objectives, word, ({ key, statement }) => [key, statement])
export const findMeasure = (strategy: Strategy, word: string): Measure => oneOf('measure', strategy.measures, word, ({ name }) => [name])
