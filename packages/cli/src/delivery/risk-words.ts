import { deliveryRoutes, type Issue, type Risk, type RiskList } from '@throughline/contract/delivery'
import { issueSeverities, responseStrategies } from '@throughline/engine/delivery'
import { findInitiative } from '../demand/index.ts'
import type { Caller } from '../terminal/call.ts'
import { UsageError, wordAt, type Option, type Typed } from '../terminal/command.ts'
import { readAmount } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'

type Opened = { readonly id: string; readonly list: RiskList }
/** The register of the initiative that the first word names, with all its risks. */
export async function openRegister(call: Caller, typed: Typed): Promise<Opened> {
  const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
  let list = await call(deliveryRoutes.listRisks, { params: { id }, query: { limit: 500 } })
  while (list.risks.length < list.total) {
    const more = await call(deliveryRoutes.listRisks, { params: { id }, query: { from: list.risks.length, limit: 500 } })
    if (more.risks.length === 0) break
    list = { ...list, risks: [...list.risks, ...more.risks] }
  }
  return { id, list }
}
/** The risk that a word means. @throws UsageError where none or several do. */
export const riskOf = (list: RiskList, word: string): Risk => oneOf('risk', list.risks, word, ({ key, title }) => [key, title])
/** The issue of an initiative that a word means. @throws UsageError where none or several do. */
export async function issueOf(call: Caller, id: string, word: string): Promise<Issue> {
  const issues: Issue[] = []
  for (let total = 1; issues.length < total; ) {
    const page = await call(deliveryRoutes.listIssues, { params: { id }, query: { from: issues.length, limit: 500 } })
    if (page.issues.length === 0) break
    issues.push(...page.issues)
    total = page.total
  }
  return oneOf('issue', issues, word, ({ key, title }) => [key, title])
}
/** @throws UsageError for what is no day. */
export function dayIn(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new UsageError(`Found the day ${text}; expected one such as 2027-03-31.`)
  return text
}
/** A share as a person types it: `30%` or `0.3`. @throws UsageError for what is none. */
export function shareIn(text: string): number {
  const match = /^(\d{1,3}(?:\.\d{1,4})?)(%)?$/.exec(text.trim())
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : Number.NaN
  if (!(share >= 0 && share <= 1)) throw new UsageError(`Found the probability ${text}; expected a share such as 30% or 0.3.`)
  return share
}
/** @throws UsageError for what is no severity of an issue. */
export function severityIn(text: string): Issue['severity'] {
  const severity = issueSeverities.find((one) => one === text.toLowerCase())
  if (!severity) throw new UsageError(`Found --severity ${text}; expected ${issueSeverities.join(', ')}.`)
  return severity
}

/** What can be said of a risk by options. */
export const riskOptions = {
  probability: { about: 'Such as 30%', takes: 'share' }, impact: { about: 'The most likely amount', takes: 'amount' }, low: { about: 'The lowest amount', takes: 'amount' }, high: { about: 'The highest amount', takes: 'amount' }, by: { about: 'The day by which it may come', takes: 'date' }, owner: { about: 'Who answers for it', takes: 'name' },
  response: { about: responseStrategies.join(', '), takes: 'strategy' }, actions: { about: 'What is done', takes: 'words' }, due: { about: 'By when that is due', takes: 'date' }, identified: { about: 'When it was identified; today unless said', takes: 'date' },
} as const satisfies Readonly<Record<string, Option>>

/** What of a risk the options say; `none` takes back what may be nothing. @throws UsageError for what cannot be read. */
export function riskGiven(typed: Typed, currency: string): object {
  const orNone = <V>(read: (text: string) => V) => (text: string): V | null => (text.toLowerCase() === 'none' ? null : read(text))
  const given = <V>(option: string, field: string, read: (text: string) => V) => (typed.one(option) === undefined ? {} : { [field]: read(typed.one(option) ?? '') })
  const amount = orNone((text) => readAmount(text, currency).toString())
  const [words, day] = [(text: string): string => text, orNone(dayIn)]
  const strategy = orNone((text) => {
    const found = responseStrategies.find((one) => one === text.toLowerCase())
    if (!found) throw new UsageError(`Found --response ${text}; expected ${responseStrategies.join(', ')}, or none.`)
    return found
  })
  return {
    ...given('title', 'title', words), ...given('probability', 'probability', orNone(shareIn)), ...given('impact', 'impactMinor', amount), ...given('low', 'impactLowMinor', amount), ...given('high', 'impactHighMinor', amount), ...given('by', 'proximityOn', day), ...given('owner', 'owner', orNone(words)),
    ...given('response', 'strategy', strategy), ...given('actions', 'actions', words), ...given('due', 'dueOn', day), ...given('done', 'doneOn', day), ...given('identified', 'identifiedOn', dayIn),
  }
}
