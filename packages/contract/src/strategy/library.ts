import { Type, type Static } from 'typebox'
import { Decimal, Id, IdParams, Instant, LongText, Nullable, OneOf, Seen, ShortText, Version, route } from '../wire/index.ts'
import { ObjectiveMix } from './goals.ts'
import { LibrarySheet, TellsOf } from './measure-settings.ts'
import { Aggregation, Direction, Frequency, MeasureTarget, UnitCode } from './schemas.ts'

/** A measure as an organisation defines it once. What makes two definitions one is calculation, unit, direction and aggregation. */
export const NewDefinition = Type.Object({
  name: ShortText(200), calculation: ShortText(1000), unit: UnitCode, direction: Direction, aggregation: Aggregation, frequency: Frequency, leading: Type.Boolean(), perspective: Nullable(ShortText(80)),
  patterns: Type.Array(ShortText(80), { maxItems: 40, description: 'Words of goals that it fits' }), ...LibrarySheet.properties,
})
export type NewDefinition = Static<typeof NewDefinition>
/** A measure that has a definition, and an objective that it measures. */
const MeasureUse = Type.Object({ measureId: Id, measure: Type.String(), objectiveId: Id, objective: Type.String(), strategy: Type.String() })
export type MeasureUse = Static<typeof MeasureUse>
export const Definition = Type.Object({
  id: Id, ...NewDefinition.properties, origin: OneOf(['starter', 'entered', 'imported']), retired: Nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() })), version: Version,
  /** Where it is measured by now. */
  usedBy: Type.Array(MeasureUse),
})
export type Definition = Static<typeof Definition>

export const MeasureLibrary = Type.Object({ /** In force by name, then retired ones. */ definitions: Type.Array(Definition), /** Definitions of the starter library that are not taken over. */ starter: Type.Integer() })
export type MeasureLibrary = Static<typeof MeasureLibrary>
export const DefinitionChange = Type.Object({ version: Version, ...Type.Partial(NewDefinition).properties })
export const DefinitionRetirement = Type.Object({ version: Version, reason: ShortText(2000) })
export const NewDefinitions = Type.Object({ definitions: Type.Array(NewDefinition, { minItems: 1, maxItems: 500 }) })
/** What of many definitions was added, and why the others were not. */
export const LoadedDefinitions = Type.Object({ added: Type.Integer(), skipped: Type.Array(Type.Object({ name: Type.String(), words: Type.String() })), library: MeasureLibrary })
export type LoadedDefinitions = Static<typeof LoadedDefinitions>

/** What a file of definitions holds, row by row, before anything is written. */
export const DefinitionPreview = Type.Object({
  fileName: Type.String(), recognised: Type.String(), definitions: Type.Array(NewDefinition),
  issues: Type.Array(Type.Object({ line: Nullable(Type.Integer()), column: Nullable(Type.String()), found: Type.String(), expected: Type.String() })),
})
export type DefinitionPreview = Static<typeof DefinitionPreview>

/** A measure that may suit an objective. `link`: the very measure of the same strategy; `repeat`: one of the same definition as another unit's; `define`: a definition that nobody uses yet. */
export const MeasureCandidate = Type.Object({
  act: OneOf(['link', 'repeat', 'define']), from: Type.Object({ kind: OneOf(['measure', 'definition']), id: Id }), name: Type.String(), tellsOf: Nullable(TellsOf), leading: Type.Boolean(), definitionId: Nullable(Id),
  usedBy: Type.Array(Type.Object({ measureId: Id, objective: Type.String(), strategy: Type.String() })), /** Why it is proposed, each a sentence; what words suggest says so. */ reasons: Type.Array(Type.String()),
})
export type MeasureCandidate = Static<typeof MeasureCandidate>
/** An objective of the organisation or of a unit with what measures it and what may. `linkId` is of a measure that belongs to another objective. */
export const ObjectiveMeasures = Type.Object({
  mix: ObjectiveMix, measures: Type.Array(Type.Object({ id: Id, name: Type.String(), tellsOf: Nullable(TellsOf), leading: Type.Boolean(), linkId: Nullable(Id), linkVersion: Nullable(Version) })),
  /** What is in use comes first, for comparability. */
  candidates: Type.Array(MeasureCandidate),
})
export type ObjectiveMeasures = Static<typeof ObjectiveMeasures>
export const ChosenMeasure = Type.Object({
  from: Type.Object({ kind: OneOf(['measure', 'definition']), id: Id }), target: Type.Optional(MeasureTarget), band: Type.Optional(Nullable(Type.Object({ low: Decimal, high: Decimal }))), owner: Type.Optional(Nullable(ShortText())), dataSource: Type.Optional(LongText(500)),
})
export type ChosenMeasure = Static<typeof ChosenMeasure>

export const libraryRoutes = {
  readLibrary: route({ method: 'GET', path: '/api/strategy/library', summary: 'Definitions of measures with their sheets and where each is used', access: 'read', reply: MeasureLibrary }),
  addDefinition: route({ method: 'POST', path: '/api/strategy/library', summary: 'Define a measure in the library; one that is defined already is refused with where it is used', access: 'edit_strategy', body: NewDefinition, reply: MeasureLibrary, status: 201, refusals: ['name_taken', 'unit_unknown', 'calculation_empty', 'definition_exists'] }),
  changeDefinition: route({ method: 'PATCH', path: '/api/strategy/library/:id', summary: 'Change a definition; measures that were chosen by it keep their own', access: 'edit_strategy', params: IdParams, body: DefinitionChange, reply: MeasureLibrary, refusals: ['name_taken', 'unit_unknown', 'calculation_empty', 'definition_exists', 'definition_retired'] }),
  retireDefinition: route({ method: 'POST', path: '/api/strategy/library/:id/retirement', summary: 'Retire a definition, with the reason; it is proposed no longer, and what is measured by it stays', access: 'edit_strategy', params: IdParams, body: DefinitionRetirement, reply: MeasureLibrary, refusals: ['definition_retired'] }),
  loadStarterLibrary: route({ method: 'POST', path: '/api/strategy/library/starter', summary: 'Take over the definitions of the starter library that are not there yet', access: 'edit_strategy', reply: LoadedDefinitions, status: 201, refusals: ['definitions_known'] }),
  previewDefinitions: route({ method: 'POST', path: '/api/strategy/library/previews', summary: 'Read a CSV or XLSX file of definitions and show what it would add; nothing is written', access: 'edit_strategy', query: Type.Object({ fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: DefinitionPreview }),
  importDefinitions: route({ method: 'POST', path: '/api/strategy/library/imports', summary: 'Add many definitions in one act; those that are there already are named and left out', access: 'edit_strategy', body: NewDefinitions, reply: LoadedDefinitions, status: 201, refusals: ['definitions_known'] }),
  proposeMeasures: route({ method: 'GET', path: '/api/strategy/objectives/:id/measures', summary: 'What measures an objective of the organisation or of a unit, and what may: measures in use first, each with its reasons', access: 'read', params: IdParams, reply: ObjectiveMeasures }),
  chooseMeasure: route({ method: 'POST', path: '/api/strategy/objectives/:id/measures', summary: 'Measure an objective by a definition of the library, or by a measure in use: linked within a strategy, repeated with figures of its own in another', access: 'edit_strategy', params: IdParams, body: ChosenMeasure, reply: ObjectiveMeasures, status: 201, refusals: ['name_taken', 'due_before_baseline', 'band_unsound', 'definition_retired', 'measure_defined'] }),
  unlinkMeasure: route({ method: 'DELETE', path: '/api/strategy/measure-links/:id', summary: 'Link a measure to an objective no longer; the measure stays with its own', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'measure_link', reply: ObjectiveMeasures }),
} as const
