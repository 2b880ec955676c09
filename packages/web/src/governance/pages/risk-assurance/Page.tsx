import type { InitiativeRiskAssurance, RiskAssurance } from '@throughline/contract/governance'
import { useState } from 'react'
import { places } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { AgreeRules, GiveOpinion, type AssuranceActs } from './parts/forms.tsx'
import { OneInitiative } from './parts/one.tsx'
import { Classes, Observed, RegistersTable, Rules, type AssuranceFilter } from './parts/overview.tsx'
import { assuranceWords as words } from './words.ts'

export type RiskAssuranceProps = {
  readonly reading: Reading<RiskAssurance>; readonly filter: AssuranceFilter; onFilter(filter: AssuranceFilter): void; readonly canEdit: boolean; readonly acts: AssuranceActs
  /** The initiative that is looked at; all registers without. */
  readonly chosen: string | undefined; readonly one: Reading<InitiativeRiskAssurance>; onChoose(id: string | undefined): void
}

/** How initiatives manage their risks: all registers, or one with every finding, and its exposure apart. */
export function RiskAssurancePage({ reading, filter, onFilter, canEdit, acts, chosen, one, onChoose }: RiskAssuranceProps) {
  const [open, setOpen] = useState<'rules' | 'opinion'>()
  const close = () => setOpen(undefined)
  const [all, found] = [reading.state === 'full' ? reading.value : undefined, one.state === 'full' ? one.value : undefined]
  const actions = chosen !== undefined && <><Button onClick={() => onChoose(undefined)}>All registers</Button><a className="button" data-kind="secondary" href={`/delivery/risks?initiative=${chosen}`}>Risks and issues</a></>
  return (
    <PageFrame title={words.title} note={chosen === undefined ? words.note : found && <><a href={places.initiative(chosen)}>{found.initiative.name}</a>{!found.running && ' · over'}</>} actions={actions}>
      {chosen === undefined
        ? <Shown reading={reading} what="risk assurance" lines={8}>
            {(value) => value.classes.every(({ registers }) => registers === 0)
              ? <><EmptyState title={words.emptyTitle} actions={<a className="button" data-kind="primary" href="/delivery/risks">Risks and issues</a>}>{words.emptyWhy}</EmptyState><Rules rules={value.rules} onAgree={canEdit ? () => setOpen('rules') : undefined} /></>
              : <>
                  <Classes classes={value.classes} without={value.without} />
                  <RegistersTable found={value} filter={filter} onFilter={onFilter} onOpen={onChoose} />
                  <Observed title="What was observed over all registers" found={value} />
                  <Rules rules={value.rules} onAgree={canEdit ? () => setOpen('rules') : undefined} />
                </>}
          </Shown>
        : <Shown reading={one} what="the assurance of an initiative" lines={8}>{(value) => <OneInitiative found={value} onGive={canEdit ? () => setOpen('opinion') : undefined} />}</Shown>}
      {open === 'rules' && all && <AgreeRules rules={all.rules} acts={acts} onClose={close} />}
      {open === 'opinion' && found && <GiveOpinion found={found} acts={acts} onClose={close} />}
    </PageFrame>
  )
}
