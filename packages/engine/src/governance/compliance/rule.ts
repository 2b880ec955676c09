import { known, textFigure, type Currency, type Explanation } from '../../kernel/index.ts'
import { sizeOf, valueWords, type Attribute, type AttributeFact, type AttributeKind } from './attributes.ts'
import { allHold, oneHolds, truthOf, type Truth } from './truth.ts'

/** How a condition asks: for words among some or among none of them, for a size from one on (a day: on or after it) or below it (before it). */
export const operators = ['one_of', 'none_of', 'at_least', 'below'] as const
export type Operator = (typeof operators)[number]
/** Asks one attribute. `values` as text: names or ids of choices; minor units, a decimal or a day of a size. */
export type Condition = { readonly attribute: string; readonly operator: Operator; readonly values: readonly string[] }
/** To which initiatives something applies: where all conditions of one of its groups hold. Without any group, to all. */
export type Rule = readonly (readonly Condition[])[]

/** The operators that an attribute of a kind takes. */
export const operatorsOf = (kind: AttributeKind): readonly Operator[] => (kind === 'words' || kind === 'choice' ? ['one_of', 'none_of'] : ['at_least', 'below'])

/** Whether a rule applies: yes, no, or unknown where what nobody gave would decide. */
export const appliesTo = (rule: Rule, facts: ReadonlyMap<string, AttributeFact>, attributes: ReadonlyMap<string, Attribute>): Truth =>
  rule.length === 0 ? 'yes' : oneHolds(rule.map((group) => allHold(group.map((condition) => conditionHolds(condition, facts.get(condition.attribute), attributes.get(condition.attribute))))))

function conditionHolds({ operator, values }: Condition, fact: AttributeFact | undefined, attribute: Attribute | undefined): Truth {
  if (!fact || !attribute || fact.figure.status !== 'ok') return 'unknown'
  if (operator === 'one_of' || operator === 'none_of') {
    const found = values.some((value) => fact.words.includes(value.trim().toLowerCase()))
    return truthOf(found === (operator === 'one_of'))
  }
  const limit = sizeOf(attribute.kind, values[0] ?? '')
  if (fact.size === null || limit === undefined) return 'unknown'
  return truthOf(operator === 'at_least' ? fact.size >= limit : fact.size < limit)
}

/** What is wrong with a rule; `attribute` by its label where it has one. */
export type RuleFault = { readonly attribute: string; readonly found: string; readonly expected: string }

/** The first condition that cannot be asked: of an attribute that is not there, in a way that it does not take, or with a value that it cannot have. */
export function ruleFault(rule: Rule, attributes: readonly Attribute[]): RuleFault | undefined {
  for (const condition of rule.flat()) {
    const fault = conditionFault(condition, attributes)
    if (fault) return fault
  }
  return undefined
}

function conditionFault({ attribute: key, operator, values }: Condition, attributes: readonly Attribute[]): RuleFault | undefined {
  const attribute = attributes.find((one) => one.key === key)
  if (!attribute) return { attribute: key, found: 'an attribute that is not there', expected: 'one that initiatives have' }
  const { label, kind, choices } = attribute
  const takes = operatorsOf(kind)
  if (!takes.includes(operator)) return { attribute: label, found: operator, expected: takes.join(' or ') }
  if (kind === 'words') return undefined
  if (choices) {
    const strange = values.find((value) => !choices.some((one) => one.value.toLowerCase() === value.trim().toLowerCase()))
    return strange === undefined ? undefined : { attribute: label, found: strange, expected: 'one of its choices' }
  }
  if (values.length !== 1) return { attribute: label, found: `${values.length} values`, expected: 'one value' }
  return sizeOf(kind, values[0] ?? '') === undefined ? { attribute: label, found: values[0] ?? '', expected: sizeWords[kind] ?? '' } : undefined
}
const sizeWords: Readonly<Partial<Record<AttributeKind, string>>> = { money: 'an amount in minor units', number: 'a number', date: 'a day, YYYY-MM-DD' }

const operatorWords: Readonly<Record<'words' | 'date' | 'size', Readonly<Record<Operator, string>>>> = {
  words: { one_of: 'is', none_of: 'is not', at_least: '', below: '' }, date: { one_of: '', none_of: '', at_least: 'on or after', below: 'before' }, size: { one_of: '', none_of: '', at_least: 'at least', below: 'below' },
}
/** A condition as a sentence: `Department is Roads or Rail`. */
export function conditionWords({ attribute: key, operator, values }: Condition, attribute: Attribute | undefined, currency: Currency): string {
  if (!attribute) return `${key} (no attribute any more)`
  const how = operatorWords[attribute.kind === 'words' || attribute.kind === 'choice' ? 'words' : attribute.kind === 'date' ? 'date' : 'size'][operator]
  return `${attribute.label} ${how} ${values.map((value) => valueWords(attribute, value, currency)).join(' or ')}`
}

/** A rule as a sentence. */
export const ruleWords = (rule: Rule, attributes: ReadonlyMap<string, Attribute>, currency: Currency): string =>
  rule.length === 0 ? 'All initiatives' : rule.map((group) => group.map((condition) => conditionWords(condition, attributes.get(condition.attribute), currency)).join(', and ')).join('; or ')

/** Why a rule applies, does not, or nobody can tell (compliance): each condition with what was found. */
export function whyApplies(rule: Rule, facts: ReadonlyMap<string, AttributeFact>, attributes: ReadonlyMap<string, Attribute>, currency: Currency): Explanation {
  const told = (condition: Condition): Explanation => {
    const [attribute, fact] = [attributes.get(condition.attribute), facts.get(condition.attribute)]
    const truth = conditionHolds(condition, fact, attribute)
    return { term: conditionWords(condition, attribute, currency), figure: known(textFigure(truth)), ...(attribute && fact ? { terms: [{ term: attribute.label, figure: fact.figure }] } : {}) }
  }
  const groups = rule.map((group): readonly Explanation[] => group.map(told))
  const alone = groups.length === 1 ? groups[0] : undefined
  return {
    term: 'Applies', figure: known(textFigure(appliesTo(rule, facts, attributes))), formula: 'compliance', ...(rule.length === 0 ? { note: 'It is of all initiatives' } : {}),
    terms: alone ?? groups.map((terms, at) => ({ term: `Group ${at + 1}`, figure: known(textFigure(allHold((rule[at] ?? []).map((condition) => conditionHolds(condition, facts.get(condition.attribute), attributes.get(condition.attribute)))))), terms })),
  }
}
