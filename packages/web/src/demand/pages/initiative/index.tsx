import { demandRoutes, type CellOutcome } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes, type InitiativeRef } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { refuse, ukFiscalCalendar, type Result } from '@throughline/engine/kernel'
import { Suspense } from 'react'
import { PlanPart } from '../../../capacity/index.ts'
import { MilestonesOf, ReuseOf, RisksOf, WorkPart } from '../../../delivery/index.ts'
import { useFindInitiatives } from '../../find-initiatives.ts'
import { Discuss, MethodsOf } from '../../../governance/index.ts'
import { usePathParams } from '../../../shell/address.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { EditContribution, useStrategyActs } from '../../../strategy/index.ts'
import { useAct, useRead } from '../../../wire/index.ts'
import { InitiativePage } from './Page.tsx'
import type { TieActs } from './parts/TieList.tsx'

/** One initiative by its id. */
export default function InitiativeRoute() {
  const id = usePathParams()['initiativeId'] ?? ''
  const session = useSignedIn()
  const reading = useRead(demandRoutes.readInitiative, { params: { id } })
  const canEdit = allows(session, 'edit_initiative') && reading.state === 'full' && reading.value.may.includes('edit_initiative')
  const strategy = useRead(strategyRoutes.readStrategy, {})
  const units = useRead(peopleRoutes.listUnits, {}, { enabled: canEdit })
  const others = useFindInitiatives({ current: true, enabled: canEdit })
  const fields = useRead(demandRoutes.listFields, {})
  const change = useAct(demandRoutes.changeInitiative)
  const cells = useAct(demandRoutes.changeCells)
  const years = useAct(demandRoutes.setYears)
  const strategyActs = useStrategyActs()
  const tieActs = useTieActs(id)
  const objectives = strategy.state === 'full' ? strategy.value.objectives : []
  return (
    <InitiativePage
      {...{ reading, objectives, others, canEdit }}
      plan={<Suspense><PlanPart initiativeId={id} /></Suspense>}
      work={<Suspense><WorkPart initiativeId={id} /><RisksOf initiativeId={id} /><MilestonesOf of={{ initiativeId: id }} framed /><ReuseOf initiativeId={id} /><MethodsOf initiativeId={id} canEdit={canEdit} /></Suspense>}
      discuss={<Discuss subject={{ room: 'demand', kind: 'initiative', id }} />}
      units={units.state === 'full' ? units.value : []}
      currency={session?.organisation.currency ?? 'GBP'}
      calendar={session?.organisation.calendar ?? ukFiscalCalendar}
      tieActs={allows(session, 'shape') ? tieActs : undefined}
      fields={fields.state === 'full' ? fields.value : []}
      onSave={(body) => change.run({ params: { id }, body })}
      onSaveYears={(lines, version) => years.run({ params: { id }, body: { version, lines: [...lines] } })}
      onSaveFields={async (changes, why, version) => {
        return wholly(await cells.run({ body: { changes: changes.map(({ fieldId, value }) => ({ id, version, field: `custom:${fieldId}`, value })), ...(why === '' ? {} : { why }) } }))
      }}
      contributionForm={(link, close) => reading.state === 'full' && <EditContribution {...(link ? { link } : {})} initiative={refOf(reading.value.row)} objectives={objectives} initiatives={others} acts={strategyActs} onClose={close} />}
    />
  )
}

const refOf = ({ id, key, name }: InitiativeRef): InitiativeRef => ({ id, key, name })

/** Of a form that is sent as a whole: a cell that was refused is the form's problem. */
function wholly(outcome: Result<CellOutcome, Problem>): Result<CellOutcome, Problem> {
  const issues = outcome.ok ? outcome.value.issues : []
  const moved = issues.find(({ code }) => code === 'version_moved')
  if (moved && outcome.ok && outcome.value.changed === 0) return refuse({ type: '/problems#version_moved', title: 'Someone else changed it first', status: 409, code: 'version_moved', detail: moved.message, values: { by: moved.message.replace(/ changed this row.*$/, '') } })
  return issues.length === 0 ? outcome : refuse({ type: '/problems#input_invalid', title: 'Not all could be saved', status: 422, code: 'input_invalid', detail: [...new Set(issues.map(({ message }) => message))].join(' ') })
}

function useTieActs(id: string): TieActs {
  const need = useAct(demandRoutes.createDependency)
  const exclude = useAct(demandRoutes.createExclusion)
  const forgetNeed = useAct(demandRoutes.removeDependency)
  const forgetExclusion = useAct(demandRoutes.removeExclusion)
  return {
    onNeed: (toId, reason) => need.run({ body: { fromId: id, toId, reason } }),
    onExclude: (name, otherId, reason) => exclude.run({ body: { name, initiativeIds: [id, otherId], reason } }),
    onForgetNeed: (tie) => void forgetNeed.run({ params: { id: tie } }),
    onForgetExclusion: (tie) => void forgetExclusion.run({ params: { id: tie } }),
  }
}
