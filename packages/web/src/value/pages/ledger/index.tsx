import { valueRoutes, type LedgerEntry } from '@throughline/contract/value'
import { useState } from 'react'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { readAhead, useAct, useRead } from '../../../wire/index.ts'
import type { EntriesLooked } from '../../ledger-address.ts'
import { LedgerPage } from './Page.tsx'
import { ReversePosting } from './dialogs/ReversePosting.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readRegister, {})

/** The value ledger. What is looked at stands in the address, so that a link from any figure shows the entries under it. */
export default function LedgerRoute() {
  const session = useSignedIn()
  const [query, setQuery] = useAddressQuery()
  const [reversing, setReversing] = useState<LedgerEntry>()
  const view = query['view'] === 'entries' ? 'entries' : 'pools'
  const { benefit, initiative, measure, period, from, until, unit, codes, entry, before } = query
  const looked: EntriesLooked = { benefit, initiative, measure, period, from, until, unit, codes, entry }
  const asked = Object.fromEntries(Object.entries({ benefitId: benefit, initiativeId: initiative, measureId: measure, period, from, until, unit, codes, entryId: entry, cursor: before }).filter(([, text]) => text))
  const register = useRead(valueRoutes.readRegister, {})
  const pools = useRead(valueRoutes.readReconciliation, { query: { ...(period ? { period } : {}), ...(measure ? { measureId: measure } : {}) } }, { enabled: view === 'pools' })
  const entries = useRead(valueRoutes.listLedger, { query: { ...asked, limit: 50 } }, { enabled: view === 'entries' })
  const reverse = useAct(valueRoutes.reversePosting)
  return (
    <LedgerPage
      {...{ register, pools, entries, view, looked }}
      onShow={(change) => setQuery({ ...change }, 'before' in change && change.before !== undefined ? 'push' : 'replace')}
      onReverse={allows(session, 'verify_value') ? setReversing : undefined}
      dialog={reversing && <ReversePosting entry={reversing} onReverse={(reason) => reverse.run({ body: { entryId: reversing.id, reason } })} onClose={() => setReversing(undefined)} />}
    />
  )
}
