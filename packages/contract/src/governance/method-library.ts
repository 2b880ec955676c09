import { methodKinds, methodStates, useVerdicts } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, IdParams, Instant, LongText, Named, Nullable, OneOf, ShortText, Version, route, type ProblemKind, type Refusal } from '../wire/index.ts'

export const MethodKind = OneOf(methodKinds, 'A way of working, a part of one, something to work with, a form to fill in, or somebody’s work to look at')
export type MethodKind = Static<typeof MethodKind>
export const MethodState = OneOf(methodStates, 'draft: written down; published: offered; retired: leads to its successor')
export type MethodState = Static<typeof MethodState>
export const UseVerdict = OneOf(useVerdicts, 'Whether it was good for what it was taken for')
export type UseVerdict = Static<typeof UseVerdict>

/** A form to fill in: its text, or where it is kept. */
const Link = Type.String({ maxLength: 500, pattern: '^(https?://[^\\s\\u0000]+)?$', description: 'An address that begins with http:// or https://; empty: none' })
export const MethodTemplate = Type.Object({ name: ShortText(200), link: Link, text: LongText(20_000) })
export type MethodTemplate = Static<typeof MethodTemplate>
/** An element of a framework by its code, which stays the same through all editions. */
const ElementRef = Type.Object({ frameworkId: Id, key: Type.String({ minLength: 1, maxLength: 20 }) })

const text = {
  name: ShortText(120), kind: MethodKind, whenToUse: ShortText(4000), whenNot: LongText(4000), guidance: Type.Unsafe<string>({ ...LongText(20_000), description: 'Its steps, or how it is done' }),
  examples: Type.Array(ShortText(1000), { maxItems: 20 }), templates: Type.Array(MethodTemplate, { maxItems: 20 }), themes: Type.Array(ShortText(60), { maxItems: 20 }),
}
const links = { elements: Type.Array(ElementRef, { maxItems: 20, description: 'Elements of frameworks that it helps with' }), serviceIds: Type.Array(Id, { maxItems: 20, description: 'Services of the PMO that help with it' }) }
export const NewMethodItem = Type.Object({ ...text, ...links })
export type NewMethodItem = Static<typeof NewMethodItem>
export const MethodItemChange = Type.Object({ version: Version, ...Type.Partial(NewMethodItem).properties })
export type MethodItemChange = Static<typeof MethodItemChange>

/** How people rated it: how many gave each class from 1 to 5, never averaged. The class of the middle is said from five ratings on. */
export const RatingSpread = Type.Object({ rated: Type.Integer(), classes: Type.Array(Type.Object({ rating: Type.Integer(), count: Type.Integer() })), median: ExplainedNumber })
export type RatingSpread = Static<typeof RatingSpread>
/** Each time that an initiative began to use it counts; those of removed initiatives do not. */
export const MethodUsage = Type.Object({ uses: ExplainedNumber, initiatives: Type.Integer(), running: Type.Integer(), lastOn: Nullable(CivilDate), verdicts: Type.Array(Type.Object({ verdict: UseVerdict, count: Type.Integer() })) })
export type MethodUsage = Static<typeof MethodUsage>

/** An item as the library lists it. `points`: by which words it was found, and so its place. */
export const MethodLine = Type.Object({ id: Id, name: Type.String(), kind: MethodKind, whenToUse: Type.String(), themes: Type.Array(Type.String()), state: MethodState, ratings: RatingSpread, usage: MethodUsage, points: Nullable(ExplainedNumber) })
export type MethodLine = Static<typeof MethodLine>
export const MethodLibrary = Type.Object({
  on: CivilDate,
  /** What was found first, or by name; at most 200. */
  items: Type.Array(MethodLine), omitted: Type.Integer({ description: 'Items that fit beyond those listed' }),
  /** Of all items, whatever was asked for. */
  counts: Type.Object({ draft: Type.Integer(), published: Type.Integer(), retired: Type.Integer() }), themes: Type.Array(Type.String()),
  /** The last eight quarters of the fiscal calendar, the oldest first. */
  quarters: Type.Array(Type.Object({ label: Type.String(), begun: Type.Integer(), initiatives: Type.Integer() })),
  /** Published items that have been offered for so many days or more and that no initiative ever used, those that wait longest first. */
  unusedDays: Type.Integer(), unused: Type.Array(Type.Object({ ...Named.properties, publishedOn: CivilDate })),
})
export type MethodLibrary = Static<typeof MethodLibrary>

export const MethodRating = Type.Object({ rating: Type.Integer(), words: Type.String(), by: Type.String(), at: Instant, own: Type.Boolean() })
export type MethodRating = Static<typeof MethodRating>
/** An initiative uses an item from a day on, for a purpose; in the end it is said what it was good for. */
export const MethodUse = Type.Object({
  id: Id, version: Version, item: Type.Object({ ...Named.properties, kind: MethodKind, state: MethodState }), initiative: Named, begunOn: CivilDate, purpose: Type.String(), by: Type.String(),
  ended: Nullable(Type.Object({ on: CivilDate, verdict: UseVerdict, words: Type.String(), by: Type.String() })),
})
export type MethodUse = Static<typeof MethodUse>

/** All that there is of an item. Asked for by one that was retired it is the item that this leads to, and `from` says so. */
export const MethodSheet = Type.Object({
  id: Id, version: Version, ...text, elements: Type.Array(Type.Object({ ...ElementRef.properties, framework: Type.String(), name: Nullable(Type.String({ description: 'Null where the framework has it no longer' })) })), services: Type.Array(Named), state: MethodState,
  published: Nullable(Type.Object({ on: CivilDate, by: Type.String(), reason: Type.String() })),
  /** Of a retired one: why, and what comes after it; `leadsTo` is the first of these that is offered. */
  retired: Nullable(Type.Object({ on: CivilDate, by: Type.String(), reason: Type.String(), successor: Nullable(Named), leadsTo: Nullable(Named) })),
  /** The retired items by which it was reached, the one that was asked for first. */
  from: Type.Array(Named),
  ratings: RatingSpread, /** Newest first; at most 100, the reader’s own always among them. */ rated: Type.Array(MethodRating),
  usage: MethodUsage, /** Running ones first, then the newest; at most 100. */ uses: Type.Array(MethodUse), omittedUses: Type.Integer(),
})
export type MethodSheet = Static<typeof MethodSheet>
/** What an initiative uses and used of the library, running ones first. */
export const InitiativeMethods = Type.Object({ initiative: Named, uses: Type.Array(MethodUse) })
export type InitiativeMethods = Static<typeof InitiativeMethods>

const Reasoned = Type.Object({ version: Version, reason: ShortText(2000) })
export const MethodRetirement = Type.Object({ ...Reasoned.properties, successorId: Type.Optional(Nullable(Id)) })
export type MethodRetirement = Static<typeof MethodRetirement>
export const NewMethodRating = Type.Object({ rating: Type.Integer({ minimum: 1, maximum: 5 }), words: LongText(2000) })
export type NewMethodRating = Static<typeof NewMethodRating>
export const NewMethodUse = Type.Object({ itemId: Id, begunOn: CivilDate, purpose: ShortText(1000) })
export type NewMethodUse = Static<typeof NewMethodUse>
export const MethodUseEnd = Type.Object({ version: Version, on: CivilDate, verdict: UseVerdict, words: ShortText(2000) })
export type MethodUseEnd = Static<typeof MethodUseEnd>

/** What a list of items holds, row by row, before anything is written. */
export const MethodPreview = Type.Object({ fileName: Type.String(), recognised: Type.String(), items: Type.Array(NewMethodItem), issues: Type.Array(Type.Object({ line: Nullable(Type.Integer()), column: Nullable(Type.String()), found: Type.String(), expected: Type.String() })) })
export type MethodPreview = Static<typeof MethodPreview>
/** What of a list was added, and why the rest was not. */
export const LoadedMethods = Type.Object({ added: Type.Integer(), skipped: Type.Array(Type.Object({ name: Type.String(), words: Type.String() })) })
export type LoadedMethods = Static<typeof LoadedMethods>

const path = '/api/governance/method-library'
const ofInitiative = '/api/governance/initiatives/:id/method-uses'
const query = Type.Object({
  find: Type.Optional(LongText(200)), kind: Type.Optional(MethodKind), theme: Type.Optional(LongText(60)), state: Type.Optional(Type.Unsafe<MethodState>({ ...MethodState, description: 'What is not retired unless said' })),
  unusedDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 3650, description: 'From how many days on an item that nobody used is named; 90 unless said' })),
})
const sheet = { params: IdParams, reply: MethodSheet } as const
const kept = { access: 'edit_strategy', ...sheet } as const
const onInitiative = { access: 'edit_initiative', on: [{ kind: 'initiative', at: 'params.id' }], reply: InitiativeMethods } as const
/** The method library: what there is to work with, what people say of it, and where it is used. */
export const methodLibraryRoutes = {
  readMethodLibrary: route({ method: 'GET', path, summary: 'Methods, techniques, tools, templates and examples, found by words, with ratings and use, and what nobody ever used', access: 'read', query, reply: MethodLibrary }),
  readMethodItem: route({ method: 'GET', path: `${path}/:id`, summary: 'All that there is of an item; of a retired one the item that it leads to, unless `retired` is asked for', access: 'read', ...sheet, query: Type.Object({ retired: Type.Optional(Type.Boolean()) }) }),
  addMethodItem: route({ method: 'POST', path, summary: 'Add an item as a draft', access: 'edit_strategy', body: NewMethodItem, reply: MethodSheet, status: 201, refusals: ['method_there'] }),
  changeMethodItem: route({ method: 'PATCH', path: `${path}/:id`, summary: 'Change an item, a draft or a published one', ...kept, body: MethodItemChange, refusals: ['method_there', 'method_retired'] }),
  publishMethodItem: route({ method: 'POST', path: `${path}/:id/publication`, summary: 'Offer an item, with the reason; from then on it can be used and rated', ...kept, body: Reasoned, refusals: ['method_retired', 'method_unfit'] }),
  retireMethodItem: route({ method: 'POST', path: `${path}/:id/retirement`, summary: 'Retire an item, with the reason and its successor, where there is one; where it is used it stays', ...kept, body: MethodRetirement, refusals: ['method_retired', 'method_unfit', 'successor_circle'] }),
  setMethodSuccessor: route({ method: 'PUT', path: `${path}/:id/successor`, summary: 'Say what comes after a retired item, or that nothing does', ...kept, body: Type.Object({ version: Version, successorId: Nullable(Id) }), refusals: ['method_unfit', 'successor_circle'] }),
  rateMethodItem: route({ method: 'PUT', path: `${path}/:id/rating`, summary: 'Rate a published item from 1 to 5, with words; each person once, and the last word is theirs', ...sheet, access: 'take_part', body: NewMethodRating, refusals: ['method_retired', 'method_unfit'] }),
  removeMethodRating: route({ method: 'DELETE', path: `${path}/:id/rating`, summary: 'Take one’s own rating back', ...sheet, access: 'take_part' }),
  readInitiativeMethods: route({ method: 'GET', path: ofInitiative, summary: 'What an initiative uses and used of the method library', access: 'read', params: IdParams, reply: InitiativeMethods }),
  useMethodItem: route({ method: 'POST', path: ofInitiative, summary: 'Use an item in an initiative from a day on, for a purpose; a retired item leads to its successor', ...onInitiative, params: IdParams, body: NewMethodUse, status: 201, refusals: ['method_retired', 'method_unfit', 'method_used', 'use_misdated'] }),
  endMethodUse: route({ method: 'POST', path: `${ofInitiative}/:useId/end`, summary: 'End a use, and say what it was good for', ...onInitiative, params: Type.Object({ id: Id, useId: Id }), body: MethodUseEnd, refusals: ['method_unfit', 'use_misdated'] }),
  removeMethodUse: route({ method: 'DELETE', path: `${ofInitiative}/:useId`, summary: 'Take a use away that was recorded by mistake; it stays in the history', ...onInitiative, params: Type.Object({ id: Id, useId: Id }) }),
  previewMethods: route({ method: 'POST', path: `${path}/previews`, summary: 'Read a CSV or XLSX file of items and show what it would add; nothing is written', access: 'edit_strategy', query: Type.Object({ fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: MethodPreview }),
  importMethods: route({ method: 'POST', path: `${path}/imports`, summary: 'Add many items as drafts in one act; those of a name that is there are named and left out', access: 'edit_strategy', body: Type.Object({ items: Type.Array(NewMethodItem, { minItems: 1, maxItems: 500 }) }), reply: LoadedMethods, status: 201, refusals: ['methods_known'] }),
} as const

export type MethodLibraryRefusal = Refusal<'method_there' | 'method_retired' | 'method_unfit' | 'successor_circle' | 'method_used' | 'use_misdated' | 'methods_known'>
export const methodLibraryProblems = {
  method_there: { status: 409, title: 'The item is there', words: 'The method library has an item named {name} already.', exit: 73 },
  method_retired: { status: 409, title: 'The item was retired', words: '{by} retired {name} on {at}: {reason} {instead}', exit: 73 },
  method_unfit: { status: 409, title: 'The item is not ready for this', words: '{name} is {found}; expected {expected}.', exit: 73 },
  successor_circle: { status: 422, title: 'It would lead back to itself', words: '{successor} leads back to {name}; expected an item that does not follow it.', exit: 65 },
  method_used: { status: 409, title: 'It is used already', words: '{initiative} uses {name} since {on}; end that use first.', exit: 73 },
  use_misdated: { status: 422, title: 'The day does not fit', words: 'Found {found} as the day on which the use {what}; expected {expected}.', exit: 65 },
  methods_known: { status: 409, title: 'Nothing was added', words: 'Found {found} items; none could be added. The first: {why}', exit: 73 },
} as const satisfies Record<MethodLibraryRefusal['code'], ProblemKind>
