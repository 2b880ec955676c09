import { deliveryRoutes, type Contributor, type MilestoneMonitor, type StrategicMilestone } from '@throughline/contract/delivery'
import { strategyRoutes } from '@throughline/contract/strategy'
import { basisWords } from '@throughline/engine/delivery'
import { describeMetric, type Metric } from '@throughline/engine/kernel'
import { findInitiative } from '../demand/index.ts'
import { countOf, required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'delivery milestones',
  summary: 'Strategic milestones: when the last of the required initiatives is over, and how surely the wanted day is kept',
  options: { seed: { about: 'Another chance to draw; 1 unless said', takes: 'number' }, why: { about: 'Explain each forecast' } },
  run: async (typed, { call, print }) => {
    const seed = countOf(typed, 'seed')
    const monitor = await call(deliveryRoutes.readMilestones, { query: seed === undefined ? {} : { seed } })
    print.answer(monitor, () => (monitor.milestones.length === 0 ? ['No objective has a milestone yet; `throughline delivery add-milestone` adds one.'] : lines(monitor, typed.on('why'))))
  },
}

const add: Command = {
  name: 'delivery add-milestone',
  usage: '<objective> <what is reached>',
  summary: 'Add a strategic milestone to an objective, with the initiatives that it cannot be reached without',
  options: { by: { about: 'The day on which it is wanted', takes: 'date' }, needs: { about: 'An initiative that is required; more than once for more', takes: 'initiative', many: true }, helped: { about: 'An initiative that only helps', takes: 'initiative', many: true } },
  run: async (typed, { call, print }) => {
    const [objective, name, wantedOn] = [oneOf('objective', (await call(strategyRoutes.readStrategy, {})).objectives, wordAt(typed, 0, 'objective'), ({ key, statement }) => [key, statement]), wordAt(typed, 1, 'what is reached'), required(typed, 'by')]
    const named = async (option: 'needs' | 'helped') => Promise.all(typed.many(option).map(async (word) => ({ initiativeId: (await findInitiative(call, word)).id, role: option === 'needs' ? ('required' as const) : ('helpful' as const) })))
    const kept = await call(deliveryRoutes.addMilestone, { body: { objectiveId: objective.id, name, wantedOn, contributors: [...(await named('needs')), ...(await named('helped'))] } })
    print.answer(kept, () => [`${name} is wanted by ${wantedOn}.`])
  },
}

const reached: Command = {
  name: 'delivery reach-milestone',
  usage: '<milestone>',
  summary: 'Say on which day a strategic milestone was reached',
  options: { on: { about: 'The day; none takes it back', takes: 'date' } },
  run: async (typed, { call, print }) => {
    const { milestones } = await call(deliveryRoutes.readMilestones, { query: {} })
    const { id, version, name } = oneOf('milestone', milestones, wordAt(typed, 0, 'milestone'), (one) => [one.name])
    const on = required(typed, 'on')
    if (on !== 'none' && !/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new UsageError(`Found --on ${on}; expected a day such as 2027-03-31, or none.`)
    const kept = await call(deliveryRoutes.changeMilestone, { params: { id }, body: { version, reachedOn: on === 'none' ? null : on } })
    print.answer(kept, () => [on === 'none' ? `${name} is not reached yet.` : `${name} was reached on ${on}.`])
  },
}

const day = (metric: Metric<string>): string => metricText(metric, (date) => date)
const share = (metric: Metric<number>): string => metricText(metric, (value) => percent(value, 1))

function lines({ milestones, runs, seed, slips, leastSlips }: MilestoneMonitor, why: boolean): readonly string[] {
  return [
    ...tableLines<StrategicMilestone>(milestones, [
      { head: 'Milestone', of: ({ name }) => name, widest: 40 }, { head: 'Objective', of: ({ objective }) => objective?.statement ?? '–', widest: 30 }, { head: 'Wanted', of: ({ wantedOn }) => wantedOn }, { head: 'Standing', of: ({ standing }) => standing.replaceAll('_', ' ') },
      { head: 'P10', of: ({ p10On }) => day(p10On) }, { head: 'P50', of: ({ p50On, reachedOn }) => reachedOn ?? day(p50On.metric) }, { head: 'P90', of: ({ p90On }) => day(p90On) }, { head: 'Keeps', of: ({ confidence }) => share(confidence.metric), right: true }, { head: 'Driven by', of: ({ driver }) => driver?.name ?? '–', widest: 30 },
    ]),
    ...milestones.flatMap(({ name, contributors, p50On, confidence, reachedOn }) => [
      ...(p50On.metric.status === 'missing' ? [`${name}: ${describeMetric(p50On.metric)}.`] : []),
      ...(why && reachedOn === null ? ['', ...tableLines<Contributor>(contributors, [{ head: name, of: (one) => one.name, widest: 40 }, { head: 'Role', of: ({ role }) => role }, { head: 'P10', of: ({ p10On }) => day(p10On) }, { head: 'P90', of: ({ p90On }) => day(p90On) }, { head: 'Comes last', of: ({ criticality }) => share(criticality), right: true }, { head: 'Range from', of: ({ basis }) => basisWords[basis] }]), ...explanationLines(confidence.why)] : []),
    ]),
    `${runs} runs with the seed ${seed}. ${slips} planned ends are on record; ${leastSlips} are needed to learn from them.`,
  ]
}

/** Strategic milestones. */
export const milestoneCommands: readonly Command[] = [show, add, reached]
