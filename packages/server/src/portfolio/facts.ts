import { spreadCost, type InitiativeFacts, type PublicationFacts, type ReportFacts, type TieFacts } from '@throughline/engine/demand'
import type { FiscalCalendar } from '@throughline/engine/kernel'
import type { CaseFacts } from '@throughline/engine/portfolio'
import { alignment, type StrategyFacts } from '@throughline/engine/strategy'
import type { Tx } from '../database/index.ts'
import { publishedYears, readInitiatives, readInitiativesOf, readPublications, readReports, readTies, readYears, type GivenYears } from '../demand/index.ts'
import { readOrganisation } from '../people/index.ts'
import { readStrategyFacts } from '../strategy/index.ts'

/** What the portfolio room knows when it answers: read once, in one snapshot. */
export type PortfolioFacts = {
  readonly initiatives: readonly InitiativeFacts[]
  /** Oldest first. */
  readonly publications: readonly PublicationFacts[]
  readonly reports: readonly ReportFacts[]
  /** What was given by year, by initiative. */
  readonly years: ReadonlyMap<string, GivenYears>
  readonly ties: TieFacts
  readonly strategy: StrategyFacts
  readonly currency: string
  readonly calendar: FiscalCalendar
}

/** Everything, or, where `ids` are given, what is known of some initiatives. */
export async function readPortfolioFacts(tx: Tx, ids?: readonly string[]): Promise<PortfolioFacts> {
  const { currency, calendar } = await readOrganisation(tx)
  const publications = [...(await readPublications(tx))].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  const initiatives = ids === undefined ? await readInitiatives(tx) : await readInitiativesOf(tx, ids)
  return { initiatives, years: await readYears(tx, initiatives.map(({ id }) => id), currency), publications, reports: await readReports(tx, ids === undefined ? {} : { initiativeIds: ids }), ties: await readTies(tx), strategy: await readStrategyFacts(tx), currency, calendar }
}

/** The current initiatives as facts of a selection case. */
export function caseFactsOf({ initiatives, reports, years, strategy, calendar }: PortfolioFacts): readonly CaseFacts[] {
  const reportsOf = Map.groupBy(reports, ({ initiativeId }) => initiativeId)
  const links = Map.groupBy(strategy.contributions, ({ initiativeId }) => initiativeId)
  return initiatives
    .filter(({ current }) => current)
    .map((facts) => ({
      id: facts.id, key: facts.key, name: facts.name, unitId: facts.unitId, unitName: facts.unitName, mandatory: facts.mandatory, cost: facts.cost, benefits: facts.benefits,
      alignment: alignment(strategy.objectives, links.get(facts.id) ?? []).metric,
      costByYear: facts.cost.status === 'ok' ? spreadCost({ total: facts.cost.value, startOn: facts.startOn, endOn: facts.endOn, known: [...publishedYears(reportsOf.get(facts.id) ?? [], calendar), ...(years.get(facts.id)?.cost ?? [])] }, calendar).lines : [],
    }))
}
