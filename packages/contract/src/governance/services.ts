import { capabilityAreas, highestLevel, mixClasses, serviceClasses, stepStates, useLevels } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { Grain, PlanPeriod, Quantity } from '../capacity/schemas.ts'
import { InitiativeState } from '../demand/schemas.ts'
import { CivilDate, ExplainedMoney, ExplainedNumber, Id, IdParams, Instant, LongText, Named, Nullable, NumberMetric, OneOf, route, Seen, ShortText, Version } from '../wire/index.ts'

export const ServiceClass = OneOf(serviceClasses, 'What binds a service: a rule to be kept, the assurance that others rely on, or its use alone')
export type ServiceClass = Static<typeof ServiceClass>

export const UseLevel = OneOf(useLevels, 'From least to most: words in an order, never a number')
export type UseLevel = Static<typeof UseLevel>

const Said = Type.Object({ by: Type.String(), at: Instant, words: Type.String() })

/** What a service of a PMO says of itself: everything that an edition of it keeps. */
const text = {
  name: ShortText(120), pmo: Type.Unsafe<string>({ ...ShortText(120), description: 'Which PMO offers it, where there are several' }), class: ServiceClass,
  scope: LongText(4000), responsibilities: LongText(4000), serviceLevel: LongText(1000), measure: Type.Unsafe<string>({ ...ShortText(500), description: 'By what one sees whether it is any good' }),
  inputs: Type.Array(ShortText(300), { maxItems: 20 }), outputs: Type.Array(ShortText(300), { maxItems: 20 }),
  stages: Type.Array(InitiativeState, { maxItems: 8, uniqueItems: true, description: 'States of an initiative in which it is of use; none: in all of them' }),
  accountableRole: ShortText(120),
}
export const ServiceText = Type.Object(text)
export type ServiceText = Static<typeof ServiceText>
/** What was published of a service, with why. Never changed: another class is another edition. */
export const ServiceEdition = Type.Object({ no: Type.Integer(), ...text, reason: Type.String(), by: Type.String(), at: Instant })
export type ServiceEdition = Static<typeof ServiceEdition>

export const PmoService = Type.Object({
  id: Id, version: Version,
  /** What stands in writing now. */
  text: ServiceText,
  /** `changed`: what stands in writing is not what was published last. */
  state: OneOf(['draft', 'published', 'changed', 'retired']),
  /** Newest first; none of a draft. */
  editions: Type.Array(ServiceEdition),
  /** Who answers its requests. */
  owner: Named, retired: Nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() })),
  open: Type.Integer({ description: 'Requests that wait for an answer or are worked on' }),
})
export type PmoService = Static<typeof PmoService>

/** `waiting` for an answer; `accepted`, so worked on; `declined` and `delivered` are the end of it. */
export const requestStates = ['waiting', 'accepted', 'declined', 'delivered'] as const
/** Somebody’s request for a service, with what became of it. */
export const ServiceRequest = Type.Object({
  id: Id, version: Version, service: Type.Object({ id: Id, name: Type.String(), class: ServiceClass }), initiative: Nullable(Named), words: Type.String(), neededOn: Nullable(CivilDate),
  askedBy: Named, askedAt: Instant, state: OneOf(requestStates), performer: Nullable(Named), answer: Nullable(Said), outcome: Nullable(Said),
  /** Hours that were worked for it, with two decimals at most. */
  hours: Quantity,
  /** Who was refused as its performer for want of independence, and by which way they depend on the team of the initiative; newest first. */
  refusedPerformers: Type.Array(Type.Object({ name: Type.String(), way: Type.String(), by: Type.String(), at: Instant })),
  /** What it was worth to whoever asked, as they said last. */
  use: Nullable(Type.Object({ level: UseLevel, ...Said.properties })),
  /** What the reader may do about it now. */
  may: Type.Object({ answer: Type.Boolean(), deliver: Type.Boolean(), judge: Type.Boolean() }),
})
export type ServiceRequest = Static<typeof ServiceRequest>

export const ServiceCatalogue = Type.Object({
  /** By PMO and name; retired ones last. */
  services: Type.Array(PmoService),
  totals: Type.Array(Type.Object({ class: ServiceClass, published: Type.Integer(), drafts: Type.Integer(), open: Type.Integer({ description: 'Requests that are not over' }) })),
  /** Those that are not over, oldest first, then the others, newest first; at most 300. */
  requests: Type.Array(ServiceRequest), omitted: Type.Integer({ description: 'Requests beyond those listed' }),
})
export type ServiceCatalogue = Static<typeof ServiceCatalogue>

export const MixClass = OneOf(mixClasses, 'The class that the service had when it was recorded; unclassified: of no service')
export type MixClass = Static<typeof MixClass>
/** Hours of work for a service, for a request of one, or for none. */
export const ServiceHours = Type.Object({ id: Id, version: Version, on: CivilDate, class: MixClass, service: Nullable(Type.Object({ id: Id, name: Type.String() })), words: Type.String(), hours: Quantity, costMinor: Nullable(Type.String({ description: 'In minor units of the organisation’s currency' })), by: Type.String(), ofRequest: Type.Boolean() })
export type ServiceHours = Static<typeof ServiceHours>

export const MixPeriod = Type.Object({
  period: PlanPeriod, hours: Quantity, uncosted: Type.Unsafe<string>({ ...Quantity, description: 'Hours of which nobody said what they cost; they are in no cost' }),
  /** Shares of hours, and of the costs that were given, each sum to exactly 1. */
  classes: Type.Array(Type.Object({ class: MixClass, hours: Quantity, share: ExplainedNumber, cost: ExplainedMoney, costShare: ExplainedNumber })),
  /** Shares of hours; the three of them sum to exactly 1. */
  mandated: ExplainedNumber, nonMandated: ExplainedNumber, unclassified: ExplainedNumber,
  /** Which share of hours non-mandated services are to have, and how far they are above it, in percentage points. */
  target: NumberMetric, gap: ExplainedNumber,
})
export type MixPeriod = Static<typeof MixPeriod>
/** What would bring the latest period to its target: compliance is the floor, and shifts nowhere. */
export const MixShift = Type.Object({
  floor: ExplainedNumber, ceiling: ExplainedNumber, need: Type.Unsafe<ExplainedNumber>({ ...ExplainedNumber, description: 'Hours that would have to go to non-mandated services; 0 where the target is kept' }),
  /** Hours of no service first, then those of mandated assurance; `covers` is a share of what is wanted, at most 1. */
  options: Type.Array(Type.Object({ service: Nullable(Type.Object({ id: Id, name: Type.String() })), hours: Quantity, covers: Type.Number() })), short: Type.Unsafe<string>({ ...Quantity, description: 'Hours that no option covers' }),
})
export type MixShift = Static<typeof MixShift>
export const ServiceTarget = Type.Object({ fromOn: CivilDate, share: Type.Number(), reason: Type.String(), by: Type.String(), at: Instant })
export const ServiceMix = Type.Object({
  grain: Grain,
  /** The last twelve at most up to the last one with work; those without work in between among them. */
  periods: Type.Array(MixPeriod), earlier: Type.Integer({ description: 'Periods with work before the first one listed' }),
  /** Of the latest period; null where there is none. */
  shift: Nullable(MixShift),
  /** What was delivered in the periods listed was worth to those who asked, by the class that the service had then. */
  use: Type.Array(Type.Object({ class: ServiceClass, delivered: Type.Integer(), told: Type.Object({ none: Type.Integer(), some: Type.Integer(), much: Type.Integer() }), silent: Type.Integer({ description: 'Where whoever asked has not said' }), useful: ExplainedNumber })),
  /** Newest first. */
  targets: Type.Array(ServiceTarget),
  /** By day, newest first; at most 200. */
  work: Type.Array(ServiceHours), omitted: Type.Integer({ description: 'Entries beyond those listed' }),
})
export type ServiceMix = Static<typeof ServiceMix>

/** In which area an objective needs something of the PMO, or a service is able to give it. */
export const CapabilityArea = OneOf(capabilityAreas)
export type CapabilityArea = Static<typeof CapabilityArea>
const Level = Type.Integer({ minimum: 0, maximum: highestLevel, description: 'From 0, none at all, to 5' })
/** A level that somebody gave, with why. */
const GivenLevel = Type.Object({ area: CapabilityArea, level: Level, reason: Type.String(), by: Type.String(), at: Instant })
const LeveledService = Type.Object({ id: Id, name: Type.String(), levels: Type.Array(GivenLevel) })
export type LeveledService = Static<typeof LeveledService>
const NeedyObjective = Type.Object({ id: Id, statement: Type.String(), needs: Type.Array(GivenLevel) })
export type NeedyObjective = Static<typeof NeedyObjective>
export const ServiceGap = Type.Object({ objective: Type.Object({ id: Id, statement: Type.String() }), area: CapabilityArea, need: Level, gap: ExplainedNumber, priority: ExplainedNumber, plan: OneOf(['whole', 'part', 'none'], 'Whether steps still to come lift the area as far as the need asks') })
export type ServiceGap = Static<typeof ServiceGap>
/** A step that lifts a service in an area to a level until a day: one line of the roadmap of the PMO. */
export const ServiceStep = Type.Object({
  id: Id, version: Version, service: Named, area: CapabilityArea, /** What the service was judged to be able to do last. */ level: Nullable(Level), toLevel: Level, dueOn: CivilDate,
  owner: Named, initiative: Nullable(Named), words: Type.String(), state: OneOf(stepStates, 'Reached by a judgement of the service alone; stranded: its service was retired before'),
  closes: Type.Unsafe<ExplainedNumber>({ ...ExplainedNumber, description: 'Priority that it takes from the gaps; of steps in one area the higher one contains the lower' }),
  dropped: Nullable(Said),
})
export type ServiceStep = Static<typeof ServiceStep>
export const ServiceGaps = Type.Object({
  /** What the PMO is able to do in each area: the level of its best service there. */
  areas: Type.Array(Type.Object({ area: CapabilityArea, level: ExplainedNumber })),
  /** Services that are offered, and objectives in force, each with the levels that were given last. */
  services: Type.Array(LeveledService), objectives: Type.Array(NeedyObjective),
  /** What weighs most first, then those whose level nobody has judged. */
  gaps: Type.Array(ServiceGap),
  /** Those still to come by their day, then the others, newest first. */
  steps: Type.Array(ServiceStep),
})
export type ServiceGaps = Static<typeof ServiceGaps>
export const NewCapability = Type.Object({ serviceId: Id, area: CapabilityArea, level: Level, reason: ShortText(2000) })
export type NewCapability = Static<typeof NewCapability>
export const NewServiceNeed = Type.Object({ objectiveId: Id, area: CapabilityArea, level: Level, reason: ShortText(2000) })
export type NewServiceNeed = Static<typeof NewServiceNeed>

const step = { toLevel: Type.Integer({ minimum: 1, maximum: highestLevel, description: 'From 1 to 5' }), dueOn: CivilDate, ownerId: Id, initiativeId: Type.Unsafe<string | null>({ ...Nullable(Id), description: 'The initiative that delivers it, where there is one' }), words: LongText(2000) }
export const NewServiceStep = Type.Object({ serviceId: Id, area: CapabilityArea, ...step })
export type NewServiceStep = Static<typeof NewServiceStep>
export const ServiceStepChange = Type.Object({ version: Version, ...Type.Partial(Type.Object(step)).properties })
export type ServiceStepChange = Static<typeof ServiceStepChange>

export const NewPmoService = Type.Object({ ...text, ownerId: Id })
export type NewPmoService = Static<typeof NewPmoService>
export const PmoServiceChange = Type.Object({ version: Version, ...Type.Partial(NewPmoService).properties })
const Reasoned = Type.Object({ version: Version, reason: ShortText(2000) })
export const NewServiceRequest = Type.Object({ initiativeId: Type.Optional(Nullable(Id)), words: ShortText(4000), neededOn: Type.Optional(Nullable(CivilDate)) })
export type NewServiceRequest = Static<typeof NewServiceRequest>
/** Accepted with who performs it, or declined with the reason. One that was accepted can be given to somebody else. */
export const RequestAnswer = Type.Object({ version: Version, answer: Type.Union([Type.Object({ kind: Type.Literal('accept'), performerId: Id, words: LongText(2000) }), Type.Object({ kind: Type.Literal('decline'), reason: ShortText(2000) })]) })
export type RequestAnswer = Static<typeof RequestAnswer>
/** More than nothing. */
const GivenHours = Type.Unsafe<string>({ ...Quantity, pattern: '^(?!0+(\\.0+)?$)[0-9]{1,6}(\\.[0-9]{1,2})?$', description: 'Hours, more than 0, with at most two decimals' })
export const ServiceUse = Type.Object({ version: Version, level: UseLevel, words: LongText(2000) })
export type ServiceUse = Static<typeof ServiceUse>
const worked = { on: CivilDate, hours: GivenHours, costMinor: Type.Optional(Nullable(Type.String({ pattern: '^[0-9]{1,15}$', description: 'What they cost, in minor units of the organisation’s currency' }))) }
export const RequestOutcome = Type.Object({ version: Version, words: ShortText(4000), ...worked })
export type RequestOutcome = Static<typeof RequestOutcome>
export const NewServiceHours = Type.Object({ serviceId: Nullable(Id), words: LongText(500), ...worked })
export type NewServiceHours = Static<typeof NewServiceHours>
export const NewServiceTarget = Type.Object({ fromOn: CivilDate, share: Type.Number({ minimum: 0, maximum: 1, description: 'Of hours, from 0 to 1' }), reason: ShortText(2000) })
export type NewServiceTarget = Static<typeof NewServiceTarget>

const catalogue = { reply: ServiceCatalogue } as const
const mix = { query: Type.Object({ grain: Type.Optional(Grain) }), reply: ServiceMix } as const
export const serviceRoutes = {
  readServices: route({ method: 'GET', path: '/api/governance/services', summary: 'Services of the PMO with their editions, totals by class, and what was asked of them', access: 'read', ...catalogue }),
  addPmoService: route({ method: 'POST', path: '/api/governance/services', summary: 'Add a service as a draft, with its class, owner and measure', access: 'edit_strategy', body: NewPmoService, ...catalogue, status: 201, refusals: ['service_there'] }),
  changePmoService: route({ method: 'PATCH', path: '/api/governance/services/:id', summary: 'Change what a service says, or who owns it; what was published stays until it is published again; of a retired one the owner alone', access: 'edit_strategy', params: IdParams, body: PmoServiceChange, ...catalogue, refusals: ['service_retired', 'service_there'] }),
  publishService: route({ method: 'POST', path: '/api/governance/services/:id/editions', summary: 'Publish what a service says now as its next edition, with the reason', access: 'edit_strategy', params: IdParams, body: Reasoned, ...catalogue, refusals: ['service_retired', 'service_unchanged'] }),
  retireService: route({ method: 'POST', path: '/api/governance/services/:id/retirement', summary: 'Retire a service, with the reason; what was asked of it before is still answered', access: 'edit_strategy', params: IdParams, body: Reasoned, ...catalogue, refusals: ['service_retired'] }),
  requestService: route({ method: 'POST', path: '/api/governance/services/:id/requests', summary: 'Ask for a published service, for an initiative or without one; its owner is told', access: 'take_part', params: IdParams, body: NewServiceRequest, ...catalogue, status: 201, refusals: ['service_retired', 'service_unpublished', 'initiative_unnamed'] }),
  answerServiceRequest: route({ method: 'POST', path: '/api/governance/service-requests/:id/answer', summary: 'Accept a request and say who performs it, or decline it with the reason, also after it was accepted; whoever asked is told. Who depends on the team of the initiative is refused as performer of a mandated assurance, and that is kept', access: 'take_part', params: IdParams, body: RequestAnswer, ...catalogue, refusals: ['request_not_yours', 'request_over', 'initiative_unnamed', 'performer_dependent'] }),
  deliverServiceRequest: route({ method: 'POST', path: '/api/governance/service-requests/:id/delivery', summary: 'Say what came of a request and how many hours it took; whoever asked is told', access: 'take_part', params: IdParams, body: RequestOutcome, ...catalogue, refusals: ['request_not_yours', 'request_over', 'initiative_unnamed', 'performer_dependent', 'work_ahead'] }),
  judgeServiceUse: route({ method: 'POST', path: '/api/governance/service-requests/:id/use', summary: 'Say what a service that was delivered was worth to you, who asked for it; what was said last holds, and its owner is told', access: 'take_part', params: IdParams, body: ServiceUse, ...catalogue, refusals: ['request_not_yours', 'request_over'] }),
  readServiceMix: route({ method: 'GET', path: '/api/governance/service-mix', summary: 'How the hours and costs of the PMO divide between mandated services, others and what belongs to none, by period, against the target', access: 'read', ...mix }),
  recordServiceHours: route({ method: 'POST', path: '/api/governance/service-hours', summary: 'Record hours of a day for a service, or for none', access: 'edit_strategy', body: NewServiceHours, ...mix, status: 201, refusals: ['service_retired', 'service_unpublished', 'work_ahead'] }),
  removeServiceHours: route({ method: 'DELETE', path: '/api/governance/service-hours/:id', summary: 'Take hours away that were recorded by mistake; they stay in the history', access: 'edit_strategy', params: IdParams, ...mix, query: Type.Object({ ...Seen.properties, ...mix.query.properties }), seen: 'service_hours' }),
  setServiceTarget: route({ method: 'POST', path: '/api/governance/service-targets', summary: 'Set which share of hours non-mandated services are to have from a day on; what was set before stays in the list', access: 'edit_strategy', body: NewServiceTarget, ...mix, status: 201 }),
  readServiceGaps: route({ method: 'GET', path: '/api/governance/service-gaps', summary: 'Where what the PMO is able to do falls short of what objectives need of it, by area, what weighs most first', access: 'read', reply: ServiceGaps }),
  judgeCapability: route({ method: 'POST', path: '/api/governance/service-capabilities', summary: 'Judge what a service is able to do in an area, with the reason; the last judgement holds', access: 'edit_strategy', body: NewCapability, reply: ServiceGaps, status: 201, refusals: ['service_retired', 'service_unpublished'] }),
  stateServiceNeed: route({ method: 'POST', path: '/api/governance/service-needs', summary: 'Say what an objective needs of the PMO in an area, with the reason; what was said last holds', access: 'edit_strategy', body: NewServiceNeed, reply: ServiceGaps, status: 201 }),
  planServiceStep: route({ method: 'POST', path: '/api/governance/service-steps', summary: 'Plan a step that lifts a service in an area to a level until a day; who owns it is told', access: 'edit_strategy', body: NewServiceStep, reply: ServiceGaps, status: 201, refusals: ['service_retired', 'service_unpublished', 'step_there', 'step_past'] }),
  changeServiceStep: route({ method: 'PATCH', path: '/api/governance/service-steps/:id', summary: 'Change a step that is still to come', access: 'edit_strategy', params: IdParams, body: ServiceStepChange, reply: ServiceGaps, refusals: ['step_there', 'step_past', 'service_retired'] }),
  dropServiceStep: route({ method: 'POST', path: '/api/governance/service-steps/:id/end', summary: 'Give a step up, with the reason; it stays in the list', access: 'edit_strategy', params: IdParams, body: Reasoned, reply: ServiceGaps, refusals: ['step_past'] }),
} as const
