import type { InitiativeFacts, InitiativeKind, InitiativeState } from '../../demand/index.ts'
import { dateFigure, dayNumber, formatDecimal, isCivilDate, known, mapMetric, minorDigits, missing, money, moneyFigure, numberFigure, parseDecimal, textFigure, undefinedBecause, type Currency, type Figure, type Metric, type Money } from '../../kernel/index.ts'

/** What an attribute holds: words of which some are asked for, or a size that is compared. */
export type AttributeKind = 'words' | 'choice' | 'money' | 'number' | 'date'
/** Something by which a rule tells initiatives apart. `choices`: the only values that there are, where they are fixed. */
export type Attribute = { readonly key: string; readonly label: string; readonly kind: AttributeKind; readonly choices?: readonly { readonly value: string; readonly label: string }[] }
/** What an initiative has of an attribute. `words` in lower case: all by which it is found; `size` in minor units, millionths or days. */
export type AttributeFact = { readonly figure: Metric<Figure>; readonly words: readonly string[]; readonly size: bigint | null }

/** A unit with the one it belongs to, and a field that the organisation added. */
export type RuleUnit = { readonly id: string; readonly name: string; readonly parentId: string | null }
export type RuleField = { readonly id: string; readonly name: string; readonly kind: 'text' | 'number' | 'money' | 'date' | 'choice' | 'yes_no'; readonly choices: readonly string[] }
/** What attributes are made of: the organisation’s units, fields and currency; `amounts`: whether whoever asks may see amounts. */
export type RuleWorld = { readonly units: readonly RuleUnit[]; readonly fields: readonly RuleField[]; readonly currency: Currency; readonly amounts: boolean }

const kinds: Readonly<Record<InitiativeKind, string>> = { programme: 'programme', project: 'project', product: 'product', bundle: 'bundle', bau_improvement: 'BAU improvement' }
const states: Readonly<Record<InitiativeState, string>> = { idea: 'idea', case: 'case', approved: 'approved', active: 'active', on_hold: 'on hold', closing: 'closing', closed: 'closed', stopped: 'stopped' }
const labelled = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
const yesNo = labelled({ yes: 'yes', no: 'no' })
const fieldKinds: Readonly<Record<RuleField['kind'], AttributeKind>> = { text: 'words', number: 'number', money: 'money', date: 'date', choice: 'choice', yes_no: 'choice' }

/** Every attribute that a rule can ask for: those of all initiatives, then the organisation’s own fields. */
export const attributesOf = ({ units, fields }: Pick<RuleWorld, 'units' | 'fields'>): readonly Attribute[] => [
  { key: 'unit', label: 'Department', kind: 'choice', choices: units.map(({ id, name }) => ({ value: id, label: name })) },
  { key: 'category', label: 'Category', kind: 'words' },
  { key: 'kind', label: 'Kind', kind: 'choice', choices: labelled(kinds) },
  { key: 'state', label: 'State', kind: 'choice', choices: labelled(states) },
  { key: 'mandatory', label: 'Mandatory', kind: 'choice', choices: yesNo },
  { key: 'cost', label: 'Whole-life cost', kind: 'money' }, { key: 'benefits', label: 'Benefits', kind: 'money' }, { key: 'start', label: 'Start', kind: 'date' }, { key: 'end', label: 'End', kind: 'date' },
  ...fields.map(({ id, name, kind, choices }): Attribute => ({ key: `field:${id}`, label: name, kind: fieldKinds[kind], ...(kind === 'choice' ? { choices: choices.map((value) => ({ value, label: value })) } : kind === 'yes_no' ? { choices: yesNo } : {}) })),
]

/** Millionths in a number: finer differences decide nothing. */
const numberDigits = 6
/** What is compared of a date, an amount in minor units or a number, as text; undefined where it is none. */
export function sizeOf(kind: AttributeKind, text: string): bigint | undefined {
  if (kind === 'date') return isCivilDate(text) ? BigInt(dayNumber(text)) : undefined
  return kind === 'money' ? (/^-?\d+$/.test(text) ? BigInt(text) : undefined) : parseDecimal(text, numberDigits)
}

/** What an initiative has of each attribute, by its key; `custom` are its values of the organisation’s fields. What nobody gave is missing. */
export function factsOf(initiative: InitiativeFacts, custom: Readonly<Record<string, string>>, { units, fields, currency, amounts }: RuleWorld): ReadonlyMap<string, AttributeFact> {
  const text = (key: string, value: string | null, found: readonly string[] = value === null ? [] : [value]): AttributeFact => ({ figure: value === null ? missing(key) : known(textFigure(value)), words: found.map((one) => one.toLowerCase()), size: null })
  const day = (key: string, value: string | null): AttributeFact => ({ figure: value === null ? missing(key) : known(dateFigure(value)), words: [], size: value === null ? null : BigInt(dayNumber(value)) })
  const amount = (metric: Metric<Money>): AttributeFact => (amounts ? { figure: mapMetric(metric, moneyFigure), words: [], size: metric.status === 'ok' ? metric.value.minor : null } : { figure: undefinedBecause('WITHHELD'), words: [], size: null })
  const own = ({ id, kind }: RuleField): AttributeFact => {
    const [key, value] = [`field:${id}`, custom[id] ?? null]
    if (kind === 'date') return day(key, value)
    if (kind === 'money') return amount(value === null ? missing(key) : known(money(BigInt(value), currency)))
    if (kind === 'number') return value === null ? text(key, null) : { figure: known(numberFigure(Number(value))), words: [], size: sizeOf('number', value) ?? null }
    return text(key, value)
  }
  return new Map<string, AttributeFact>([
    ['unit', text('unit', initiative.unitName, above(units, initiative.unitId))],
    ['category', text('category', initiative.category)], ['kind', text('kind', initiative.kind)], ['state', text('state', initiative.state)], ['mandatory', text('mandatory', initiative.mandatory ? 'yes' : 'no')],
    ['cost', amount(initiative.cost)], ['benefits', amount(initiative.benefits)], ['start', day('start', initiative.startOn)], ['end', day('end', initiative.endOn)],
    ...fields.map((field) => [`field:${field.id}`, own(field)] as const),
  ])
}

/** A unit and those that it belongs to. */
function above(units: readonly RuleUnit[], id: string | null): readonly string[] {
  const found: string[] = []
  for (let at = units.find((one) => one.id === id); at && !found.includes(at.id); ) {
    found.push(at.id)
    const { parentId } = at
    at = units.find((one) => one.id === parentId)
  }
  return found
}

/** A value of a rule as it is read: an amount in the main unit, the label of a choice. */
export const valueWords = ({ kind, choices }: Attribute, value: string, currency: Currency): string =>
  kind === 'money' && /^-?\d+$/.test(value) ? `${grouped(formatDecimal(BigInt(value), minorDigits(currency)))} ${currency}` : (choices?.find((one) => one.value === value)?.label ?? value)

/** `1000000.00` → `1 000 000`, as a sentence tells it in every language. */
const grouped = (decimal: string): string => decimal.replace(/\.0+$/, '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ' ')
