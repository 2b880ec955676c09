import { strategyRoutes } from '@throughline/contract/strategy'
import { readAhead, useRead } from '../../../wire/index.ts'
import { GoalsPage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.listGoals, {})

/** Objectives as goals. */
export default function GoalsRoute() {
  return <GoalsPage reading={useRead(strategyRoutes.listGoals, {})} />
}
