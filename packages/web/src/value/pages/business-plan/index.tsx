import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { planStages } from '@throughline/engine/value'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import type { PlanActs } from './acts.ts'
import { BusinessPlanPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(valueRoutes.readBusinessPlan, { query: { stage: 'promised' } })

/** The business plan. Which stage is looked at and which line is looked for stand in the address. */
export default function BusinessPlanRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, setQuery] = useAddressQuery()
  const stage = planStages.find((one) => one === query['stage']) ?? 'promised'
  const [canWrite, canLink] = [allows(session, 'verify_value') && !past, allows(session, 'record_value') && !past]
  const units = useRead(peopleRoutes.listUnits, {}, { enabled: canWrite })
  const strategy = useRead(strategyRoutes.readStrategy, {}, { enabled: canWrite })
  return (
    <BusinessPlanPage
      reading={useRead(valueRoutes.readBusinessPlan, { query: { stage } })} stage={stage} onStage={(next) => setQuery({ stage: next })} line={query['line']} onLine={(line) => setQuery({ line })} acts={usePlanActs()} {...{ canWrite, canLink }}
      departments={units.state === 'full' ? units.value : []} objectives={strategy.state === 'full' ? strategy.value.objectives : []} currency={session?.organisation.currency ?? ''}
    />
  )
}

function usePlanActs(): PlanActs {
  const [add, change, remove, link] = [useAct(valueRoutes.addPlanLine), useAct(valueRoutes.changePlanLine), useAct(valueRoutes.removePlanLine), useAct(valueRoutes.linkBenefitToPlan)]
  const [preview, addList] = [useAct(valueRoutes.previewPlanList, { staleRoom: 'nothing' }), useAct(valueRoutes.addPlanList)]
  return {
    add: (body) => add.run({ body }),
    change: ({ id, version }, { kind: _, unit: __, ...entered }) => change.run({ params: { id }, body: { version, ...entered } }),
    remove: ({ id, version }) => remove.run({ params: { id }, query: { version } }),
    preview: (body, fileName) => preview.run({ query: { fileName: fileName.slice(0, 200) }, body }),
    addList: (rows) => addList.run({ body: { rows: [...rows] } }),
    link: ({ benefitId }, lineId, reason) => link.run({ body: { benefitId, lineId, reason } }),
  }
}
