import { deliveryRoutes, type Drawdown, type RegisterStanding } from '@throughline/contract/delivery'
import { issueSeverities } from '@throughline/engine/delivery'
import { findInitiative } from '../demand/index.ts'
import { countOf, required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { metricText, moneyText } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { dayIn, issueOf, openRegister, riskGiven, riskOf, riskOptions, severityIn } from './risk-words.ts'

const registers: Command = {
  name: 'delivery registers',
  summary: 'Initiatives with a register of risks and issues, by name, and how many running ones have none',
  options: { find: { about: 'Only those with these words in their name', takes: 'words' }, from: { about: 'How many to pass over', takes: 'number' } },
  run: async (typed, { call, print }) => {
    const [search, from] = [typed.one('find')?.trim(), countOf(typed, 'from')]
    const found = await call(deliveryRoutes.listRegisters, { query: { limit: 100, ...(search ? { search } : {}), ...(from === undefined ? {} : { from }) } })
    const last = found.from + found.registers.length
    print.answer(found, () => [
      ...(found.registers.length === 0 ? ['No initiative with a register is like that.'] : tableLines<RegisterStanding>(found.registers, [
        { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 50 }, { head: 'Threats', of: ({ threats }) => String(threats), right: true }, { head: 'Opportunities', of: ({ opportunities }) => String(opportunities), right: true }, { head: 'Not estimated', of: ({ unestimated }) => String(unestimated), right: true },
        { head: 'Open issues', of: ({ openIssues }) => String(openIssues), right: true }, { head: 'Exposure to threats', of: ({ exposure }) => metricText(exposure.metric, moneyText), right: true },
      ])),
      ...(last < found.total ? [`${found.from + 1} to ${last} of ${found.total}; --from ${last} lists those after them.`] : []),
      `Running initiatives without a register: ${found.without}.`,
    ])
  },
}

const change: Command = {
  name: 'delivery change-risk',
  usage: '<initiative> <risk>',
  summary: 'Change what is said of a risk; what is left out stays, and none takes back',
  options: { title: { about: 'What it is called', takes: 'words' }, ...riskOptions, done: { about: 'When the response was done', takes: 'date' }, 'open-again': { about: 'It is open again' } },
  run: async (typed, { call, print }) => {
    const { list } = await openRegister(call, typed)
    const { id, version } = riskOf(list, wordAt(typed, 1, 'risk'))
    const { risk } = await call(deliveryRoutes.changeRisk, { params: { id }, body: { version, ...riskGiven(typed, list.currency), ...(typed.on('open-again') ? { state: 'open' as const } : {}) } })
    print.answer(risk, () => [`Changed ${risk.key} ${risk.title}.`])
  },
}

const withdraw: Command = {
  name: 'delivery withdraw-risk',
  usage: '<initiative> <risk>',
  summary: 'Withdraw a risk that was recorded by mistake; its history is kept',
  run: async (typed, { call, print }) => {
    const { id, version, key, title } = riskOf((await openRegister(call, typed)).list, wordAt(typed, 1, 'risk'))
    await call(deliveryRoutes.withdrawRisk, { params: { id }, query: { version } })
    print.answer({ id }, () => [`Withdrew ${key} ${title}.`])
  },
}

const changeIssue: Command = {
  name: 'delivery change-issue',
  usage: '<initiative> <issue>',
  summary: 'Change an issue, or say that it is contained or resolved; what is left out stays, and none takes back',
  options: {
    title: { about: 'What has come', takes: 'words' }, severity: { about: issueSeverities.join(', '), takes: 'severity' }, opened: { about: 'Since when', takes: 'date' }, contained: { about: 'When it was contained', takes: 'date' }, resolved: { about: 'When it was resolved', takes: 'date' },
    risk: { about: 'The risk that had been recorded of it; none where there was none', takes: 'key' }, owner: { about: 'Who answers for it', takes: 'name' },
  },
  run: async (typed, { call, print }) => {
    const register = await openRegister(call, typed)
    const { id, version } = await issueOf(call, register.id, wordAt(typed, 1, 'issue'))
    const given = <V>(option: string, field: string, read: (text: string) => V) => (typed.one(option) === undefined ? {} : { [field]: read(typed.one(option) ?? '') })
    const orNone = <V>(read: (text: string) => V) => (text: string): V | null => (text === 'none' ? null : read(text))
    const cause = (word: string) => (word === 'none' ? { kind: 'none' } : { kind: 'risk', riskId: riskOf(register.list, word).id })
    const said = (text: string): string => text
    const issue = await call(deliveryRoutes.changeIssue, { params: { id }, body: { version, ...given('title', 'title', said), ...given('severity', 'severity', severityIn), ...given('opened', 'openedOn', dayIn), ...given('contained', 'containedOn', orNone(dayIn)), ...given('resolved', 'resolvedOn', orNone(dayIn)), ...given('owner', 'owner', orNone(said)), ...given('risk', 'cause', cause) } })
    print.answer(issue, () => [`Changed ${issue.key} ${issue.title}${issue.resolvedOn ? `: resolved on ${issue.resolvedOn}` : issue.containedOn ? `: contained on ${issue.containedOn}` : ''}.`])
  },
}

const withdrawIssue: Command = {
  name: 'delivery withdraw-issue',
  usage: '<initiative> <issue>',
  summary: 'Withdraw an issue that was recorded by mistake; its history is kept',
  run: async (typed, { call, print }) => {
    const { id, version, key, title } = await issueOf(call, (await findInitiative(call, wordAt(typed, 0, 'initiative'))).id, wordAt(typed, 1, 'issue'))
    await call(deliveryRoutes.withdrawIssue, { params: { id }, query: { version } })
    print.answer({ id }, () => [`Withdrew ${key} ${title}.`])
  },
}

const takeBack: Command = {
  name: 'delivery take-back-drawdown',
  usage: '<initiative> <drawdown>',
  summary: 'Take a drawdown back by an entry of today; it is named by its day or by what was paid',
  options: { because: { about: 'Why', takes: 'words' } },
  run: async (typed, { call, print }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const standing = (await call(deliveryRoutes.readContingency, { params: { id } })).drawdowns.filter(({ reverses, reversed }) => reverses === null && !reversed)
    if (standing.length === 0) throw new UsageError('Found no drawdown that stands; expected one.')
    const drawdown = oneOf<Drawdown>('drawdown', standing, wordAt(typed, 1, 'drawdown'), ({ on, words }) => [on, words])
    const kept = await call(deliveryRoutes.reverseDrawdown, { params: { id: drawdown.id }, body: { reason: required(typed, 'because') } })
    print.answer(kept, () => [`Took back the drawdown of ${drawdown.on}: ${drawdown.words}. Left: ${metricText(kept.left, moneyText)}.`])
  },
}

/** What is done to registers beyond recording: changed, withdrawn, taken back. */
export const riskActCommands: readonly Command[] = [registers, change, withdraw, changeIssue, withdrawIssue, takeBack]
