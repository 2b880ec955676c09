import type { UnitCode } from '../../kernel/index.ts'
import type { Aggregation, Direction, MeasureDefinition } from '../measure/facts.ts'

/** Where on the way from work to effect a measure looks: at what is done, at what it yields, or at what becomes of it. */
export type TellsOf = 'outcome' | 'output' | 'activity'

/** What a definition says that makes two measures comparable. `calculation` is in words; the ends of a band belong to a target, not to it. */
export type Calculated = { readonly calculation: string; readonly unit: UnitCode; readonly direction: Direction['kind']; readonly aggregation: Aggregation }

/** A measure as an organisation defines it once, whoever is measured by it. */
export type LibraryDefinition = Calculated & {
  readonly id: string
  readonly name: string
  readonly tellsOf: TellsOf
  /** It moves before the objective does. */
  readonly leading: boolean
  /** The name of the perspective that it usually belongs to; null where it fits any. */
  readonly perspective: string | null
  /** Words of goals that it fits; a pattern fits where a goal has all of its words. */
  readonly patterns: readonly string[]
}

/** Everything that is written on the sheet of a definition, beside what makes it comparable. */
export type DefinitionSheet = {
  readonly meaning: string
  readonly frequency: MeasureDefinition['frequency']
  /** How it can look good while things get worse. */
  readonly gamingRisk: string
  /** What has to be watched beside it, so that this is seen. */
  readonly watch: string
  readonly source: string
}

/** An entry of the library that the product brings along. */
export type StarterDefinition = Omit<LibraryDefinition, 'id'> & DefinitionSheet
