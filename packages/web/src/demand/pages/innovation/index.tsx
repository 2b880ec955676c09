import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { useFindInitiatives } from '../../find-initiatives.ts'
import { InnovationPage } from './Page.tsx'

export const prepare = readAhead(demandRoutes.readInnovation, {})

/** Experiments on ideas, what they taught, and plans of change. */
export default function InnovationRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const may = allows(session, 'edit_initiative') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: may })
  const initiatives = useFindInitiatives({ enabled: may })
  const answers = { answers: demandRoutes.readInnovation }
  const [design, raise, end, plan, complete] = [useAct(demandRoutes.designExperiment, answers), useAct(demandRoutes.raiseCap, answers), useAct(demandRoutes.endExperiment, answers), useAct(demandRoutes.beginChangePlan, answers), useAct(demandRoutes.completeStep, answers)]
  return (
    <InnovationPage
      reading={useRead(demandRoutes.readInnovation, {})} may={may} currency={session?.organisation.currency ?? 'GBP'} initiatives={initiatives}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []}
      acts={{
        design: (body) => design.run({ body }), raise: ({ id, version }, capMinor, reason) => raise.run({ params: { id }, body: { version, capMinor, reason } }), end: ({ id, version }, given) => end.run({ params: { id }, body: { version, ...given } }),
        plan: (body) => plan.run({ body }), complete: ({ id, version }, step, evidence) => complete.run({ params: { id }, body: { version, step, evidence } }),
      }}
    />
  )
}
