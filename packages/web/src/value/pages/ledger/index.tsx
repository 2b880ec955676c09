import { valueRoutes } from '@throughline/contract/value'
import { useAddressQuery } from '../../../shell/address.ts'
import { readAhead, useRead } from '../../../wire/index.ts'
import { LedgerPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readRegister, {})

/** The value ledger. Period and view stand in the address, so that a link shows the same. */
export default function LedgerRoute() {
  const [query, setQuery] = useAddressQuery()
  const view = query['view'] === 'entries' ? 'entries' : 'pools'
  const asked = query['period'] === undefined ? {} : { period: query['period'] }
  const register = useRead(valueRoutes.readRegister, {})
  const pools = useRead(valueRoutes.readReconciliation, { query: asked }, { enabled: view === 'pools' })
  const entries = useRead(valueRoutes.listLedger, { query: { ...asked, limit: 100 } }, { enabled: view === 'entries' })
  return <LedgerPage {...{ register, pools, entries, view }} period={query['period'] ?? ''} onShow={setQuery} />
}
