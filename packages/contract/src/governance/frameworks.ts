import { comparedFields, elementKinds } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { InitiativeState } from '../demand/schemas.ts'
import { CivilDate, ExplainedNumber, Id, IdParams, Instant, LongText, Nullable, OneOf, ShortText, Version, route } from '../wire/index.ts'

export const ElementKind = OneOf(elementKinds, 'Stages and gates are the steps of a lifecycle model')
export type ElementKind = Static<typeof ElementKind>
/** What is kept elsewhere and is opened from here: an address of the web, or none. */
const Link = Type.String({ maxLength: 500, pattern: '^(https?://[^\\s\\u0000]+)?$', description: 'An address that begins with http:// or https://; empty: none' })

/** One element of a framework. */
export const FrameworkElement = Type.Object({
  key: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$', description: 'Its code, which stays the same through all editions; at most 20 letters, digits, points and dashes' }),
  kind: ElementKind, name: ShortText(200), says: LongText(8000), link: Link,
  lifecycle: Type.Unsafe<string>({ ...LongText(60), description: 'The lifecycle model that it belongs to; empty: all of them, which no stage and no gate does' }),
  neededFrom: Type.Unsafe<Static<typeof InitiativeState> | null>({ ...Nullable(InitiativeState), description: 'From which state on an initiative has to show that it did it; null: advice' }),
  serviceId: Type.Unsafe<string | null>({ ...Nullable(Id), description: 'The service of the PMO that helps with it' }),
})
export type FrameworkElement = Static<typeof FrameworkElement>

const text = { name: ShortText(120), about: LongText(4000), elements: Type.Array(FrameworkElement, { maxItems: 200 }) }
export const FrameworkText = Type.Object(text)
export type FrameworkText = Static<typeof FrameworkText>

export const ElementChange = Type.Object({
  change: OneOf(['added', 'removed', 'changed']), key: Type.String(), kind: ElementKind, name: Type.String(),
  /** Of changed elements alone; a place is counted among the elements that both sides have. */
  fields: Type.Array(Type.Object({ field: OneOf(comparedFields), before: Nullable(Type.String()), after: Nullable(Type.String()) })),
})
export type ElementChange = Static<typeof ElementChange>

/** What was published of a framework, with the first day on which it holds. Never changed. */
export const FrameworkEdition = Type.Object({
  no: Type.Integer(), ...text, effectiveOn: CivilDate, reason: Type.String(), by: Type.String(), at: Instant,
  /** Every element in which it differs from the edition before; all are added by the first one. */
  changes: Type.Array(ElementChange),
  running: Type.Integer({ description: 'Running initiatives that follow it' }),
})
export type FrameworkEdition = Static<typeof FrameworkEdition>

/** Which edition of a framework an initiative follows, by which lifecycle model. */
export const FrameworkAdoption = Type.Object({
  id: Id, initiative: Type.Object({ id: Id, name: Type.String(), state: InitiativeState }), running: Type.Boolean(), frameworkId: Id, edition: Type.Integer(), lifecycle: Type.String(),
  reason: Type.String(), by: Type.String(), at: Instant,
})
export type FrameworkAdoption = Static<typeof FrameworkAdoption>

export const Framework = Type.Object({
  id: Id, version: Version,
  /** What stands in writing now. */
  text: FrameworkText,
  /** `changed`: what stands in writing is not what was published last. */
  state: OneOf(['draft', 'published', 'changed', 'retired']),
  /** In what stands in writing differs from what was published last. */
  pending: Type.Array(ElementChange),
  /** Newest first; none of a draft. */
  editions: Type.Array(FrameworkEdition),
  inForce: Nullable(Type.Integer({ description: 'Number of the edition that is in force today' })),
  /** Lifecycle models of the edition in force, or of what stands in writing where there is none. */
  lifecycles: Type.Array(Type.String()),
  running: Type.Integer({ description: 'Running initiatives that follow an edition of it' }),
  /** Which share of them follows the edition in force. */
  current: ExplainedNumber,
  retired: Nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() })),
})
export type Framework = Static<typeof Framework>
export const Frameworks = Type.Object({
  /** By name; retired ones last. */
  frameworks: Type.Array(Framework),
  /** What each initiative follows now, by its name; running ones first. */
  adoptions: Type.Array(FrameworkAdoption),
  /** Services of the PMO by what they are called, those among them that elements name. */
  services: Type.Array(Type.Object({ id: Id, name: Type.String(), offered: Type.Boolean() })),
})
export type Frameworks = Static<typeof Frameworks>

/** What running initiatives would come to under an edition; nothing of it is done. */
export const FrameworkMigration = Type.Object({
  edition: Type.Integer(), effectiveOn: CivilDate,
  adoptions: Type.Array(Type.Object({
    adoption: FrameworkAdoption,
    /** In what the edition differs for this initiative, and what it would have to show that it has not had to. */
    changes: Type.Array(ElementChange), newlyNeeded: Type.Array(Type.String()),
    lifecycleThere: Type.Boolean({ description: 'Whether the edition still has its lifecycle model; without it another one has to be chosen' }),
  })),
})
export type FrameworkMigration = Static<typeof FrameworkMigration>

export const FrameworkChange = Type.Object({ version: Version, ...Type.Partial(FrameworkText).properties })
const Lifecycle = ShortText(60)
export const NewFrameworkEdition = Type.Object({ version: Version, effectiveOn: CivilDate, reason: ShortText(2000) })
export type NewFrameworkEdition = Static<typeof NewFrameworkEdition>
/** `after`: the adoption that was seen; null where the initiative follows none. */
export const NewAdoption = Type.Object({ frameworkId: Id, lifecycle: Lifecycle, reason: ShortText(2000), after: Nullable(Id) })
export type NewAdoption = Static<typeof NewAdoption>
export const NewMigration = Type.Object({ edition: Type.Integer({ minimum: 1 }), adoptionIds: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }), lifecycle: Type.Optional(Nullable(Lifecycle)), reason: ShortText(2000) })
export type NewMigration = Static<typeof NewMigration>

const frameworks = { reply: Frameworks } as const
export const frameworkRoutes = {
  readFrameworks: route({ method: 'GET', path: '/api/governance/frameworks', summary: 'Frameworks with their editions, in what these differ, and which initiative follows which of them', access: 'read', ...frameworks }),
  addFramework: route({ method: 'POST', path: '/api/governance/frameworks', summary: 'Add a framework as a draft: lifecycle models with their stages and gates, roles, templates and procedures', access: 'edit_strategy', body: FrameworkText, ...frameworks, status: 201, refusals: ['framework_there', 'framework_unsound'] }),
  changeFramework: route({ method: 'PATCH', path: '/api/governance/frameworks/:id', summary: 'Change what stands in writing of a framework; elements are given as a whole, and what was published stays', access: 'edit_strategy', params: IdParams, body: FrameworkChange, ...frameworks, refusals: ['framework_retired', 'framework_there', 'framework_unsound'] }),
  publishFramework: route({ method: 'POST', path: '/api/governance/frameworks/:id/editions', summary: 'Publish what stands in writing as the next edition, with the day from which it holds and the reason; running initiatives keep theirs', access: 'edit_strategy', params: IdParams, body: NewFrameworkEdition, ...frameworks, refusals: ['framework_retired', 'framework_unsound', 'framework_unchanged', 'effective_too_early'] }),
  retireFramework: route({ method: 'POST', path: '/api/governance/frameworks/:id/retirement', summary: 'Retire a framework, with the reason; who follows it keeps it, and nobody adopts it any more', access: 'edit_strategy', params: IdParams, body: Type.Object({ version: Version, reason: ShortText(2000) }), ...frameworks, refusals: ['framework_retired'] }),
  adoptFramework: route({ method: 'POST', path: '/api/governance/initiatives/:id/framework', summary: 'Have an initiative follow the edition in force of a framework, by one of its lifecycle models', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'params.id' }], params: IdParams, body: NewAdoption, ...frameworks, status: 201, refusals: ['framework_retired', 'edition_not_in_force', 'lifecycle_unknown', 'adoption_moved', 'adoption_there'] }),
  previewMigration: route({ method: 'GET', path: '/api/governance/frameworks/:id/migration', summary: 'What running initiatives would come to under an edition, the newest unless said; nothing is changed', access: 'read', params: IdParams, query: Type.Object({ edition: Type.Optional(Type.Integer({ minimum: 1 })) }), reply: FrameworkMigration }),
  migrateInitiatives: route({ method: 'POST', path: '/api/governance/frameworks/:id/migrations', summary: 'Move initiatives to an edition that is in effect, with the reason; all of them or, where one cannot be moved, none', access: 'edit_strategy', params: IdParams, body: NewMigration, ...frameworks, status: 201, refusals: ['edition_not_in_force', 'lifecycle_unknown', 'adoption_moved', 'adoption_there'] }),
} as const
