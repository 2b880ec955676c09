import type { Conformance, ConformanceDeviation, ConformanceEvidence, InitiativeConformance } from '@throughline/contract/governance'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { AnswerDeviation, AskDeviation, GiveEvidence, MakeCheck, SetTier, TakeAway, type ConformanceActs } from './parts/forms.tsx'
import { InitiativeSheet } from './parts/InitiativeSheet.tsx'
import { Checks, InitiativesTable, Totals, WaitingTable } from './parts/tables.tsx'
import { conformanceWords as words } from './words.ts'

export type ConformanceProps = {
  readonly reading: Reading<Conformance>; readonly may: { readonly edit: boolean; readonly change: boolean }; readonly today: string
  /** The day as of which is judged. */
  readonly on: string; onDay(on: string): void
  /** The initiative whose sheet is open. */
  readonly shown: string | undefined; readonly sheet: Reading<InitiativeConformance>; onShow(id: string | undefined): void
  readonly acts: ConformanceActs
}
type Open = { readonly form: 'check' | 'tier' } | { readonly form: 'answer'; readonly deviation: ConformanceDeviation } | { readonly form: 'show' | 'deviate'; readonly element: string } | { readonly form: 'take'; readonly evidence: ConformanceEvidence }

/** Whether initiatives do what their framework asks for, what shows it, and what was found in checks. */
export function ConformancePage({ reading, may, today, on, onDay, shown, sheet, onShow, acts }: ConformanceProps) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const found = reading.state === 'full' ? reading.value : undefined
  const one = sheet.state === 'full' ? sheet.value : undefined
  const name = one?.initiative.name ?? found?.initiatives.find(({ initiative }) => initiative.id === shown)?.initiative.name ?? 'Initiative'
  const ofInitiative = { initiativeId: shown ?? '', name, acts, onClose: close }
  const actions = <>
    <TextField type="date" label="As of" labelHidden max={today} value={on} onChange={onDay} />
    {found && may.edit && found.initiatives.length > 0 && <Button kind="primary" onClick={() => setOpen({ form: 'check' })}>Check</Button>}
  </>
  return (
    <PageFrame title={words.title} note={words.note} actions={actions}>
      <Shown reading={reading} what="conformance" lines={8}>
        {(value) => value.initiatives.length === 0 && value.checks.length === 0
          ? <EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="primary" href="/governance/frameworks">Frameworks</a>}>{words.emptyWhy}</EmptyState>
          : <>
              <Totals counts={value.counts} share={value.share} />
              <WaitingTable waiting={value.waiting} onAnswer={(deviation) => setOpen({ form: 'answer', deviation })} />
              <InitiativesTable initiatives={value.initiatives} onOpen={onShow} />
              <Checks checks={value.checks} earlier={value.earlier} />
            </>}
      </Shown>
      {shown !== undefined && !open && <InitiativeSheet name={name} reading={sheet} may={may} onClose={() => onShow(undefined)} acts={{ onShow: (element) => setOpen({ form: 'show', element }), onDeviate: (element) => setOpen({ form: 'deviate', element }), onTakeAway: (evidence) => setOpen({ form: 'take', evidence }), onTier: () => setOpen({ form: 'tier' }) }} />}
      {open?.form === 'check' && <MakeCheck today={today} acts={acts} onClose={close} />}
      {open?.form === 'answer' && <AnswerDeviation deviation={open.deviation} acts={acts} onClose={close} />}
      {open?.form === 'show' && <GiveEvidence {...ofInitiative} element={open.element} today={today} />}
      {open?.form === 'deviate' && <AskDeviation {...ofInitiative} element={open.element} />}
      {open?.form === 'take' && <TakeAway {...ofInitiative} evidence={open.evidence} />}
      {open?.form === 'tier' && one && <SetTier {...ofInitiative} tier={one.tier} />}
    </PageFrame>
  )
}
