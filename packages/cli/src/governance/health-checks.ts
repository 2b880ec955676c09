import { governanceRoutes, type HealthCheck, type HealthIndicator, type JudgedArea, type Recommendation } from '@throughline/contract/governance'
import { areaWords, levelWords } from '@throughline/engine/governance'
import { wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const list: Command = {
  name: 'health-checks',
  summary: 'Health checks of initiatives: booked ones first, with the delivery confidence that was judged',
  run: async (_, { call, print }) => {
    const found = await call(governanceRoutes.readHealthChecks, {})
    print.answer(found, () => [
      ...tableLines(found.checks, [
        { head: 'Id', of: ({ id }: HealthCheck) => id }, { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 40 }, { head: 'Tier', of: ({ tier }) => tier }, { head: 'State', of: ({ state }) => state.replaceAll('_', ' ') }, { head: 'On', of: ({ plannedOn, reported }) => reported?.at.slice(0, 10) ?? plannedOn },
        { head: 'Confidence', of: ({ reported }) => (reported ? levelWords[reported.level] : '') }, { head: 'Before', of: ({ move }) => move?.replaceAll('_', ' ') ?? '' }, { head: 'Areas', of: ({ areas }) => `${areas.judged}/${areas.all}`, right: true }, { head: 'To be done', of: ({ open }) => String(open), right: true }, { head: 'Reviewers', of: ({ reviewers }) => reviewers.map(({ name }) => name).join(', '), widest: 60 },
      ]),
      ...(found.omitted > 0 ? [`… and ${found.omitted} more`] : []),
      ...found.refusedReviewers.map(({ name, initiative, way }) => `Refused as reviewer of ${initiative.name}: ${name} (${way}).`),
    ])
  },
}

const recommendationColumns = [
  { head: 'Initiative', of: ({ initiative }: Recommendation) => initiative.name, widest: 30 }, { head: 'Recommendation', of: ({ words }: Recommendation) => words, widest: 50 }, { head: 'Class', of: ({ class: of }: Recommendation) => of.replaceAll('_', ' ') }, { head: 'Due', of: ({ dueOn }: Recommendation) => dueOn ?? '' }, { head: 'Owner', of: ({ owner }: Recommendation) => owner.name, widest: 30 },
  { head: 'State', of: ({ state }: Recommendation) => state }, { head: 'Age', of: ({ ageDays }: Recommendation) => String(ageDays), right: true }, { head: 'Late', of: ({ overdueDays }: Recommendation) => metricText(overdueDays, String), right: true },
]

const recommendations: Command = {
  name: 'health-checks recommendations',
  summary: 'What health checks recommend and is not over, what is most overdue first, in days',
  options: { why: { about: 'Explain the figures' } },
  run: async (typed, { call, print }) => {
    const { recommendations: open, recommendationsOmitted, open: byClass, oldestDays, confirmed } = await call(governanceRoutes.readHealthChecks, {})
    print.answer({ recommendations: open, recommendationsOmitted, open: byClass, oldestDays, confirmed }, () => [
      ...tableLines(open, recommendationColumns),
      ...(recommendationsOmitted > 0 ? [`… and ${recommendationsOmitted} more`] : []),
      ...byClass.map(({ class: of, open: count, overdue }) => `${of.replaceAll('_', ' ')}: ${count} open, ${overdue} overdue.`),
      `Oldest open: ${metricText(oldestDays.metric, (days) => `${days} days`)}. Confirmed: ${metricText(confirmed.metric, (share) => percent(share, 1))}.`,
      ...(typed.on('why') ? [oldestDays, confirmed].flatMap(({ why }) => ['', ...explanationLines(why)]) : []),
    ])
  },
}

const show: Command = {
  name: 'health-checks show',
  usage: '<id>',
  summary: 'One health check: what the records say, what was judged on which evidence, and what is recommended',
  options: { why: { about: 'Explain the delivery confidence and what the records say' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readHealthCheck, { params: { id: wordAt(typed, 0, 'id of a health check') } })
    print.answer(found, () => [
      `Health check of ${found.initiative.name}, ${found.tier}, ${found.state.replaceAll('_', ' ')}: ${found.purpose}`,
      found.reported ? `Delivery confidence: ${levelWords[found.reported.level]}, judged by ${found.reported.by}. ${found.reported.words}` : 'No delivery confidence was given.',
      '',
      ...tableLines(found.judged, [{ head: 'Area', of: ({ area }: JudgedArea) => areaWords[area] }, { head: 'Level', of: ({ level }) => levelWords[level] }, { head: 'Found', of: ({ words }) => words, widest: 60 }, { head: 'Evidence', of: ({ evidence }) => evidence.map(({ kind, words }) => `${kind}: ${words}`).join('; '), widest: 80 }]),
      ...(found.unjudged.length > 0 ? [`Not judged: ${found.unjudged.map((area) => areaWords[area]).join(', ')}.`] : []),
      '',
      ...found.indicators.filter(({ notable }) => notable).map(({ area, why }: HealthIndicator) => `Look at: ${why.term} (${areaWords[area]})`),
      '',
      ...tableLines(found.recommendations, recommendationColumns),
      ...(typed.on('why') ? [found.confidence, ...found.indicators.map(({ why }) => why)].flatMap((why) => ['', ...explanationLines(why)]) : []),
    ])
  },
}

export const healthCheckCommands: readonly Command[] = [list, recommendations, show]
