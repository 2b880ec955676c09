import type { ServiceGaps } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { serviceGaps } from '@throughline/engine/governance'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import type { StoredCapability, StoredEdition, StoredNeed, StoredService } from './store.ts'

type Kept = { readonly objectives: readonly ObjectiveFacts[]; readonly needs: readonly StoredNeed[]; readonly capabilities: readonly StoredCapability[]; readonly services: readonly StoredService[]; readonly editions: readonly StoredEdition[] }

/** What objectives need of the PMO beside what services that are offered are able to do. */
export function presentGaps({ objectives, needs, capabilities, services, editions }: Kept): ServiceGaps {
  const last = new Map(editions.toReversed().map((edition) => [edition.service_id, edition]))
  const offered = services.flatMap(({ id, retired_at }) => {
    const edition = last.get(id)
    return retired_at === null && edition ? [{ id, name: edition.said.name }] : []
  })
  const names = new Map(offered.map(({ id, name }) => [id, name]))
  const statements = new Map(objectives.map(({ id, statement }) => [id, statement]))
  const { areas, gaps } = serviceGaps(
    objectives, needs.map(({ objective_id: objectiveId, area, level }) => ({ objectiveId, area, level })),
    capabilities.flatMap(({ service_id, area, level }) => {
      const service = names.get(service_id)
      return service === undefined ? [] : [{ service, area, level }]
    }),
  )
  return {
    areas: areas.map((one) => toWire(one)),
    services: offered.map(({ id, name }) => ({ id, name, levels: capabilities.filter(({ service_id }) => service_id === id).map(given) })),
    objectives: objectives.map(({ id, statement }) => ({ id, statement, needs: needs.filter(({ objective_id }) => objective_id === id).map(given) })),
    gaps: gaps.map(({ objectiveId, area, need, gap, priority }) => ({ objective: { id: objectiveId, statement: statements.get(objectiveId) ?? '' }, area, need, ...toWire({ gap, priority }) })),
  }
}

const given = ({ area, level, reason, given_by, given_at }: StoredCapability | StoredNeed) => ({ area, level, reason, by: given_by, at: given_at })
