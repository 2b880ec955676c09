import { governanceRoutes } from '@throughline/contract/governance'
import { readAhead, useRead } from '../../../wire/index.ts'
import { PmoObjectivesPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readPmoObjectives, {})

/** What PMOs are to reach. */
export default function PmoObjectivesRoute() {
  return <PmoObjectivesPage reading={useRead(governanceRoutes.readPmoObjectives, {})} />
}
