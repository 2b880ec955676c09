import type { ServiceGaps } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { gapRoadmap, serviceGaps } from '@throughline/engine/governance'
import type { CivilDate } from '@throughline/engine/kernel'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import type { StoredCapability, StoredEdition, StoredNeed, StoredService, StoredStep } from './store.ts'

type Kept = { readonly objectives: readonly ObjectiveFacts[]; readonly needs: readonly StoredNeed[]; readonly capabilities: readonly StoredCapability[]; readonly services: readonly StoredService[]; readonly editions: readonly StoredEdition[]; readonly steps: readonly StoredStep[]; readonly initiatives: ReadonlyMap<string, string>; readonly today: CivilDate }

/** What objectives need of the PMO beside what services that are offered are able to do, and the steps that are to close what lacks. */
export function presentGaps({ objectives, needs, capabilities, services, editions, steps, initiatives, today }: Kept): ServiceGaps {
  const last = new Map(editions.toReversed().map((edition) => [edition.service_id, edition]))
  const offered = services.flatMap(({ id, retired_at }) => {
    const edition = last.get(id)
    return retired_at === null && edition ? [{ id, name: edition.said.name }] : []
  })
  const names = new Map(offered.map(({ id, name }) => [id, name]))
  const statements = new Map(objectives.map(({ id, statement }) => [id, statement]))
  const found = serviceGaps(
    objectives, needs.map(({ objective_id: objectiveId, area, level }) => ({ objectiveId, area, level })),
    capabilities.flatMap(({ service_id, area, level }) => {
      const service = names.get(service_id)
      return service === undefined ? [] : [{ service, area, level }]
    }),
  )
  const { areas, gaps } = found
  const roadmap = gapRoadmap(
    found, steps.map(({ id, service_id: serviceId, area, to_level: toLevel, due_on: dueOn, dropped }) => ({ id, serviceId, area, toLevel, dueOn, dropped: dropped !== null, retired: !names.has(serviceId) })),
    capabilities.map(({ service_id: serviceId, area, level }) => ({ serviceId, area, level })), today,
  )
  const called = new Map(services.map(({ id, said }) => [id, names.get(id) ?? said.name]))
  return {
    areas: areas.map((one) => toWire(one)),
    services: offered.map(({ id, name }) => ({ id, name, levels: capabilities.filter(({ service_id }) => service_id === id).map(given) })),
    objectives: objectives.map(({ id, statement }) => ({ id, statement, needs: needs.filter(({ objective_id }) => objective_id === id).map(given) })),
    gaps: gaps.map(({ objectiveId, area, need, gap, priority }, at) => ({ objective: { id: objectiveId, statement: statements.get(objectiveId) ?? '' }, area, need, ...toWire({ gap, priority }), plan: roadmap.plans[at] ?? 'none' })),
    steps: steps.flatMap((step, at) => {
      const told = roadmap.steps[at]
      return told ? [{
        id: step.id, version: step.version, service: { id: step.service_id, name: called.get(step.service_id) ?? '' }, area: step.area, level: capabilities.find(({ service_id, area }) => service_id === step.service_id && area === step.area)?.level ?? null,
        toLevel: step.to_level, dueOn: step.due_on, owner: { id: step.owner_id, name: step.owner }, initiative: step.initiative_id === null ? null : { id: step.initiative_id, name: initiatives.get(step.initiative_id) ?? '' },
        words: step.words, state: told.state, closes: toWire(told.closes), dropped: step.dropped,
      }] : []
    }),
  }
}

const given = ({ area, level, reason, given_by, given_at }: StoredCapability | StoredNeed) => ({ area, level, reason, by: given_by, at: given_at })
