import { governanceRoutes, type AssuredRegister, type RegisterFinding } from '@throughline/contract/governance'
import { opinionClasses, opinionWords } from '@throughline/engine/governance'
import { findInitiative } from '../demand/index.ts'
import { required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const all: Command = {
  name: 'risk-assurance',
  summary: 'How running initiatives manage their risks: the assurance that each register gives by rule, the gravest first',
  run: async (_, { call, print }) => {
    const found = await call(governanceRoutes.readRiskAssurance, { query: { limit: 500 } })
    print.answer(found, () => (found.total === 0 ? ['No running initiative has a register.'] : [
      ...tableLines<AssuredRegister>(found.registers, [
        { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 50 }, { head: 'Assurance by rule', of: ({ opinion }) => metricText(opinion.metric, (one) => opinionWords[one]) }, { head: 'High', of: ({ counts }) => String(counts.high), right: true }, { head: 'Medium', of: ({ counts }) => String(counts.medium), right: true }, { head: 'Low', of: ({ counts }) => String(counts.low), right: true },
        { head: 'Open risks', of: ({ open }) => String(open), right: true }, { head: 'Opinion given', of: ({ issued }) => (issued ? `${issued.class} by ${issued.by} on ${issued.on}` : 'none'), widest: 50 },
      ]),
      ...(found.registers.length < found.total ? [`The first ${found.registers.length} of ${found.total}.`] : []),
      `${found.without} running initiatives have no register. Issues that had been recorded as a risk: ${metricText(found.foresight.share.metric, (one) => percent(one, 0))} of ${found.foresight.said}. Threats that occurred: ${metricText(found.threats.share.metric, (one) => percent(one, 0))} of ${found.threats.over} that are over.`,
    ]))
  },
}

const one: Command = {
  name: 'risk-assurance of',
  usage: '<initiative>',
  summary: 'How one initiative manages its risks: every finding, the opinions given, and apart from it the exposure',
  options: { why: { about: 'Explain the assurance' } },
  run: async (typed, { call, print }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const found = await call(governanceRoutes.readInitiativeRiskAssurance, { params: { id } })
    const { opinion, findings, omitted } = found.process
    print.answer(found, () => [
      `Assurance by rule: ${metricText(opinion.metric, (given) => opinionWords[given])}.`, ...(typed.on('why') ? explanationLines(opinion.why) : []),
      ...(findings.length === 0 ? [] : tableLines<RegisterFinding>(findings, [{ head: 'Finding', of: ({ rule }) => rule.replaceAll('_', ' ') }, { head: 'Severity', of: ({ severity }) => severity }, { head: 'Where', of: ({ where }) => where.name, widest: 40 }, { head: 'Found', of: ({ found: seen }) => seen, widest: 60 }, { head: 'Expected', of: ({ expected }) => expected, widest: 60 }])),
      ...(omitted > 0 ? [`${omitted} further findings are not listed.`] : []),
      ...found.issued.map(({ no, class: given, by, on, words }) => `Opinion ${no}: ${opinionWords[given]}, ${by} on ${on}. ${words}`),
      `Apart from it, the expected exposure to threats: ${metricText(found.exposure.threats.expected.metric, moneyText)}; the expected worth of opportunities: ${metricText(found.exposure.opportunities.expected.metric, moneyText)}.`,
    ])
  },
}

const give: Command = {
  name: 'risk-assurance give',
  usage: '<initiative> <class>',
  summary: 'Give an opinion on how an initiative manages its risks; who depends on its team is refused',
  options: { because: { about: 'On what it rests', takes: 'words' } },
  run: async (typed, { call, print }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const given = opinionClasses.find((each) => each === wordAt(typed, 1, 'class').toLowerCase())
    if (!given) throw new UsageError(`Found ${wordAt(typed, 1, 'class')}; expected ${opinionClasses.join(', ')}.`)
    const before = await call(governanceRoutes.readInitiativeRiskAssurance, { params: { id } })
    const { issued, initiative } = await call(governanceRoutes.giveRiskOpinion, { params: { id }, body: { version: before.issued[0]?.no ?? null, class: given, words: required(typed, 'because') } })
    print.answer(issued[0], () => [`Opinion ${issued[0]?.no ?? ''} on ${initiative.name}: ${opinionWords[given]}.`])
  },
}

export const riskAssuranceCommands: readonly Command[] = [all, one, give]
