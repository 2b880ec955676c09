import { governanceRoutes } from '@throughline/contract/governance'
import { useRead } from '../../../wire/index.ts'
import { DecisionsPage } from './Page.tsx'

/** Every decision on the plan. */
export default function DecisionsRoute() {
  return <DecisionsPage decisions={useRead(governanceRoutes.listDecisions, { query: {} })} />
}
