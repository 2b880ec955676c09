import { strategyRoutes } from '@throughline/contract/strategy'
import { readAhead, useRead } from '../../../wire/index.ts'
import { StatePage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.readAlignmentState, {})

/** The state of alignment. */
export default function StateRoute() {
  return <StatePage reading={useRead(strategyRoutes.readAlignmentState, {})} />
}
