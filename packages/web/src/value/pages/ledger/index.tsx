import { valueRoutes, type LedgerEntry } from '@throughline/contract/value'
import { lazy, Suspense, useState } from 'react'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { readAhead, useAct, useRead } from '../../../wire/index.ts'
import type { EntriesLooked } from '../../ledger-address.ts'
import { claimActs } from '../../acts/claim-acts.ts'
import type { ActForm, Subject } from '../../acts/form.ts'
import { measureActs } from '../../acts/measure-acts.ts'
import { planActs } from '../../acts/plan-acts.ts'
import { changeBenefit, registerActs } from '../../acts/register-acts.ts'
import { LedgerPage, ledgerViews } from './Page.tsx'
import { ActMenu } from './parts/ActMenu.tsx'
import { ReversePosting } from './dialogs/ReversePosting.tsx'

/** Measures in their periods that are read at once. */
const poolsAtOnce = 50
/** Postings of an entry in the list; one entry has all. */
const linesAtOnce = 40

/** Opened by an act only. */
const ActOnLedger = lazy(() => import('./ActOnLedger.tsx'))

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readRegister, {})

/** The value ledger. What is looked at stands in the address, so that a link from any figure shows the entries under it. */
export default function LedgerRoute() {
  const session = useSignedIn()
  const [query, setQuery] = useAddressQuery()
  const [reversing, setReversing] = useState<LedgerEntry>()
  const [mostPools, setMostPools] = useState(poolsAtOnce)
  const [acting, setActing] = useState<{ readonly form: ActForm; readonly subject: Subject }>()
  const view = ledgerViews.find((one) => one === query['view']) ?? 'pools'
  const { benefit, initiative, measure, objective, department, serves, period, from, until, unit, codes, entry, before } = query
  const looked: EntriesLooked = { benefit, initiative, measure, objective, department, serves, period, from, until, unit, codes, entry }
  const asked = Object.fromEntries(Object.entries({ benefitId: benefit, initiativeId: initiative, measureId: measure, objectiveId: objective, departmentId: department, servesId: serves, period, from, until, unit, codes, entryId: entry, cursor: before }).filter(([, text]) => text))
  const register = useRead(valueRoutes.readRegister, {})
  const pools = useRead(valueRoutes.readReconciliation, { query: { ...(period ? { period } : {}), ...(measure ? { measureId: measure } : {}), limit: mostPools, changes: true, unmoved: true } }, { enabled: view === 'pools' })
  const entries = useRead(valueRoutes.listLedger, { query: { ...asked, limit: 50, ...(entry ? {} : { lines: linesAtOnce }) } }, { enabled: view === 'entries' })
  const backlog = useRead(valueRoutes.readBacklog, {}, { enabled: view === 'backlog' })
  const attention = useRead(valueRoutes.readAttention, {}, { enabled: view === 'attention' })
  const reverse = useAct(valueRoutes.reversePosting)
  const may = (forms: readonly ActForm[]): readonly ActForm[] => forms.filter(({ right }) => allows(session, right))
  const menu = (name: string, forms: readonly ActForm[], subject: Subject) => <ActMenu name={name} forms={may(forms)} onOpen={(form) => setActing({ form, subject })} />
  return (
    <LedgerPage
      onMorePools={pools.state === 'full' && pools.value.length === mostPools && mostPools < 10 * poolsAtOnce ? () => setMostPools(mostPools + poolsAtOnce) : undefined}
      {...{ register, pools, entries, backlog, attention, view, looked }}
      onShow={(change) => setQuery({ ...change }, 'before' in change && change.before !== undefined ? 'push' : 'replace')}
      onReverse={allows(session, 'verify_value') ? setReversing : undefined}
      menus={{
        ofBenefit: (one) => menu(one.name, [...planActs, ...claimActs.filter(({ key }) => (key !== 'bank' || one.unit.endsWith('.cash')) && (key !== 'convert' || !one.unit.includes('.'))), changeBenefit], { benefit: one }),
        ofMeasure: (one) => menu(one.name, measureActs, { measure: one }), register: <ActMenu name="the register" label="Add and agree" forms={may(registerActs)} onOpen={(form) => setActing({ form, subject: {} })} />,
      }}
      dialog={acting && register.state === 'full' ? <Suspense><ActOnLedger {...acting} register={register.value} onClose={() => setActing(undefined)} /></Suspense> : reversing && <ReversePosting entry={reversing} onReverse={(reason) => reverse.run({ body: { entryId: reversing.id, reason } })} onClose={() => setReversing(undefined)} />}
    />
  )
}
