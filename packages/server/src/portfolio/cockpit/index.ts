import type { Cockpit, DecisionPage, DecisionsAsk, MovementPage, MovementsAsk } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { ok, undefinedBecause, type Metric, type Money } from '@throughline/engine/kernel'
import { weightServed, type ContributionFacts } from '@throughline/engine/strategy'
import type { Static } from 'typebox'
import type { Db, Scope } from '../../database/index.ts'
import type { PublicationRow } from '../../demand/index.ts'
import { rolledUp, type Rolling } from '../../rollups/index.ts'
import { ratingScales } from '../../demand/index.ts'
import { figuresOf, keptSources, printedSources, rowsListed, standingOf, sumOf } from './explained.ts'
import { talliesBy, talliesByObjective, tallyOf, type Tally } from './lines/tally.ts'
import { decisionPage, movedPage } from './pages.ts'
import { readPosition, readSnapshot, type Snapshot } from './snapshot.ts'
import { readCells, readSources } from './store.ts'

/** How many movements and decisions the page is sent at first; how many there are in all is always said. */
export const shownFirst = 100

/** What the portfolio costs and promises, its health, what moved since the previous position, and what needs a decision; added up over columns. */
export const cockpitOf = (db: Db, scope: Scope) =>
  rolledUp<Cockpit, never>(db, scope, { kind: 'cockpit', asked: null }, async (rolling) => {
    const snapshot = await readSnapshot(rolling.tx)
    const { tx, columns, zero, currency, publications, previous, now, objectives } = snapshot
    const standing = standingOf(now)
    const idOf = columns.ids.of
    const sources = keptSources(await readSources(tx, rowsListed(standing).map(idOf)))
    const figures = figuresOf(standing, zero, (row, amount) => sources(idOf(row), amount))
    const serving = talliesByObjective(snapshot.serving, now)
    const served = servedOf(snapshot, serving)
    const decisions = await decisionPage(snapshot, served, undefined, { from: 0, limit: shownFirst })
    return ok({
      publication: refOf(publications.at(-1)), previous: refOf(previous), initiatives: standing.all.count, currency,
      cost: toWire(figures.cost), benefits: toWire(figures.benefits), ratio: toWire(figures.ratio), inYearForecast: toWire(figures.inYearForecast),
      before: previous ? await beforeOf(snapshot, previous.id) : nothingBefore,
      strategyFunded: toWire(weightServed(objectives, [...served].map(servedBy))) as Cockpit['strategyFunded'],
      trend: await trendOf(rolling, snapshot),
      health: {
        scale: scaleOf(standing.all), all: healthOf(standing.all),
        byUnit: bySize(groupsByUnit(snapshot)),
        byCategory: bySize(groupsByCategory(snapshot)),
      },
      objectives: objectives.map(({ id, statement, weight }, place) => ({ id, statement, weight, ...groupOf(serving.get(place) ?? tallyOf(now, () => false), zero) })),
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
    const served = servedOf(snapshot, talliesByObjective(snapshot.serving, snapshot.now))
    const { counts, inAll, items } = await decisionPage(snapshot, served, kind, { from, limit })
    return ok({ total: kind === undefined ? inAll : counts[kind], from, stamp, items })
  })

const refOf = (publication: PublicationRow | undefined) => (publication ? { id: publication.id, title: publication.title, asOf: publication.as_of } : null)
/** The objectives that a current initiative serves. */
const servedOf = ({ objectives }: Snapshot, serving: ReadonlyMap<number, Tally>): ReadonlySet<string> => new Set(objectives.flatMap(({ id }, place) => (serving.has(place) ? [id] : [])))
/** That an objective is served is all that its share of the weight asks. */
const servedBy = (objectiveId: string): ContributionFacts => ({ initiativeId: '', objectiveId, contribution: 1, rationale: '', origin: 'entered' })

async function beforeOf({ tx, columns, before, zero }: Snapshot, publicationId: string): Promise<Cockpit['before']> {
  if (!before) return nothingBefore
  const standing = standingOf(before)
  const idOf = columns.ids.of
  const sources = printedSources(await readCells(tx, publicationId, rowsListed(standing).map(idOf)))
  const { cost, benefits, ratio } = figuresOf(standing, zero, (row, amount) => sources(idOf(row), amount))
  return { cost: toWire(cost), benefits: toWire(benefits), ratio: toWire(ratio), initiatives: standing.all.count }
}

const absent = undefinedBecause('NO_EARLIER_PUBLICATION')
const none = (term: string) => toWire({ metric: absent, why: { term, figure: absent } })
const nothingBefore: Cockpit['before'] = { cost: none('Cost before'), benefits: none('Benefits before'), ratio: none('Benefit-cost ratio before'), initiatives: null }

type Point = Omit<Cockpit['trend'][number], 'publication'>

/** One point for each publication. What was published never changes, so a point is added up once for good. */
async function trendOf({ part, tx }: Rolling, { columns, currency, publications, zero }: Snapshot): Promise<Cockpit['trend']> {
  const trend: Cockpit['trend'] = []
  for (const { id, title, as_of: asOf } of publications.filter(({ whole }) => whole)) {
    const point = await part('point', [id, currency], async (): Promise<Point> => {
      const tally = tallyOf(await readPosition(tx, columns, id))
      return { ...groupOf(tally, zero), scale: scaleOf(tally) }
    }, 'always')
    trend.push({ publication: { id, title, asOf }, ...point })
  }
  return trend
}

const groupOf = (tally: Tally, zero: Money) => ({ initiatives: tally.count, cost: toWire(sumOf(tally, 'cost', zero)), benefits: toWire(sumOf(tally, 'benefits', zero)), health: healthOf(tally) })
const healthOf = ({ levels: [green = 0, amber_green = 0, amber = 0, amber_red = 0, red = 0], none: unrated }: Tally): Cockpit['health']['all'] => ({ green, amber_green, amber, amber_red, red, none: unrated })
/** The one scale that all rated lines share; null where there is none or they differ. */
const scaleOf = ({ scales: [scale, ...others] }: Tally): Cockpit['health']['scale'] => (scale === undefined || others.length > 0 ? null : (ratingScales[scale] ?? null))

/** Units of one name are one group, by the least of their ids. */
function groupsByUnit({ columns: { unit, units }, now, zero }: Snapshot): readonly Group[] {
  const names = ['No department', ...units.names.map((name) => name ?? 'No department')]
  const first = new Map<string, number>()
  const groupOfUnit = names.map((name, code) => {
    if (!first.has(name)) first.set(name, code)
    return first.get(name) ?? code
  })
  const named = new Uint8Array(names.length)
  const tallies = talliesBy(now, (line) => {
    const code = unit[now.row[line] ?? 0] ?? 0
    named[code] = 1
    return groupOfUnit[code] ?? 0
  })
  const ids = new Map<number, string>()
  for (let code = 1; code < names.length; code += 1) {
    if (named[code] === 0) continue
    const [id, one] = [units.ids.of(code - 1), groupOfUnit[code] ?? 0]
    const known = ids.get(one)
    if (known === undefined || id < known) ids.set(one, id)
  }
  return [...tallies].map(([one, tally]) => ({ id: ids.get(one) ?? null, name: names[one] ?? '', ...groupOf(tally, zero) }))
}

const groupsByCategory = ({ columns: { category, texts }, now, zero }: Snapshot): readonly Group[] => {
  const none = texts.find('No category') ?? 0
  return [...talliesBy(now, (line) => category[now.row[line] ?? 0] || none)].map(([code, tally]) => ({ id: null, name: code === 0 ? 'No category' : texts.of(code), ...groupOf(tally, zero) }))
}

type Group = Cockpit['health']['byUnit'][number]

/** By cost, largest first; those without a figure last, by name. */
function bySize(groups: readonly Group[]): Group[] {
  const size = ({ cost }: Group): bigint => ((cost as Metric<{ minor: string }>).status === 'ok' ? BigInt((cost as { value: { minor: string } }).value.minor) : -1n)
  return [...groups].sort((a, b) => (size(a) === size(b) ? (a.name < b.name ? -1 : 1) : size(a) > size(b) ? -1 : 1))
}
