import type { PlanDifference, ScenarioState, Sharing, ToldValue } from '@throughline/contract/portfolio'
import { yearOfField, type FieldValue } from '@throughline/engine/portfolio'
import { kindWords, stateWords } from '../../../demand/index.ts'
import type { Format } from '../../../format/index.ts'
import type { Tone } from '../../../ui/tone.ts'

/** Where a scenario stands, with its mark. */
export const standingWords: Readonly<Record<ScenarioState, { readonly word: string; readonly tone: Tone }>> = {
  draft: { word: 'Draft', tone: 'none' }, proposed: { word: 'Proposed', tone: 'warn' }, approved: { word: 'Approved', tone: 'done' }, rejected: { word: 'Rejected', tone: 'bad' }, withdrawn: { word: 'Withdrawn', tone: 'none' },
}
export const sharingWords: Readonly<Record<Sharing, string>> = { private: 'Only its author', people: 'Its author and named people', everyone: 'Everybody' }

/** What a field of ours is called; fiscal years and the organisation's own are named in field-names.tsx. */
export const fieldWords: Readonly<Record<string, string>> = {
  exists: 'In the plan', key: 'Key', name: 'Name', kind: 'Kind', state: 'State', unitId: 'Department', category: 'Category', sponsor: 'Sponsor', mandatory: 'Mandatory', startOn: 'Start', endOn: 'End', costMinor: 'Cost', benefitsMinor: 'Benefits',
  description: 'Description', statement: 'Statement', weight: 'Weight', deadline: 'Deadline', contribution: 'Contribution', initiativeIds: 'Initiatives',
}

/** What stands for an amount that is kept from who looks. */
export const withheldWord = 'withheld'
const isWithheld = (value: ToldValue): value is Exclude<ToldValue, FieldValue> => typeof value === 'object' && value !== null && 'status' in value

/** What turns ids into names and amounts into figures. */
export type ValueWords = { readonly currency: string; readonly format: Format; unitName(id: string): string }

/** The content of a field for a reader. */
export function valueWordsOf(field: string, value: ToldValue, { currency, format, unitName }: ValueWords): string {
  if (value === null) return 'nothing'
  if (isWithheld(value)) return withheldWord
  if (Array.isArray(value)) return format.count(value.length, 'initiative', 'initiatives')
  if (yearOfField(field)) return format.moneyShort({ minor: String(value), currency })
  switch (field) {
    case 'costMinor':
    case 'benefitsMinor':
      return format.moneyShort({ minor: String(value), currency })
    case 'state':
      return stateWords[value as keyof typeof stateWords] ?? String(value)
    case 'kind':
      return kindWords[value as keyof typeof kindWords] ?? String(value)
    case 'unitId':
      return unitName(String(value))
    case 'startOn':
    case 'endOn':
    case 'deadline':
      return format.date(String(value))
    case 'weight':
      return format.percent(Number(value), 1)
    case 'contribution':
      return format.signed(Number(value), 2)
    case 'description':
      return String(value).length > 120 ? `${String(value).slice(0, 117)}…` : String(value)
    default:
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  }
}

export const whatWords: Readonly<Record<PlanDifference['what'], string>> = { added: 'Added', removed: 'Removed', changed: 'Changed' }
export const subjectWords: Readonly<Record<PlanDifference['kind'], string>> = { initiative: 'Initiative', objective: 'Objective', contribution: 'Contribution', dependency: 'Dependency', exclusion: 'Exclusion' }
