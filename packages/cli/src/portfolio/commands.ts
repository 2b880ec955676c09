import { portfolioRoutes, type Cockpit, type FrontierOutcome, type PinsOutcome, type SelectionCase, type SelectionOutcome } from '@throughline/contract/portfolio'
import type { Constraint, Selection } from '@throughline/engine/portfolio'
import { listInitiatives, ratingText } from '../demand/index.ts'
import { countOf, type Command, type Context, type Typed } from '../terminal/command.ts'
import { explanationLines, metricText, minorText, moneyText, percent } from '../terminal/figures.ts'
import { resultOf } from '../terminal/jobs.ts'
import { tableLines } from '../terminal/print.ts'
import { allocationCommands } from './allocation.ts'
import { readAsk, readConstraints, readValueChoice, selectionOptions } from './constraints.ts'
import { demandsCommands } from './demands.ts'
import { roadmapCommands } from './roadmap.ts'
import { scenarioCommands } from './scenarios.ts'

const cockpit: Command = {
  name: 'cockpit',
  summary: 'What the portfolio costs and promises, its health, what moved, what needs a decision',
  options: { why: { about: 'Explain the figures' } },
  run: async (typed, { call, print }) => {
    const found = await call(portfolioRoutes.readCockpit, {})
    print.answer(found, () => [...cockpitLines(found), ...(typed.on('why') ? ['', ...[found.cost, found.benefits, found.ratio, found.strategyFunded].flatMap(({ why }) => explanationLines(why))] : [])])
  },
}

function cockpitLines({ publication, previous, initiatives, cost, benefits, ratio, strategyFunded, before, health, moved, decisions, decisionsInAll }: Cockpit): readonly string[] {
  const { counts } = moved
  const rated = Object.entries(health.all).filter(([, count]) => count > 0).map(([level, count]) => `${count} ${level.replace('_', '/')}`)
  return [
    `${initiatives} initiatives${publication ? `, position of ${publication.asOf} (${publication.title})` : ''}`,
    `cost ${metricText(cost.metric, moneyText)}, before ${metricText(before.cost.metric, moneyText)}`,
    `benefits ${metricText(benefits.metric, moneyText)}, before ${metricText(before.benefits.metric, moneyText)}`,
    `benefit-cost ratio ${metricText(ratio.metric, (value) => value.toFixed(2))}`,
    `strategy funded ${metricText(strategyFunded.metric, (share) => percent(share))}`,
    `health: ${rated.join(', ') || 'no ratings'}`,
    previous ? `since ${previous.asOf}: ${counts.joined} joined, ${counts.left} left, ${counts.better} better, ${counts.worse} worse, ${counts.notComparable} on another scale, ${counts.slipped} slipped, cost up ${counts.costUp}, down ${counts.costDown}` : 'no earlier position to compare with',
    '',
    `${decisionsInAll} things need a decision`,
    ...decisions.slice(0, 15).map(({ subject, words, rating, atStake }) => `  ${subject.name}${rating ? ` (${ratingText(rating)})` : ''}: ${words}${atStake.status === 'ok' ? ` ${moneyText(atStake.value)} at stake.` : ''}`),
  ]
}

type Prepared = { readonly selection: SelectionCase; readonly constraints: Constraint[]; readonly nameOf: (id: string) => string; readonly asked: { readonly ask?: string } }

async function prepare(typed: Typed, { call }: Context): Promise<Prepared> {
  const ask = await readAsk(typed, { call })
  const asked = ask === undefined ? {} : { ask }
  const selection = await call(portfolioRoutes.readSelectionCase, { query: { value: readValueChoice(typed), ...asked } })
  const names = new Map(selection.input.candidates.map(({ id, name }) => [id, name]))
  return { selection, constraints: readConstraints(typed, selection, await listInitiatives(call, true)), nameOf: (id) => names.get(id) ?? id, asked }
}

const worth = ({ valueUnit, input }: SelectionCase, value: number): string => (valueUnit === 'money' ? minorText(value, input.currency) : `${value} points`)

const select: Command = {
  name: 'select',
  summary: 'Select the portfolio of most value under budgets, caps, pins and ties, with proof',
  options: { ...selectionOptions, save: { about: 'Save the result as a scenario', takes: 'name' }, why: { about: 'Say for each initiative why it is in or out' } },
  run: async (typed, context) => {
    const { call, print } = context
    const prepared = await prepare(typed, context)
    const { jobId } = await call(portfolioRoutes.startSelection, { body: { value: prepared.selection.value, constraints: prepared.constraints, ...prepared.asked } })
    const outcome = await resultOf<SelectionOutcome>(call, print, jobId)
    const name = typed.one('save')
    const saved = name ? await call(portfolioRoutes.createScenario, { body: { name, value: prepared.selection.value, constraints: prepared.constraints, chosen: [...outcome.selection.chosen], ...prepared.asked } }) : undefined
    print.answer({ ...outcome, ...(saved ? { scenario: saved } : {}) }, () => [...selectionLines(prepared, outcome.selection), ...(typed.on('why') ? verdictLines(prepared, outcome.selection) : []), ...(saved ? ['', `Saved as scenario “${saved.name}”.`] : [])])
  },
}

function selectionLines({ selection: found, nameOf }: Prepared, { chosen, value, cost, bound, gap, proved, ranking, constraints }: Selection): readonly string[] {
  const { currency } = found.input
  const proof = proved ? 'proved: no better portfolio exists' : `at most ${gap === null ? 'an unknown share' : percent(gap, 2)} better is possible (bound ${worth(found, bound)})`
  const left = ranking.valueLeftOnTable
  return [
    `${chosen.length} of ${found.totals.candidates} candidates, value ${worth(found, value)}, cost ${minorText(cost, currency)}; ${proof}`,
    left === null ? 'The usual ranking by ratio finds no portfolio that keeps the constraints.' : `The usual ranking by ratio gives ${worth(found, ranking.value ?? 0)}: ${worth(found, left)} left on the table.`,
    ...constraints.filter(({ binding }) => binding).map(({ words, lpPrice }) => `binding: ${namesIn(found, words)}.${lpPrice ? ` One more unit is worth about ${lpPrice.toPrecision(3)}.` : ''}`),
    ...found.derived.map((note) => `note: ${note}`),
    '',
    ...chosen.map((id) => `  ${nameOf(id)}`),
  ]
}

/** The engine knows departments by id alone; people know them by name. */
const namesIn = ({ departments }: SelectionCase, words: string): string => departments.reduce((text, { id, name }) => text.replaceAll(id, name), words).replace(/\.$/, '')

const verdictLines = ({ nameOf }: Prepared, { verdicts }: Selection): readonly string[] => ['', ...verdicts.map(({ candidateId, verdict, reason }) => `${verdict.padEnd(3)}  ${nameOf(candidateId)}: ${reason}`)]

const frontier: Command = {
  name: 'frontier',
  summary: 'The most value that each total budget can give',
  options: { ...selectionOptions, points: { about: 'How many budgets; 20 unless said', takes: 'number' } },
  run: async (typed, context) => {
    const { selection, constraints, asked } = await prepare(typed, context)
    const { jobId } = await context.call(portfolioRoutes.startFrontier, { body: { value: selection.value, constraints, points: countOf(typed, 'points') ?? 20, ...asked } })
    const { points } = await resultOf<FrontierOutcome>(context.call, context.print, jobId)
    context.print.answer(points, () =>
      tableLines(points, [
        { head: 'Budget', of: ({ budget }) => minorText(budget, selection.input.currency), right: true },
        { head: 'Value', of: ({ value, refused }) => (value === null ? `(${refused ?? 'none'})` : worth(selection, value)), right: true },
        { head: 'Bound', of: ({ bound }) => (bound === null ? '' : worth(selection, bound)), right: true },
        { head: 'Chosen', of: ({ chosenCount }) => String(chosenCount), right: true },
        { head: 'Proved', of: ({ proved }) => (proved ? 'yes' : 'no') },
      ]),
    )
  },
}

const pins: Command = {
  name: 'pins',
  summary: 'What each pin costs: the value given up by forcing an initiative in or out',
  options: selectionOptions,
  run: async (typed, context) => {
    const { selection, constraints, nameOf, asked } = await prepare(typed, context)
    const { jobId } = await context.call(portfolioRoutes.startPins, { body: { value: selection.value, constraints, ...asked } })
    const { prices } = await resultOf<PinsOutcome>(context.call, context.print, jobId)
    context.print.answer(prices, () => prices.map(({ pin, valueGivenUp, proved, atMost }) => `Forcing ${nameOf(pin.candidateId)} ${pin.kind === 'mustInclude' ? 'in' : 'out'} gives up ${worth(selection, valueGivenUp)}${proved ? '' : ` (at most ${worth(selection, atMost)})`} of value.${pin.because ? ` ${pin.because}.` : ''}`))
  },
}

export const portfolioCommands: readonly Command[] = [cockpit, select, frontier, pins, ...allocationCommands, ...roadmapCommands, ...demandsCommands, ...scenarioCommands]
