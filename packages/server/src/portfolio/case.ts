import { createHash } from 'node:crypto'
import type { SelectionCase } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { fiscalYearLabel, fiscalYearOf, money, type CivilDate } from '@throughline/engine/kernel'
import { prepareCase, type SelectionInput, type ValueChoice } from '@throughline/engine/portfolio'
import { caseFactsOf, type PortfolioFacts } from './facts.ts'

/** Candidates, years, departments and ties to select from, as the wire gives them. */
export function presentCase(facts: PortfolioFacts, value: ValueChoice, today: CivilDate): SelectionCase {
  const prepared = caseOf(facts, value, today)
  const latest = facts.publications.at(-1)
  const candidates = new Set(prepared.input.candidates.map(({ id }) => id))
  const wireMoney = (minor: number) => toWire(money(BigInt(minor), facts.currency))
  return {
    value,
    valueUnit: value === 'strategic' ? 'points' : 'money',
    publication: latest ? { id: latest.id, title: latest.title, asOf: latest.asOf } : null,
    input: prepared.input,
    years: prepared.years.map(({ year, demandMinor }) => ({ year, label: fiscalYearLabel(facts.calendar, year), demand: wireMoney(demandMinor) })),
    departments: prepared.departments.map(({ id, name, demandMinor }) => ({ id, name, demand: wireMoney(demandMinor) })),
    totals: { candidates: prepared.totals.candidates, cost: wireMoney(prepared.totals.costMinor), value: prepared.totals.value },
    ratings: facts.initiatives.flatMap(({ id, rating }) => (rating && candidates.has(id) ? [{ id, rating }] : [])),
    left: prepared.left.map(({ id, key, name, because }) => ({ initiative: { id, key, name }, because })),
    derived: [...prepared.notes],
  }
}

/** The case as the engine knows it. Budgets can be set from the fiscal year after the newest position on, or after today without one. */
export function caseOf(facts: PortfolioFacts, value: ValueChoice, today: CivilDate) {
  const asOf = facts.publications.at(-1)?.asOf ?? today
  return prepareCase(caseFactsOf(facts), facts.ties, value, facts.currency, fiscalYearOf(facts.calendar, asOf) + 1)
}

/** Names the candidates of an input: two inputs with the same hash have the same candidates, values, costs and ties. */
export const inputHash = (input: SelectionInput): string => createHash('sha256').update(JSON.stringify([input.currency, [...input.candidates].sort((a, b) => (a.id < b.id ? -1 : 1))])).digest('hex')

