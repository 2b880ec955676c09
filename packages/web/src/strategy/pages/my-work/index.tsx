import { strategyRoutes } from '@throughline/contract/strategy'
import { readAhead, useRead } from '../../../wire/index.ts'
import { MyWorkPage } from './Page.tsx'

export const prepare = readAhead(strategyRoutes.readMyWork, {})

/** What is in the hands of the person at the screen. */
export default function MyWorkRoute() {
  return <MyWorkPage reading={useRead(strategyRoutes.readMyWork, {})} />
}
