import { governanceRoutes, type Deliverable, type QualityDefect, type QualityMonth, type QualityRecord } from '@throughline/contract/governance'
import { wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

type FiguresOf = Pick<QualityRecord['figures'], 'before' | 'escaped' | 'escape' | 'firstPass' | 'rework'> & { readonly class: string }
const oneInitiative = { initiative: { about: 'Of one initiative, by its id', takes: 'id' } } as const
const asked = (initiativeId: string | undefined) => ({ query: initiativeId === undefined ? {} : { initiativeId } })
const share = (metric: QualityRecord['figures']['escape']['metric']): string => metricText(metric, (one) => percent(one, 1))

const list: Command = {
  name: 'quality',
  summary: 'Deliverables with their reviews and defects, and what their quality comes to, by class and in all',
  options: { ...oneInitiative, why: { about: 'Explain the figures' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readQuality, asked(typed.one('initiative')))
    const { figures, byClass, deliverables } = found
    print.answer(found, () => (found.all === 0 ? ['No deliverable is listed.'] : [
      ...tableLines(deliverables, [
        { head: 'Id', of: ({ id }: Deliverable) => id }, { head: 'Deliverable', of: ({ name, edition }) => (edition > 1 ? `${name} (edition ${edition})` : name), widest: 40 }, { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 40 }, { head: 'State', of: ({ state }) => state }, { head: 'Needed on', of: ({ dueOn, late }) => `${dueOn}${late ? ' late' : ''}` },
        { head: 'Reviews', of: ({ reviews }) => String(reviews), right: true }, { head: 'Open', of: ({ open }) => String(open), right: true }, { head: 'Escaped', of: ({ escaped }) => String(escaped), right: true },
      ]),
      ...(found.total > deliverables.length ? [`… and ${found.total - deliverables.length} more`] : []),
      '',
      ...tableLines<FiguresOf>([{ ...figures, class: 'all' }, ...byClass], [
        { head: 'Class', of: (one) => one.class }, { head: 'Before', of: ({ before }) => String(before), right: true }, { head: 'Escaped', of: ({ escaped }) => String(escaped), right: true }, { head: 'Escape rate', of: ({ escape }) => share(escape.metric), right: true },
        { head: 'First pass', of: ({ firstPass }) => share(firstPass.metric), right: true }, { head: 'Rework', of: ({ rework }) => share(rework.metric), right: true },
      ]),
      ...found.conditions.map(({ words, deliverable, owner, dueOn, overdue }) => `Condition of ${deliverable.name}: ${words} (${owner.name}, until ${dueOn}${overdue ? ', overdue' : ''}).`),
      ...(typed.on('why') ? [figures.escape, figures.firstPass, figures.rework, figures.perReview].flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ]))
  },
}

const trend: Command = {
  name: 'quality trend',
  summary: 'Reviews, defects and escapes month by month, with the signals of their control charts',
  options: { ...oneInitiative, why: { about: 'Say which charts, and why these' } },
  run: async (typed, { call, print }) => {
    const { months, defectChart, firstPassChart } = await call(governanceRoutes.readQuality, asked(typed.one('initiative')))
    print.answer({ months, defectChart, firstPassChart }, () => (months.length === 0 ? ['Nothing was reviewed yet.'] : [
      ...tableLines(months, [
        { head: 'Month', of: ({ month, partial }: QualityMonth) => (partial ? `${month} (not over)` : month) }, { head: 'Reviews', of: ({ reviews }) => String(reviews), right: true }, { head: 'Found', of: (one) => String(one.found), right: true }, { head: 'For each', of: ({ perReview }) => metricText(perReview, (value) => value.toFixed(2)), right: true },
        { head: 'Escaped', of: ({ escaped }) => String(escaped), right: true }, { head: 'First pass', of: ({ firstPassed, decided }) => (decided === 0 ? '' : `${firstPassed}/${decided}`), right: true }, { head: 'Escape rate', of: ({ cohort }) => share(cohort.metric), right: true },
      ]),
      ...[{ of: 'Defects', chart: defectChart }, { of: 'First-pass acceptance', chart: firstPassChart }].flatMap(({ of, chart }) => chart.points.flatMap(({ month, rule, reading }) => (rule ? [`${of} of ${month}: ${reading ?? ''}, ${rule.replaceAll('_', ' ')}.`] : []))),
      ...(typed.on('why') ? [defectChart, firstPassChart].flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ]))
  },
}

const show: Command = {
  name: 'quality show',
  usage: '<id>',
  summary: 'One deliverable: its criteria, reviews, defects, rework, and what was decided on each edition',
  options: { why: { about: 'Explain its figures' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readDeliverable, { params: { id: wordAt(typed, 0, 'id of a deliverable') } })
    print.answer(found, () => [
      `${found.name} of ${found.initiative.name}, ${found.class}, edition ${found.edition}: ${found.state}. Owned by ${found.owner.name}, made by ${found.authors.map(({ name }) => name).join(', ')}, needed on ${found.dueOn}${found.late ? ' and late' : ''}.`,
      found.objectives.length === 0 ? 'Its initiative serves no objective.' : `Serves: ${found.objectives.map(({ name }) => name).join('; ')}`,
      ...found.editions.flatMap(({ no, criteria, agreed, acceptedOn }) => [`Edition ${no}: ${agreed ? `criteria agreed by ${agreed.by} on ${agreed.on}` : 'criteria not agreed'}${acceptedOn ? `, accepted on ${acceptedOn}` : ''}`, ...criteria.map(({ code, says, measuredBy, threshold }) => `  ${code}: ${says} (${measuredBy}: ${threshold})`)]),
      '',
      ...tableLines(found.defects, [{ head: 'No', of: ({ no }: QualityDefect) => String(no), right: true }, { head: 'Defect', of: ({ words }) => words, widest: 60 }, { head: 'Against', of: ({ criterion }) => criterion ?? '' }, { head: 'Severity', of: ({ severity }) => severity }, { head: 'Found', of: ({ foundOn }) => foundOn }, { head: 'Place', of: ({ escaped }) => (escaped ? 'escaped' : 'review') }, { head: 'State', of: ({ state }) => state }]),
      ...found.reviewed.map(({ on, method, by, looked, found: count }) => `${on}: ${method} by ${by}, looked at ${looked.join(', ')}, ${count} defects.`),
      ...found.reworked.map(({ on, hours, by, corrected }) => `${on}: ${hours} h of rework by ${by}${corrected.length > 0 ? `, corrected ${corrected.join(', ')}` : ''}.`),
      ...found.decisions.flatMap(({ on, edition, outcome, by, words, conditions }) => [`${on}: edition ${edition} ${outcome.replaceAll('_', ' ')} by ${by}. ${words}`, ...conditions.map(({ words: of, owner, dueOn, met }) => `  ${met ? 'Met' : 'Not met'}: ${of} (${owner.name}, until ${dueOn})`)]),
      ...(typed.on('why') ? [found.figures.escape, found.figures.rework].flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ])
  },
}

export const qualityCommands: readonly Command[] = [list, trend, show]
