import { portfolioRoutes } from '@throughline/contract/portfolio'
import { useRead } from '../../../wire/index.ts'
import { ScenariosPage } from './Page.tsx'

/** Every saved scenario. */
export default function ScenariosRoute() {
  return <ScenariosPage scenarios={useRead(portfolioRoutes.listScenarios, {})} />
}
