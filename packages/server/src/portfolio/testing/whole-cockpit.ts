import type { Cockpit } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { explainTotal, money, undefinedBecause, type Metric, type Money } from '@throughline/engine/kernel'
import { attentionOf, commonScale, countHealth, countMovements, movements, positionFigures, type Attention, type Movement, type PositionLine } from '@throughline/engine/portfolio'
import { weightServed, type StrategyFacts } from '@throughline/engine/strategy'
import type { HelpBelow } from '../../strategy/index.ts'
import type { PortfolioFacts } from '../facts.ts'
import { lineOfInitiative, lineOfReport } from '../lines.ts'

type Whole = Omit<Cockpit, 'moved' | 'decisionCounts'> & { readonly moved: Omit<Cockpit['moved'], 'inAll'> }

/** The cockpit made by the engine from everything in memory: what the one that the database adds up is held against. Lists go whole. */
export function wholeCockpit(facts: PortfolioFacts, help: HelpBelow = []): Whole {
  const zero = money(0n, facts.currency)
  const byId = new Map(facts.initiatives.map((initiative) => [initiative.id, initiative]))
  const positions = facts.publications.map((publication) => ({ publication, lines: facts.reports.filter(({ publicationId }) => publicationId === publication.id).map((report) => lineOfReport(report, byId.get(report.initiativeId), zero)) }))
  const now = facts.initiatives.filter(({ current }) => current).map((facts) => lineOfInitiative(facts, zero))
  const before = positions.at(-2)
  const figures = positionFigures(now, zero)
  const moved = before ? movements(before.lines, now) : []
  const currentIds = new Set(now.map(({ id }) => id))
  const judged = facts.strategy.contributions.filter(({ initiativeId }) => currentIds.has(initiativeId))
  const links = [...judged, ...throughUnits(judged, help.filter(({ initiativeId }) => currentIds.has(initiativeId)))]
  const attention = decisionsOf(now, moved, facts.strategy, links, new Set(help.map(({ initiativeId }) => initiativeId)))
  return {
    publication: refOf(positions.at(-1)?.publication),
    previous: refOf(before?.publication),
    initiatives: now.length,
    currency: facts.currency,
    cost: toWire(figures.cost),
    benefits: toWire(figures.benefits),
    ratio: toWire(figures.ratio),
    inYearForecast: toWire(figures.inYearForecast),
    before: beforeOf(before?.lines, zero),
    strategyFunded: toWire(weightServed(facts.strategy.objectives, links)) as never,
    trend: positions.map(({ publication, lines }) => trendOf(publication, lines, zero)),
    health: { scale: commonScale(now), all: countHealth(now), byUnit: groupsOf(now, zero, ({ unitId, unitName }) => ({ id: unitId, name: unitName ?? 'No department' })), byCategory: groupsOf(now, zero, ({ category }) => ({ id: null, name: category ?? 'No category' })) },
    objectives: objectivesOf(facts.strategy, links, now, zero),
    moved: { counts: countMovements(moved), items: moved.map(movementOf) },
    decisions: attention,
    decisionsInAll: attention.length,
  }
}

/** What helps an objective through those of units alone, each pair once. */
function throughUnits(judged: StrategyFacts['contributions'], help: HelpBelow): StrategyFacts['contributions'] {
  const pair = (initiativeId: string, objectiveId: string): string => `${initiativeId} ${objectiveId}`
  const said = new Set(judged.map(({ initiativeId, objectiveId }) => pair(initiativeId, objectiveId)))
  const through = new Map(help.flatMap(({ initiativeId, objectiveId }) => (objectiveId === null || said.has(pair(initiativeId, objectiveId)) ? [] : [[pair(initiativeId, objectiveId), { initiativeId, objectiveId }] as const])))
  return [...through.values()].map((one) => ({ ...one, contribution: 0.001, rationale: '', origin: 'entered' }))
}

const refOf = (publication: PortfolioFacts['publications'][number] | undefined) => (publication ? { id: publication.id, title: publication.title, asOf: publication.asOf } : null)

function beforeOf(lines: readonly PositionLine[] | undefined, zero: Money): Cockpit['before'] {
  if (lines) {
    const { cost, benefits, ratio } = positionFigures(lines, zero)
    return { cost: toWire(cost), benefits: toWire(benefits), ratio: toWire(ratio), initiatives: lines.length }
  }
  const absent = undefinedBecause('NO_EARLIER_PUBLICATION')
  const none = (term: string) => toWire({ metric: absent, why: { term, figure: absent } })
  return { cost: none('Cost before'), benefits: none('Benefits before'), ratio: none('Benefit-cost ratio before'), initiatives: null }
}

const sumOf = (lines: readonly PositionLine[], field: 'cost' | 'benefits', zero: Money): Metric<Money> => explainTotal('', lines.map((line) => ({ term: line.name, amount: line[field] })), zero, { most: 0 }).metric

function trendOf(publication: PortfolioFacts['publications'][number], lines: readonly PositionLine[], zero: Money): Cockpit['trend'][number] {
  return { publication: { id: publication.id, title: publication.title, asOf: publication.asOf }, initiatives: lines.length, cost: toWire(sumOf(lines, 'cost', zero)), benefits: toWire(sumOf(lines, 'benefits', zero)), health: countHealth(lines), scale: commonScale(lines) }
}

type Group = Cockpit['health']['byUnit'][number]

/** Groups by cost, largest first. */
function groupsOf(lines: readonly PositionLine[], zero: Money, keyOf: (line: PositionLine) => { readonly id: string | null; readonly name: string }): Group[] {
  const groups = Map.groupBy(lines, (line) => keyOf(line).name)
  const size = (metric: Metric<Money>): bigint => (metric.status === 'ok' ? metric.value.minor : -1n)
  return [...groups]
    .map(([name, members]) => ({ name, members, cost: sumOf(members, 'cost', zero) }))
    .sort((a, b) => (size(a.cost) === size(b.cost) ? (a.name < b.name ? -1 : 1) : size(a.cost) > size(b.cost) ? -1 : 1))
    .map(({ name, members, cost }) => ({ id: members[0] ? keyOf(members[0]).id : null, name, initiatives: members.length, cost: toWire(cost), benefits: toWire(sumOf(members, 'benefits', zero)), health: countHealth(members) }))
}

function objectivesOf(strategy: StrategyFacts, links: StrategyFacts['contributions'], lines: readonly PositionLine[], zero: Money): Cockpit['objectives'] {
  return strategy.objectives.map(({ id, statement, weight }) => {
    const serving = new Set(links.filter(({ objectiveId, contribution }) => objectiveId === id && contribution > 0).map(({ initiativeId }) => initiativeId))
    const members = lines.filter((line) => serving.has(line.id))
    return { id, statement, weight, initiatives: members.length, cost: toWire(sumOf(members, 'cost', zero)), benefits: toWire(sumOf(members, 'benefits', zero)), health: countHealth(members) }
  })
}

function movementOf({ line, kind, fromRating, toRating, fromAmount, toAmount, change, fromDate, toDate, days }: Movement): Cockpit['moved']['items'][number] {
  const text = (metric: Metric<Money>): string | null => (metric.status === 'ok' ? metric.value.minor.toString() : null)
  return { initiative: { id: line.id, key: line.key, name: line.name }, kind, from: fromDate ?? text(fromAmount), to: toDate ?? text(toAmount), fromRating, toRating, change: toWire(change), days }
}

type Decision = Cockpit['decisions'][number]

/** Initiatives that need a decision, then objectives that nothing serves, then weights that do not sum to 1. */
function decisionsOf(now: readonly PositionLine[], moved: readonly Movement[], strategy: StrategyFacts, links: StrategyFacts['contributions'], below: ReadonlySet<string>): Decision[] {
  const serving = new Set([...below, ...links.filter(({ contribution }) => contribution > 0).map(({ initiativeId }) => initiativeId)])
  const served = new Set(links.filter(({ contribution }) => contribution > 0).map(({ objectiveId }) => objectiveId))
  const orphans = new Set(strategy.objectives.length === 0 ? [] : now.filter(({ id }) => !serving.has(id)).map(({ id }) => id))
  const unserved = strategy.objectives.filter(({ id, weight }) => weight > 0 && !served.has(id))
  const total = strategy.objectives.reduce((sum, { weight }) => sum + weight, 0)
  const first = strategy.objectives[0]
  return [
    ...unserved.map(({ id, statement, weight }) => strategyDecision('objective_unserved', 'objective', id, statement, `No current initiative serves it, and it has ${(weight * 100).toFixed(1)} % of the weight. Fund something, or lower its weight.`)),
    ...(first && Math.abs(total - 1) > 1e-6 ? [strategyDecision('weights_open', 'strategy', first.id, 'Weights of the objectives', `The weights sum to ${(total * 100).toFixed(1)} %, not 100 %. Settle them.`)] : []),
    ...attentionOf(now, moved, orphans).map(decisionOf),
  ]
}

function strategyDecision(kind: Decision['kind'], type: Decision['subject']['type'], id: string, name: string, words: string): Decision {
  return { kind, subject: { type, id, name }, words, rating: null, atStake: { status: 'not_applicable' }, flag: null }
}

const decisionOf = ({ kind, line, rating, words, atStake, flag }: Attention): Decision => ({ kind, subject: { type: 'initiative', id: line.id, name: line.name }, words, rating, atStake: toWire(atStake), flag: flag as Decision['flag'] })

