import type { Rating } from '../../demand/index.ts'
import type { CivilDate } from '../../kernel/index.ts'

/** Amounts of an initiative of which the portfolio has totals. */
export const changeFields = ['cost', 'benefits', 'inYearBaseline', 'inYearForecast'] as const
export type ChangeField = (typeof changeFields)[number]

/** What an initiative on the list is at one moment, as far as totals and counts see it. An amount in minor units; null where there is none. */
export type MomentLine = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly unitId: string | null
  readonly rating: Rating | null
  readonly startOn: CivilDate | null
  readonly endOn: CivilDate | null
  readonly amounts: Readonly<Record<ChangeField, bigint | null>>
}

/** Why a figure of the portfolio moved, in the words of an explanation. */
export const causes = {
  joined: 'joined the list',
  left: 'left the list',
  publication: 'a new publication',
  correction: 'a correction of an earlier publication',
  undone_import: 'an import taken back',
  edit: 'changed by hand',
  scenario: 'a scenario approved',
  position: 'another position',
  listing: 'listed anew',
} as const
export type Cause = keyof typeof causes

/** The amounts of an initiative after an act between the two moments. Steps of one initiative stand in the order of their acts. */
export type Step = { readonly initiativeId: string; readonly cause: Cause; readonly amounts: MomentLine['amounts'] }

/** Two moments of one organisation and what lies between them. */
export type Between = {
  readonly from: readonly MomentLine[]
  readonly to: readonly MomentLine[]
  readonly steps: readonly Step[]
  /** What is to blame for a difference that no step explains. */
  readonly otherwise: Cause
}
