import { governanceRoutes, type MixPeriod, type MixShift, type PmoService, type ServiceGap, type ServiceMix, type ServiceRequest, type ServiceStep } from '@throughline/contract/governance'
import { mixClasses, useLevels } from '@throughline/engine/governance'
import { UsageError, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'services',
  summary: 'What the PMO offers, by class, with who is accountable and what is published',
  run: async (_, { call, print }) => {
    const found = await call(governanceRoutes.readServices, {})
    print.answer(found, () => [
      ...tableLines(found.services, [
        { head: 'Service', of: (one: PmoService) => saidBy(one).name, widest: 40 }, { head: 'PMO', of: (one) => saidBy(one).pmo, widest: 30 }, { head: 'Class', of: (one) => saidBy(one).class.replaceAll('_', ' ') }, { head: 'Service level', of: (one) => saidBy(one).serviceLevel, widest: 40 },
        { head: 'Accountable', of: (one) => saidBy(one).accountableRole, widest: 30 }, { head: 'Owner', of: ({ owner }) => owner.name, widest: 30 }, { head: 'Edition', of: ({ editions: [last] }) => (last ? String(last.no) : ''), right: true }, { head: 'State', of: ({ state }) => state }, { head: 'Open', of: ({ open }) => String(open), right: true },
      ]),
      ...found.totals.map(({ class: of, published, drafts, open }) => `${of.replaceAll('_', ' ')}: ${published} published, ${drafts} drafts, ${open} open requests.`),
    ])
  },
}
const saidBy = ({ text, editions: [last] }: PmoService) => last ?? text

const requests: Command = {
  name: 'services requests',
  summary: 'What was asked of the PMO, open requests first, with who performs it and who was refused as not independent',
  run: async (_, { call, print }) => {
    const found = await call(governanceRoutes.readServices, {})
    print.answer(found.requests, () => [
      ...tableLines(found.requests, [
        { head: 'Asked', of: (one: ServiceRequest) => one.words, widest: 40 }, { head: 'By', of: ({ askedBy }) => askedBy.name, widest: 30 }, { head: 'Service', of: ({ service }) => service.name, widest: 30 }, { head: 'Initiative', of: ({ initiative }) => initiative?.name ?? '', widest: 30 }, { head: 'State', of: ({ state }) => state },
        { head: 'Performer', of: ({ performer }) => performer?.name ?? '', widest: 30 }, { head: 'Hours', of: ({ hours }) => hours, right: true }, { head: 'Worth', of: ({ use }) => use?.level ?? '' }, { head: 'Refused', of: ({ refusedPerformers }) => refusedPerformers.map(({ name, way }) => `${name} (${way})`).join('; '), widest: 60 },
      ]),
      ...(found.omitted > 0 ? [`… and ${found.omitted} more`] : []),
    ])
  },
}

type ClassUse = ServiceMix['use'][number]
const grains = ['month', 'quarter', 'year'] as const
const mix: Command = {
  name: 'services mix',
  summary: 'How the hours of the PMO divide between mandated services, others and none, by period, against the target',
  options: { grain: { about: 'month, quarter or year; quarter unless said', takes: 'grain' }, why: { about: 'Explain the shares of the latest period' } },
  run: async (typed, { call, print }) => {
    const word = typed.one('grain') ?? 'quarter'
    const grain = grains.find((one) => one === word)
    if (!grain) throw new UsageError(`Found --grain ${word}; expected ${grains.join(', ')}.`)
    const found = await call(governanceRoutes.readServiceMix, { query: { grain } })
    const last = found.periods.at(-1)
    print.answer(found, () => (last === undefined ? ['No hours are recorded.'] : [
      ...tableLines(found.periods, [
        { head: 'Period', of: ({ period }: MixPeriod) => period.label }, { head: 'Hours', of: ({ hours }) => hours, right: true }, ...mixClasses.map((of, at) => ({ head: of.replaceAll('_', ' '), of: ({ classes }: MixPeriod) => metricText(classes[at]?.share.metric ?? { status: 'not_applicable' }, (one) => percent(one, 1)), right: true })),
        { head: 'Target', of: ({ target }) => metricText(target, (one) => percent(one, 1)), right: true }, { head: 'Against it', of: ({ gap }) => metricText(gap.metric, (one) => `${one > 0 ? '+' : ''}${one} pp`), right: true },
      ]),
      ...(found.earlier > 0 ? [`Earlier periods with work: ${found.earlier}.`] : []),
      ...(found.shift ? shiftLines(found.shift) : []),
      '', ...tableLines(found.use, [
        { head: 'Class', of: (one: ClassUse) => one.class.replaceAll('_', ' ') }, { head: 'Delivered', of: ({ delivered }) => String(delivered), right: true }, ...useLevels.toReversed().map((level) => ({ head: `Of ${level} use`, of: ({ told }: ClassUse) => String(told[level]), right: true })),
        { head: 'Not said', of: ({ silent }) => String(silent), right: true }, { head: 'Found it of use', of: ({ useful }) => metricText(useful.metric, (one) => percent(one)), right: true },
      ]),
      ...(typed.on('why') ? [last.mandated, last.nonMandated, last.unclassified, last.gap].flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ]))
  },
}

/** What would bring the latest period to its target. */
function shiftLines({ floor, ceiling, need, options, short }: MixShift): readonly string[] {
  const share = (metric: MixShift['floor']['metric']): string => metricText(metric, (one) => percent(one, 1))
  const wanted = need.metric.status === 'ok' ? need.metric.value : 0
  return [
    `Floor of mandated compliance ${share(floor.metric)}, so that non-mandated services can have at most ${share(ceiling.metric)}.`,
    ...(wanted === 0 ? [] : [`To reach the target ${wanted} hours have to shift${Number(short) > 0 ? `, of which ${short} can come from nowhere` : ''}.`, ...tableLines(options, [{ head: 'From', of: ({ service }) => service?.name ?? 'work of no service' }, { head: 'Hours', of: ({ hours }) => hours, right: true }, { head: 'Covers', of: ({ covers }) => percent(covers), right: true }])]),
  ]
}

const gaps: Command = {
  name: 'services gaps',
  summary: 'Where the PMO falls short of what objectives need of it, what weighs most first, and the roadmap that closes it',
  options: { why: { about: 'Explain each priority' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readServiceGaps, {})
    print.answer(found, () => (found.gaps.length === 0 ? ['Nobody has said what an objective needs of the PMO.'] : [
      ...tableLines(found.gaps, [
        { head: 'Objective', of: ({ objective }: ServiceGap) => objective.statement, widest: 50 }, { head: 'Area', of: ({ area }) => area }, { head: 'Needed', of: ({ need }) => String(need), right: true }, { head: 'Gap', of: ({ gap }) => metricText(gap.metric, String), right: true },
        { head: 'Priority', of: ({ priority }) => metricText(priority.metric, (one) => one.toFixed(2)), right: true },
      ]),
      ...(found.steps.length === 0 ? [] : ['', ...tableLines(found.steps, [
        { head: 'Until', of: ({ dueOn }: ServiceStep) => dueOn }, { head: 'Service', of: ({ service }) => service.name, widest: 40 }, { head: 'Area', of: ({ area }) => area }, { head: 'Level', of: ({ level, toLevel }) => `${level ?? '?'} to ${toLevel}` },
        { head: 'Closes', of: ({ closes }) => metricText(closes.metric, (one) => one.toFixed(2)), right: true }, { head: 'Seen to by', of: ({ owner }) => owner.name, widest: 30 }, { head: 'Delivered by', of: ({ initiative }) => initiative?.name ?? '', widest: 40 }, { head: 'State', of: ({ state }) => state },
      ]), '']),
      `Level of the PMO: ${found.areas.map(({ area, level }) => `${area} ${metricText(level.metric, String)}`).join(', ')}.`,
      ...(typed.on('why') ? found.gaps.flatMap(({ priority }) => ['', ...explanationLines(priority.why)]) : []),
    ]))
  },
}

export const serviceCommands: readonly Command[] = [show, requests, mix, gaps]
