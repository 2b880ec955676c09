import type { ComplianceCase, ComplianceCases, ComplianceStatus, NewObligation, Obligation, ObligationLibrary } from '@throughline/contract/governance'
import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import type { Outcome } from '../../outcome.ts'
import { Attest, EndException, GrantException, Judge, type CaseActs } from './parts/case-forms.tsx'
import { EditObligation, RetireObligation, type Named } from './parts/obligation-forms.tsx'
import { CaseSheet, ObligationSheet, type CaseAct } from './parts/sheets.tsx'
import { CasesTable, ObligationsTable, Totals } from './parts/tables.tsx'
import { complianceWords as words, statuses, statusLooks } from './words.ts'

/** What the cases are narrowed down to, and which obligation or case is open. */
export type Asked = { readonly of?: string | undefined; readonly status?: ComplianceStatus | undefined; readonly obligation?: string | undefined; readonly initiative?: string | undefined; readonly case?: string | undefined; readonly find?: string | undefined; readonly from?: string | undefined }
export type ComplianceActs = CaseActs & { add(given: NewObligation): Outcome; change(obligation: Obligation, given: NewObligation): Outcome; retire(obligation: Obligation, reason: string): Outcome }
export type ComplianceProps = {
  readonly library: Reading<ObligationLibrary>; readonly cases: Reading<ComplianceCases>; /** The case that is open, wherever it stands in the list. */ readonly one: Reading<ComplianceCases>; readonly canEdit: boolean; /** Not in the past. */ readonly canAct: boolean; readonly members: readonly Named[]; readonly currency: string; readonly today: string
  readonly asked: Asked; onAsk(change: Asked): void
  readonly discuss: (obligation: Obligation) => ReactNode
  readonly acts: ComplianceActs
}
type Open = { readonly form: 'edit'; readonly obligation?: Obligation } | { readonly form: 'retire'; readonly obligation: Obligation } | { readonly form: 'case'; readonly of: ComplianceCase; readonly act: CaseAct }

const keyOfCase = ({ obligation, initiative }: ComplianceCase): string => `${obligation.id}.${initiative.id}`

/** Obligations, and how initiatives stand to them. */
export function CompliancePage({ library, cases, one: opened, canEdit, canAct, members, currency, today, asked, onAsk, discuss, acts }: ComplianceProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const found = library.state === 'full' ? library.value : undefined
  const sheet = found?.obligations.find(({ id }) => id === asked.obligation)
  const shown = [opened, cases].flatMap((reading) => (reading.state === 'full' ? reading.value.cases : [])).find((one) => keyOfCase(one) === asked.case)
  const obligationOf = (of: ComplianceCase) => found?.obligations.find(({ id }) => id === of.obligation.id)
  const onSheet = (act: 'edit' | 'retire' | 'cases', obligation: Obligation) => {
    onAsk(act === 'cases' ? { obligation: undefined, of: obligation.id, from: undefined } : { obligation: undefined })
    if (act !== 'cases') setOpen({ form: act, obligation })
  }
  const adding = canEdit && <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ form: 'edit' })}>Add an obligation</Button>
  const actions = found && found.obligations.length > 0 && adding
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={library} what="obligations" lines={8}>
        {(value) => value.obligations.length === 0
          ? <EmptyState title={words.emptyTitle} actions={adding}>{words.emptyWhy}</EmptyState>
          : <>
              <Totals counts={value.counts} share={value.share} />
              <ObligationsTable obligations={value.obligations} onOpen={({ id }) => onAsk({ obligation: id })} />
              <Card title="By initiative" note="What needs attention first. Open an obligation of an initiative to attest, verify or except." flush>
                <Filters library={value} {...{ asked, onAsk }} />
                <Shown reading={cases} what="initiatives" lines={6}>{(all) => <CasesTable found={all} onOpen={(one) => onAsk({ case: keyOfCase(one) })} onFrom={(from) => onAsk({ from: from === 0 ? undefined : String(from) })} />}</Shown>
              </Card>
            </>}
      </Shown>
      {sheet && !open && <ObligationSheet obligation={sheet} canEdit={canEdit} discuss={discuss(sheet)} onClose={() => onAsk({ obligation: undefined })} onAct={(act) => onSheet(act, sheet)} />}
      {shown && !sheet && !open && <CaseSheet of={shown} canAct={canAct} today={today} onClose={() => onAsk({ case: undefined })} onAct={(act) => setOpen({ form: 'case', of: shown, act })} />}
      {open?.form === 'edit' && found && <EditObligation obligation={open.obligation} members={members} attributes={found.attributes} currency={currency} act={(given) => (open.obligation ? acts.change(open.obligation, given) : acts.add(given))} onClose={close} />}
      {open?.form === 'retire' && <RetireObligation obligation={open.obligation} act={(reason) => acts.retire(open.obligation, reason)} onClose={close} />}
      {open?.form === 'case' && <CaseForm {...open} obligation={obligationOf(open.of)} today={today} acts={acts} onClose={close} />}
    </PageFrame>
  )
}

function CaseForm({ of, act, obligation, today, acts, onClose }: { readonly of: ComplianceCase; readonly act: CaseAct; readonly obligation: Obligation | undefined; readonly today: string; readonly acts: CaseActs; onClose(): void }) {
  const shared = { of, acts, onClose }
  switch (act.form) {
    case 'attest': return <Attest {...shared} obligation={obligation} today={today} />
    case 'except': return <GrantException {...shared} obligation={obligation} today={today} />
    case 'judge': return <Judge {...shared} attestation={act.attestation} />
    case 'end': return <EndException {...shared} exception={act.exception} />
  }
}

/** Narrows the cases down. */
function Filters({ library: { obligations }, asked, onAsk }: { readonly library: ObligationLibrary } & Pick<ComplianceProps, 'asked' | 'onAsk'>) {
  const [find, setFind] = useState(asked.find ?? '')
  const all = { value: '', label: 'All' }
  return (
    <form className="no-print flex flex-wrap items-end gap-3 p-4" role="search" aria-label="Narrow the initiatives down" onSubmit={(event) => { event.preventDefault(); onAsk({ find: find.trim() || undefined, from: undefined }) }}>
      <TextField label="Find" type="search" placeholder="Initiative" maxLength={120} value={find} onChange={setFind} />
      <Select label="Obligation" value={asked.of ?? ''} options={[{ ...all, label: 'All obligations' }, ...obligations.filter(({ retired }) => retired === null).map(({ id, title }) => ({ value: id, label: title }))]} onChange={(of) => onAsk({ of: of === '' ? undefined : of, from: undefined })} />
      <Select label="Status" value={asked.status ?? ''} options={[{ ...all, label: 'All that may apply' }, ...statuses.map((value) => ({ value, label: statusLooks[value].words }))]} onChange={(status) => onAsk({ status: statuses.find((one) => one === status), from: undefined })} />
      <Button type="submit">Find</Button>
      {asked.initiative && <Button onClick={() => onAsk({ initiative: undefined, from: undefined })}>Show all initiatives</Button>}
    </form>
  )
}
