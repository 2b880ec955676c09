import type { Cockpit, DecisionPage, DecisionsAsk, MovementPage, MovementsAsk } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { ok, undefinedBecause, type Metric, type Money } from '@throughline/engine/kernel'
import { weightServed, type ContributionFacts } from '@throughline/engine/strategy'
import type { Static } from 'typebox'
import type { Db, Scope } from '../../database/index.ts'
import type { PublicationRow } from '../../demand/index.ts'
import { overAll, rolledUp, type Rolling } from '../../rollups/index.ts'
import { figuresOf, keptSources, partsListed, printedSources, sumOf } from './explained.ts'
import { decisionPage, movedPage } from './pages.ts'
import { readSnapshot, type Snapshot } from './snapshot.ts'
import { readCells, readPoint, readSources, readStanding, type Standing, type Tally } from './store/figures.ts'
import { numbersOf } from './store/lines.ts'

/** How many movements and decisions the page is sent at first; how many there are in all is always said. */
export const shownFirst = 100

/** What the portfolio costs and promises, its health, what moved since the previous position, and what needs a decision; added up by the database. */
export const cockpitOf = (db: Db, scope: Scope) =>
  rolledUp<Cockpit, never>(db, scope, { kind: 'cockpit', asked: null }, async (rolling) => {
    const snapshot = await readSnapshot(rolling.tx)
    const { tx, zero, currency, publications, previous, now, before, objectives } = snapshot
    const standing = await overAll(tx, () => readStanding(tx, now, { groups: true, most: partsListed }))
    const figures = figuresOf(standing, zero, keptSources(await readSources(tx, idsOf(standing))))
    const of = (kind: Tally['kind']): readonly Tally[] => standing.tallies.filter((tally) => tally.kind === kind)
    const [all] = of('all')
    const serving = new Map(of('objective').map((tally) => [tally.id, tally]))
    const decisions = await decisionPage(snapshot, servedOf(standing), undefined, { from: 0, limit: shownFirst })
    return ok({
      publication: refOf(publications.at(-1)), previous: refOf(previous), initiatives: all?.count ?? 0, currency,
      cost: toWire(figures.cost), benefits: toWire(figures.benefits), ratio: toWire(figures.ratio), inYearForecast: toWire(figures.inYearForecast),
      before: previous && before ? await beforeOf(snapshot, previous.id) : nothingBefore,
      strategyFunded: toWire(weightServed(objectives, [...servedOf(standing)].map(servedBy))) as Cockpit['strategyFunded'],
      trend: await trendOf(rolling, snapshot),
      health: {
        scale: scaleOf(all), all: healthOf(all),
        byUnit: bySize(of('unit').map((tally) => ({ id: tally.id, name: tally.name ?? '', ...groupOf(tally, zero) }))),
        byCategory: bySize(of('category').map((tally) => ({ id: null, name: tally.name ?? '', ...groupOf(tally, zero) }))),
      },
      objectives: objectives.map(({ id, statement, weight }) => ({ id, statement, weight, ...groupOf(serving.get(id) ?? nobody, zero) })),
      moved: await movedPage(snapshot, undefined, { from: 0, limit: shownFirst }),
      decisions: decisions.items, decisionsInAll: decisions.inAll, decisionCounts: decisions.counts,
    })
  })

/** A page of what moved since the previous position. */
export const movementsOf = (db: Db, scope: Scope, { kind, from = 0, limit = shownFirst }: Static<typeof MovementsAsk>) =>
  rolledUp<MovementPage, never>(db, scope, { kind: 'movements', asked: { kind, from, limit } }, async ({ tx, stamp }) => {
    const { counts, inAll, items } = await movedPage(await readSnapshot(tx), kind, { from, limit })
    return ok({ total: kind === undefined ? inAll : counts[kind], from, stamp, items })
  })

/** A page of what needs a decision. */
export const decisionsOf = (db: Db, scope: Scope, { kind, from = 0, limit = shownFirst }: Static<typeof DecisionsAsk>) =>
  rolledUp<DecisionPage, never>(db, scope, { kind: 'decisions', asked: { kind, from, limit } }, async ({ tx, stamp }) => {
    const snapshot = await readSnapshot(tx)
    const served = servedOf(await overAll(tx, () => readStanding(tx, snapshot.now, { groups: true, most: 0 })))
    const { counts, inAll, items } = await decisionPage(snapshot, served, kind, { from, limit })
    return ok({ total: kind === undefined ? inAll : counts[kind], from, stamp, items })
  })

const refOf = (publication: PublicationRow | undefined) => (publication ? { id: publication.id, title: publication.title, asOf: publication.as_of } : null)
const idsOf = ({ largest }: Standing): readonly string[] => [...new Set(largest.map(({ id }) => id))]
/** The objectives that a current initiative serves. */
const servedOf = ({ tallies }: Standing): ReadonlySet<string> => new Set(tallies.flatMap(({ kind, id }) => (kind === 'objective' && id !== null ? [id] : [])))
/** That an objective is served is all that its share of the weight asks. */
const servedBy = (objectiveId: string): ContributionFacts => ({ initiativeId: '', objectiveId, contribution: 1, rationale: '', origin: 'entered' })

async function beforeOf({ tx, before, zero }: Snapshot, publicationId: string): Promise<Cockpit['before']> {
  if (!before) return nothingBefore
  const standing = await overAll(tx, () => readStanding(tx, before, { groups: false, most: partsListed }))
  const { cost, benefits, ratio } = figuresOf(standing, zero, printedSources(await readCells(tx, publicationId, idsOf(standing))))
  return { cost: toWire(cost), benefits: toWire(benefits), ratio: toWire(ratio), initiatives: standing.tallies.find(({ kind }) => kind === 'all')?.count ?? 0 }
}

const absent = undefinedBecause('NO_EARLIER_PUBLICATION')
const none = (term: string) => toWire({ metric: absent, why: { term, figure: absent } })
const nothingBefore: Cockpit['before'] = { cost: none('Cost before'), benefits: none('Benefits before'), ratio: none('Benefit-cost ratio before'), initiatives: null }

/** One point for each publication. What was published never changes, so a point is added up once for good. */
async function trendOf({ part, tx }: Rolling, { publications, zero }: Snapshot): Promise<Cockpit['trend']> {
  const trend: Cockpit['trend'] = []
  for (const publication of publications.filter(({ whole }) => whole)) {
    const point = (await part('position', publication.id, async () => (await readPoint(tx, numbersOf(publication.id))) ?? nobody, 'always')) as typeof nobody
    const { initiatives, cost, benefits, health } = groupOf(point, zero)
    trend.push({ publication: { id: publication.id, title: publication.title, asOf: publication.as_of }, initiatives, cost, benefits, health, scale: scaleOf(point) })
  }
  return trend
}

type Counted = Omit<Tally, 'kind' | 'id' | 'name'>
const nobody: Counted = {
  count: 0, green: 0, amber_green: 0, amber: 0, amber_red: 0, red: 0, none: 0, least_scale: null, most_scale: null,
  cost_sum: null, cost_least: null, cost_most: null, cost_known: 0, cost_because: 0, benefits_sum: null, benefits_least: null, benefits_most: null, benefits_known: 0, benefits_because: 0,
  forecast_sum: null, forecast_least: null, forecast_most: null, forecast_known: 0, forecast_because: 0,
}

const groupOf = (tally: Counted, zero: Money) => ({ initiatives: tally.count, cost: toWire(sumOf(tally, 'cost', zero)), benefits: toWire(sumOf(tally, 'benefits', zero)), health: healthOf(tally) })
const healthOf = ({ green, amber_green, amber, amber_red, red, none: unrated }: Counted = nobody): Cockpit['health']['all'] => ({ green, amber_green, amber, amber_red, red, none: unrated })
/** The one scale that all rated lines share; null where there is none or they differ. */
const scaleOf = ({ least_scale, most_scale }: Counted = nobody): Cockpit['health']['scale'] => (least_scale === most_scale ? (least_scale as Cockpit['health']['scale']) : null)

type Group = Cockpit['health']['byUnit'][number]

/** By cost, largest first; those without a figure last, by name. */
function bySize(groups: readonly Group[]): Group[] {
  const size = ({ cost }: Group): bigint => ((cost as Metric<{ minor: string }>).status === 'ok' ? BigInt((cost as { value: { minor: string } }).value.minor) : -1n)
  return [...groups].sort((a, b) => (size(a) === size(b) ? (a.name < b.name ? -1 : 1) : size(a) > size(b) ? -1 : 1))
}
