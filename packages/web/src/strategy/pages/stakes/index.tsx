import { strategyRoutes } from '@throughline/contract/strategy'
import { useAddressQuery } from '../../../shell/address.ts'
import { readAhead, useRead } from '../../../wire/index.ts'
import { StakesPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(strategyRoutes.readStakes, {})

/** Stake and control. Whose stands in the address. */
export default function StakesRoute() {
  const [query, setQuery] = useAddressQuery()
  return <StakesPage reading={useRead(strategyRoutes.readStakes, {})} chosen={query['of']} onChoose={(id) => setQuery({ of: id })} />
}
