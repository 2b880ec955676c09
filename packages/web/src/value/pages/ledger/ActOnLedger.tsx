import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes, type Register } from '@throughline/contract/value'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useSignedIn } from '../../../people/index.ts'
import { Shown, useRead, type Reading } from '../../../wire/index.ts'
import { ActDialog } from '../../acts/ActDialog.tsx'
import type { ActForm, Subject } from '../../acts/form.ts'
import { useLedgerActs } from '../../acts/use-ledger-acts.ts'

/** An act of the ledger with what its form chooses from; shown once what stands on the accounts of its benefit is read. */
export default function ActOnLedger({ form, subject, register, onClose }: { readonly form: ActForm; readonly subject: Subject; readonly register: Register; onClose(): void }) {
  const acts = useLedgerActs()
  const currency = useSignedIn()?.organisation.currency ?? 'GBP'
  const initiatives = useFindInitiatives()
  const people = useRead(peopleRoutes.listMembers, {})
  const strategy = useRead(strategyRoutes.readStrategy, {})
  const benefitId = subject.benefit?.id
  const standing = useRead(valueRoutes.listBalances, { query: benefitId === undefined ? {} : { benefitId } }, { enabled: benefitId !== undefined })
  const measureId = form.key === 'claim' ? (subject.benefit?.measureId ?? undefined) : undefined
  const moved = useRead(valueRoutes.readReconciliation, { query: measureId === undefined ? {} : { measureId } }, { enabled: measureId !== undefined })
  const balances: typeof standing = benefitId === undefined ? nothing : standing
  return (
    <Shown reading={balances} what="what stands on the accounts" lines={2}>
      {(found) => (
        <ActDialog
          {...{ form, subject, acts, onClose }}
          setting={{
            register, balances: found, pools: moved.state === 'full' && measureId !== undefined ? moved.value : [], currency, initiatives: initiatives.found.map(({ id, name }) => ({ value: id, label: name })), findInitiatives: initiatives.find,
            people: people.state === 'full' ? people.value.map(({ id, name }) => ({ value: id, label: name })) : [], measures: strategy.state === 'full' ? strategy.value.measures.map(({ id, name }) => ({ value: id, label: name })) : [],
          }}
        />
      )}
    </Shown>
  )
}

const nothing: Extract<Reading<never[]>, { readonly state: 'full' }> = { state: 'full', value: [], refreshing: false, problem: undefined, again: () => undefined }
