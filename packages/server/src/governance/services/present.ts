import type { MixClass, PmoService, ServiceCatalogue, ServiceHours, ServiceMix, ServiceRequest } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { quantityText, type Grain } from '@throughline/engine/capacity'
import { classTotals, judgesOwn, serviceMix, serviceUse } from '@throughline/engine/governance'
import type { FiscalCalendar } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import type { StoredEdition, StoredHours, StoredRefusal, StoredRequest, StoredService, StoredTarget, StoredUse } from './store.ts'
import { saysTheSame, textOf } from './text.ts'

type Kept = {
  readonly services: readonly StoredService[]; readonly editions: readonly StoredEdition[]; readonly requests: readonly StoredRequest[]; readonly counts: { readonly all: number; readonly open: ReadonlyMap<string, number> }
  readonly refusals: readonly StoredRefusal[]; /** Hundredths by request. */ readonly hours: ReadonlyMap<string, number>; readonly initiatives: ReadonlyMap<string, string>
}

/** The catalogue as one reader sees it: what there is, and what they may do about what was asked. */
export function presentServices({ services, editions, requests, counts, refusals, hours, initiatives }: Kept, reader: Pick<Actor, 'accountId'>, mayTakePart: boolean): ServiceCatalogue {
  const byService = Map.groupBy(editions, ({ service_id }) => service_id)
  const shown = services.map((row) => presentService(row, byService.get(row.id) ?? [], counts.open.get(row.id) ?? 0))
  const known = new Map(services.map((row, at) => [row.id, { row, shown: shown[at] }]))
  const refusalsOf = Map.groupBy(refusals, ({ request_id }) => request_id)
  const asked = requests.flatMap((request): readonly ServiceRequest[] => {
    const service = known.get(request.service_id)
    if (!service?.shown) return []
    const [owns, performs] = [service.row.owner_id === reader.accountId, request.performer_id === reader.accountId]
    return [{
      id: request.id, version: request.version, service: { id: request.service_id, ...inForce(service.shown) }, initiative: request.initiative_id === null ? null : { id: request.initiative_id, name: initiatives.get(request.initiative_id) ?? '' },
      words: request.words, neededOn: request.needed_on, askedBy: { id: request.asked_by_id, name: request.asked_by }, askedAt: request.asked_at, state: request.state,
      performer: request.performer_id === null ? null : { id: request.performer_id, name: request.performer ?? '' }, answer: request.answer, outcome: request.outcome, hours: quantityText(BigInt(hours.get(request.id) ?? 0)),
      use: request.used, refusedPerformers: (refusalsOf.get(request.id) ?? []).map(({ performer, way, refused_to, refused_at }) => ({ name: performer, way, by: refused_to, at: refused_at })),
      may: { answer: mayTakePart && owns && (request.state === 'waiting' || request.state === 'accepted'), deliver: mayTakePart && (owns || performs) && request.state === 'accepted', judge: mayTakePart && request.asked_by_id === reader.accountId && request.state === 'delivered' && !judgesOwn({ asker: request.asked_by_id, owner: service.row.owner_id, performer: request.performer_id }) },
    }]
  })
  return {
    services: [...shown.filter(({ state }) => state !== 'retired'), ...shown.filter(({ state }) => state === 'retired')],
    totals: [...classTotals(shown.map((one) => ({ class: inForce(one).class, published: one.editions.length > 0, retired: one.state === 'retired', open: one.open })))],
    requests: asked, omitted: counts.all - requests.length,
  }
}

/** What a service is called and of which class it is: as published last, or as it stands in writing where it is a draft. */
const inForce = ({ text, editions: [last] }: PmoService) => ({ name: (last ?? text).name, class: (last ?? text).class })

function presentService(row: StoredService, editions: readonly StoredEdition[], open: number): PmoService {
  const { id, version, said, owner_id, owner, retired_at, retired_by, retired_because } = row
  const [last] = editions
  return {
    id, version, text: textOf(said), state: retired_at !== null ? 'retired' : last === undefined ? 'draft' : saysTheSame(last.said, said) ? 'published' : 'changed',
    editions: editions.map((one) => ({ no: one.no, ...textOf(one.said), reason: one.reason, by: one.published_by, at: one.published_at })),
    owner: { id: owner_id, name: owner }, retired: retired_at === null ? null : { by: retired_by ?? '', at: retired_at, reason: retired_because ?? '' }, open,
  }
}

/** Entries that one answer lists. */
const mostWork = 200

type Worked = { readonly hours: readonly StoredHours[]; readonly targets: readonly StoredTarget[]; readonly uses: readonly StoredUse[]; readonly services: readonly StoredService[]; readonly calendar: FiscalCalendar; readonly currency: string; readonly grain: Grain }

/** How the hours divide by period, and what they are made of. */
export function presentMix({ hours, targets, uses, services, calendar, currency, grain }: Worked): ServiceMix {
  const names = new Map(services.map(({ id, said }) => [id, said.name]))
  const { periods, earlier, shift } = serviceMix({
    work: hours.map(({ worked_on: on, class: of, service_id: id, hundredths, cost_minor }) => ({ on, class: of, service: id === null ? null : { id, name: names.get(id) ?? '' }, hours: BigInt(hundredths), costMinor: cost_minor === null ? null : BigInt(cost_minor) })),
    targets: targets.map(({ from_on: fromOn, share }) => ({ fromOn, share })), calendar, grain, currency,
  })
  return {
    grain, earlier, shift: shift && { ...toWire({ floor: shift.floor, ceiling: shift.ceiling, need: shift.need }), options: shift.options.map(({ from, hours: own, covers }) => ({ service: from.kind === 'service' ? { id: from.id, name: from.name } : null, hours: quantityText(own), covers })), short: quantityText(shift.short) },
    periods: periods.map(({ label, period, hours: all, uncosted, classes, mandated, nonMandated, unclassified, target, gap }) => ({
      period: { ...period, label }, hours: quantityText(all), uncosted: quantityText(uncosted), ...toWire({ mandated, nonMandated, unclassified, gap }), target,
      classes: classes.map(({ hours: own, ...shares }) => ({ hours: quantityText(own), ...toWire(shares) })),
    })),
    use: serviceUse(uses.filter(({ on }) => on >= (periods[0]?.period.from ?? '')).map(({ class: of, level: use, asker, owner, performer }) => ({ class: of, use, hands: { asker, owner, performer } }))).map(({ useful, ...one }) => ({ ...one, useful: toWire(useful) })),
    targets: targets.toReversed().map(({ from_on, share, reason, set_by, set_at }) => ({ fromOn: from_on, share, reason, by: set_by, at: set_at })),
    work: hours.slice(0, mostWork).map((row) => presentHours(row, names)), omitted: Math.max(0, hours.length - mostWork),
  }
}

const presentHours = ({ id, version, worked_on, class: of, service_id, words, hundredths, cost_minor, recorded_by, request_id }: StoredHours, names: ReadonlyMap<string, string>): ServiceHours => ({
  id, version, on: worked_on, class: (of ?? 'unclassified') satisfies MixClass, service: service_id === null ? null : { id: service_id, name: names.get(service_id) ?? '' }, words, hours: quantityText(BigInt(hundredths)), costMinor: cost_minor, by: recorded_by, ofRequest: request_id !== null,
})
