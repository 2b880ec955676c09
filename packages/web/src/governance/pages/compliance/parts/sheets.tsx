import type { Attestation, ComplianceCase, ComplianceException, Obligation } from '@throughline/contract/governance'
import type { ReactNode } from 'react'
import { explanationFromWire, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { ExplanationTree } from '../../../../ui/display/ExplanationTree.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { attestationLooks, statusLooks } from '../words.ts'

type ObligationProps = { readonly obligation: Obligation; readonly canEdit: boolean; readonly discuss: ReactNode; onClose(): void; onAct(act: 'edit' | 'retire' | 'cases'): void }

/** Everything that an obligation says. */
export function ObligationSheet({ obligation, canEdit, discuss, onClose, onAct }: ObligationProps) {
  const format = useFormat()
  const { title, source, requirement, evidence, ruleWords, validMonths, exceptionMonths, verifiers, retired } = obligation
  const rows: readonly (readonly [string, string])[] = [['Source', source], ['Requires', requirement], ['Shown by', evidence], ['Evidence holds for', validMonths === null ? 'without end' : format.count(validMonths, 'month', 'months')], ['Exceptions for at most', format.count(exceptionMonths, 'month', 'months')], ['Applies to', ruleWords], ['Verified by', verifiers.map(({ name }) => name).join(', ')]]
  const foot = <>
    {discuss}
    {canEdit && !retired && <Button onClick={() => onAct('retire')}>Retire</Button>}
    {canEdit && !retired && <Button onClick={() => onAct('edit')}>Change</Button>}
    {!retired && <Button kind="primary" onClick={() => onAct('cases')}>Show its initiatives</Button>}
  </>
  return (
    <Drawer open title={title} subtitle={source} onClose={onClose} foot={foot}>
      <div className="grid gap-5">
        {retired && <p><StatusMark tone="none" word="Retired" /> <span className="quiet">{retired.by}, {format.instant(retired.at)}: {retired.words}</span></p>}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink-3">{rows.map(([term, said]) => <div key={term} className="contents"><dt>{term}</dt><dd className="max-w-[80ch] whitespace-pre-line">{said === '' ? <span className="quiet">Nobody said</span> : said}</dd></div>)}</dl>
      </div>
    </Drawer>
  )
}

export type CaseAct = { readonly form: 'attest' | 'except' } | { readonly form: 'judge'; readonly attestation: Attestation } | { readonly form: 'end'; readonly exception: ComplianceException }
type CaseProps = { readonly of: ComplianceCase; readonly canAct: boolean; readonly today: string; onClose(): void; onAct(act: CaseAct): void }

/** One obligation of one initiative: how it stands, why, and all that was attested and excepted. */
export function CaseSheet({ of, canAct, today, onClose, onAct }: CaseProps) {
  const { obligation, initiative, status, why, attestations, exceptions, may } = of
  const foot = canAct && <>
    {may.except && <Button onClick={() => onAct({ form: 'except' })}>Grant an exception</Button>}
    {may.attest && <Button kind="primary" onClick={() => onAct({ form: 'attest' })}>Attest</Button>}
  </>
  return (
    <Drawer open title={obligation.title} subtitle={initiative.name} onClose={onClose} foot={foot}>
      <div className="grid gap-5">
        <p><StatusMark tone={statusLooks[status].tone} word={statusLooks[status].words} /> <a className="ml-2" href={places.initiative(initiative.id)}>{initiative.key}: {initiative.name}</a></p>
        <section aria-label="Why"><h3 className="mb-2">Why</h3><ExplanationTree why={explanationFromWire(why)} /></section>
        <section aria-label="Evidence" className="border-t border-border pt-3">
          <h3 className="mb-2">Evidence</h3>
          {attestations.length === 0 ? <p className="quiet">Nobody has attested anything.</p> : <ol className="grid gap-4">{attestations.map((one) => <Attested key={one.id} attestation={one} canAct={canAct} onJudge={() => onAct({ form: 'judge', attestation: one })} />)}</ol>}
        </section>
        {exceptions.length > 0 && <section aria-label="Exceptions" className="border-t border-border pt-3"><h3 className="mb-2">Exceptions</h3><ol className="grid gap-4">{exceptions.map((one) => <Excepted key={one.id} exception={one} today={today} canEnd={canAct && may.except && one.ended === null} onEnd={() => onAct({ form: 'end', exception: one })} />)}</ol></section>}
      </div>
    </Drawer>
  )
}

function Attested({ attestation, canAct, onJudge }: { readonly attestation: Attestation; readonly canAct: boolean; onJudge(): void }) {
  const format = useFormat()
  const { control, evidence, reference, evidenceOn, expiresOn, by, at, state, judgement, refusedVerifiers, mayJudge } = attestation
  return (
    <li className="grid justify-items-start gap-1">
      <StatusMark quiet tone={attestationLooks[state].tone} word={attestationLooks[state].words} />
      <span>{control}</span>
      <span>{evidence}{reference && <span className="quiet"> · kept at {reference}</span>}</span>
      <span className="quiet">Of {format.date(evidenceOn)}{expiresOn ? `, expires on ${format.date(expiresOn)}` : ', without end'} · {by.name}, {format.instant(at)}</span>
      {judgement && <span>{judgement.words}<span className="quiet block">{judgement.by}, {format.instant(judgement.at)}</span></span>}
      {refusedVerifiers.map(({ name, way, at: tried }) => <span key={tried}><StatusMark quiet tone="warn" word={`Refused as not independent: ${name}`} /><span className="quiet block">{way}, {format.instant(tried)}</span></span>)}
      {canAct && mayJudge && <Button aria-label={`Judge ${control}`} onClick={onJudge}>{state === 'verified' ? 'Judge again' : 'Judge'}</Button>}
    </li>
  )
}

function Excepted({ exception: { reason, compensation, fromOn, expiresOn, by, at, holds, ended }, today, canEnd, onEnd }: { readonly exception: ComplianceException; readonly today: string; readonly canEnd: boolean; onEnd(): void }) {
  const format = useFormat()
  const coming = ended === null && fromOn > today
  return (
    <li className="grid justify-items-start gap-1">
      <StatusMark quiet tone={holds ? 'warn' : 'none'} word={holds ? 'In force' : coming ? 'Not in force yet' : 'Not in force'} />
      <span>{reason}{compensation && <span className="quiet block">Instead: {compensation}</span>}</span>
      <span className="quiet">From {format.date(fromOn)}, expires on {format.date(expiresOn)} · {by}, {format.instant(at)}</span>
      {ended && <span className="quiet">Ended by {ended.by}, {format.instant(ended.at)}: {ended.words}</span>}
      {canEnd && (holds || coming) && <Button aria-label={`End the exception until ${format.date(expiresOn)}`} onClick={onEnd}>End</Button>}
    </li>
  )
}
