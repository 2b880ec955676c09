import { portfolioRoutes } from '@throughline/contract/portfolio'
import { readAhead, useRead } from '../../../wire/index.ts'
import { AllocationPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(portfolioRoutes.readAllocation, {})

/** Where scarce skills go. */
export default function AllocationRoute() {
  return <AllocationPage reading={useRead(portfolioRoutes.readAllocation, {})} />
}
