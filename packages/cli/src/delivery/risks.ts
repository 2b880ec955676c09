import { basename } from 'node:path'
import { deliveryRoutes, type Contingency, type Issue, type Risk, type RiskList } from '@throughline/contract/delivery'
import { issueSeverities } from '@throughline/engine/delivery'
import { findInitiative } from '../demand/index.ts'
import { required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, minorText, moneyText, percent, readAmount } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'
import { riskActCommands } from './risk-acts.ts'
import { dayIn, issueOf, openRegister, riskGiven, riskOf, riskOptions, severityIn, shareIn } from './risk-words.ts'

const list: Command = {
  name: 'delivery risks',
  usage: '<initiative>',
  summary: 'The risks of an initiative, with the expected exposure to threats and the expected worth of opportunities',
  options: { why: { about: 'Explain the exposure' } },
  run: async (typed, { call, print }) => {
    const { list: found } = await openRegister(call, typed)
    print.answer(found, () => [...(found.risks.length === 0 ? ['No risk is recorded yet; `throughline delivery add-risk` records one, `throughline delivery load-risks` reads a register.'] : riskLines(found)), ...exposureLines(found, typed.on('why'))])
  },
}
const riskLines = ({ risks, currency, amounts }: RiskList): readonly string[] =>
  tableLines<Risk>(risks, [
    { head: 'Key', of: ({ key }) => key, widest: 20 }, { head: 'Risk', of: ({ title }) => title, widest: 50 }, { head: 'Kind', of: ({ kind }) => kind }, { head: 'State', of: ({ state }) => state }, { head: 'Probability', of: ({ probability }) => (probability === null ? '–' : percent(probability, 1)), right: true },
    { head: 'Impact', of: ({ impactMinor }) => (impactMinor === null ? (amounts === 'shown' ? '–' : 'withheld') : minorText(impactMinor, currency)), right: true }, { head: 'May come by', of: ({ proximityOn }) => proximityOn ?? '–' }, { head: 'Owner', of: ({ owner }) => owner ?? 'nobody', widest: 24 },
    { head: 'Response', of: ({ strategy }) => strategy ?? 'none' }, { head: 'Due', of: ({ dueOn, doneOn }) => (doneOn ? `done ${doneOn}` : (dueOn ?? '–')) }, { head: 'Reviewed', of: ({ reviewedOn }) => reviewedOn ?? 'never' },
  ])
const exposureLines = ({ exposure: { threats, opportunities } }: RiskList, why: boolean): readonly string[] => [
  ...([['Expected exposure to threats', threats], ['Expected worth of opportunities', opportunities]] as const).map(([words, one]) => `${words}: ${metricText(one.expected.metric, moneyText)}${one.low.status === 'ok' && one.high.status === 'ok' ? `, ${moneyText(one.low.value)} to ${moneyText(one.high.value)}` : ''}; ${one.unestimated} not estimated.`),
  ...(why ? ['', ...explanationLines(threats.expected.why), ...explanationLines(opportunities.expected.why)] : []),
]

const add: Command = {
  name: 'delivery add-risk',
  usage: '<initiative> <title>',
  summary: 'Record a risk of an initiative',
  options: { key: { about: 'What its register calls it; the next free one unless said', takes: 'key' }, opportunity: { about: 'It would help; a threat unless said' }, ...riskOptions },
  run: async (typed, { call, print }) => {
    const { id, list: { currency } } = await openRegister(call, typed)
    const { risk } = await call(deliveryRoutes.addRisk, { params: { id }, body: { title: wordAt(typed, 1, 'title'), kind: typed.on('opportunity') ? 'opportunity' : 'threat', ...(typed.one('key') === undefined ? {} : { key: typed.one('key') ?? '' }), ...riskGiven(typed, currency) } })
    print.answer(risk, () => [`Recorded ${risk.key} ${risk.title} (${risk.id}).`])
  },
}

const review: Command = {
  name: 'delivery review-risk',
  usage: '<initiative> <risk>',
  summary: 'Record a review of an open risk: that its estimate is as before, or another one',
  options: { on: { about: 'The day of the review', takes: 'date' }, found: { about: 'What was found', takes: 'words' }, probability: { about: 'Another probability, such as 30%', takes: 'share' }, impact: { about: 'Another most likely amount', takes: 'amount' } },
  run: async (typed, { call, print }) => {
    const { list: { currency, ...found } } = await openRegister(call, typed)
    const { id, version } = riskOf({ currency, ...found }, wordAt(typed, 1, 'risk'))
    const [probability, impact] = [typed.one('probability'), typed.one('impact')]
    const { risk } = await call(deliveryRoutes.reviewRisk, { params: { id }, body: { version, on: dayIn(required(typed, 'on')), words: required(typed, 'found'), ...(probability === undefined ? {} : { probability: shareIn(probability) }), ...(impact === undefined ? {} : { impactMinor: readAmount(impact, currency).toString() }) } })
    print.answer(risk, () => [`Reviewed ${risk.key} ${risk.title}: ${risk.reviews === 1 ? '1 review' : `${risk.reviews} reviews`} by now.`])
  },
}

const over: Command = {
  name: 'delivery close-risk',
  usage: '<initiative> <risk>',
  summary: 'Say that a risk can come no more, or that it occurred',
  options: { on: { about: 'Since when', takes: 'date' }, because: { about: 'Why', takes: 'words' }, occurred: { about: 'It has come' } },
  run: async (typed, { call, print }) => {
    const { id, version } = riskOf((await openRegister(call, typed)).list, wordAt(typed, 1, 'risk'))
    const { risk } = await call(deliveryRoutes.changeRisk, { params: { id }, body: { version, state: typed.on('occurred') ? 'occurred' : 'closed', overOn: dayIn(required(typed, 'on')), overReason: typed.one('because') ?? '' } })
    print.answer(risk, () => [`${risk.key} ${risk.title}: ${risk.state} on ${risk.overOn ?? ''}.`])
  },
}

const load: Command = {
  name: 'delivery load-risks',
  usage: '<initiative> <file>',
  summary: 'Add and change the risks of a CSV or XLSX register by their keys; lines that cannot be taken are named',
  options: { preview: { about: 'Say what the register would add and change, and write nothing' } },
  run: async (typed, { call, print, readFile }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const path = wordAt(typed, 1, 'file')
    const preview = await call(deliveryRoutes.previewRiskList, { params: { id }, query: { fileName: basename(path) }, body: await readFile(path) })
    const issueLines = (issues: typeof preview.issues): readonly string[] => issues.map(({ line, found, expected }) => `${line === null ? 'The file' : `Line ${line}`}: found ${found}; expected ${expected}.`)
    const unread = preview.fields.flatMap(({ heading, field }) => (field === null ? [heading] : []))
    if (typed.on('preview')) return print.answer(preview, () => [`${preview.recognised}: adds ${preview.added}, changes ${preview.changed}, leaves ${preview.same} as they are.`, ...(unread.length === 0 ? [] : [`Not read: ${unread.join(', ')}.`]), ...issueLines(preview.issues)])
    if (preview.rows.length === 0) throw new UsageError(issueLines(preview.issues).join(' ') || 'The file has no lines.')
    const kept = await call(deliveryRoutes.keepRiskList, { params: { id }, body: { rows: preview.rows } })
    const sent = new Set(preview.rows.map(({ line }) => line))
    const issues = [...preview.issues.filter(({ line }) => line === null || !sent.has(line)), ...kept.issues]
    print.answer({ ...kept, issues }, () => [`Added ${kept.added}, changed ${kept.changed}, left ${kept.same} as they are.`, ...issueLines(issues)])
  },
}

const save: Command = {
  name: 'delivery export-risks',
  usage: '<initiative> <file>',
  summary: 'Write the risks of an initiative to a file that can be read back, or its issues',
  options: { issues: { about: 'The issues' } },
  run: async (typed, { call, print, writeFile }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const path = wordAt(typed, 1, 'file')
    const format = path.endsWith('.xlsx') ? 'xlsx' : path.endsWith('.csv') ? 'csv' : undefined
    if (!format) throw new UsageError(`Found file ${path}; expected a name that ends in .csv or .xlsx.`)
    const bytes = await call(deliveryRoutes.exportRegister, { params: { id }, query: { format, part: typed.on('issues') ? 'issues' : 'risks' } })
    await writeFile(path, bytes)
    print.answer({ path, bytes: bytes.length }, () => [`Wrote ${path} (${bytes.length} bytes).`])
  },
}

const issues: Command = {
  name: 'delivery issues',
  usage: '<initiative>',
  summary: 'The issues of an initiative, those that came last first, with the risk that had been recorded',
  options: { open: { about: 'Only what is not resolved' } },
  run: async (typed, { call, print }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const found = await call(deliveryRoutes.listIssues, { params: { id }, query: { limit: 500, ...(typed.on('open') ? { open: true } : {}) } })
    print.answer(found, () => (found.total === 0 ? ['No issue is like that.'] : [
      ...tableLines<Issue>(found.issues, [
        { head: 'Key', of: ({ key }) => key, widest: 20 }, { head: 'Issue', of: ({ title }) => title, widest: 50 }, { head: 'Severity', of: ({ severity }) => severity }, { head: 'Opened', of: ({ openedOn }) => openedOn }, { head: 'Contained', of: ({ containedOn }) => containedOn ?? '–' }, { head: 'Resolved', of: ({ resolvedOn }) => resolvedOn ?? '–' },
        { head: 'Recorded as a risk', of: ({ cause, risk }) => (cause === null ? 'not said' : cause.kind === 'none' ? 'no' : risk ? `${risk.key} ${risk.title}` : 'withdrawn'), widest: 40 }, { head: 'Owner', of: ({ owner }) => owner ?? 'nobody', widest: 24 },
      ]),
      ...(found.issues.length < found.total ? [`The first ${found.issues.length} of ${found.total}.`] : []),
    ]))
  },
}

const addIssue: Command = {
  name: 'delivery add-issue',
  usage: '<initiative> <what has come>',
  summary: 'Record an issue of an initiative',
  options: { severity: { about: issueSeverities.join(', '), takes: 'severity' }, opened: { about: 'Since when', takes: 'date' }, risk: { about: 'The risk that had been recorded of it; none where there was none', takes: 'key' }, owner: { about: 'Who answers for it', takes: 'name' } },
  run: async (typed, { call, print }) => {
    const { id, list: found } = await openRegister(call, typed)
    const severity = severityIn(required(typed, 'severity'))
    const [word, owner] = [typed.one('risk'), typed.one('owner')]
    const cause = word === undefined ? null : word === 'none' ? ({ kind: 'none' } as const) : ({ kind: 'risk', riskId: riskOf(found, word).id } as const)
    const issue = await call(deliveryRoutes.addIssue, { params: { id }, body: { title: wordAt(typed, 1, 'what has come'), severity, openedOn: dayIn(required(typed, 'opened')), cause, ...(owner ? { owner } : {}) } })
    print.answer(issue, () => [`Recorded ${issue.key} ${issue.title} (${issue.id}).`])
  },
}

const contingency: Command = {
  name: 'delivery contingency',
  usage: '<initiative>',
  summary: 'The contingency of an initiative: what was agreed, what was drawn and what for; or agree on one, or draw of it',
  options: { agree: { about: 'Agree on this amount', takes: 'amount' }, draw: { about: 'Record that this amount was drawn', takes: 'amount' }, on: { about: 'The day', takes: 'date' }, for: { about: 'The risk that it was drawn for', takes: 'key' }, 'for-issue': { about: 'The issue that it was drawn for', takes: 'key' }, note: { about: 'By whom it was agreed, or what was paid', takes: 'words' } },
  run: async (typed, { call, print }) => {
    const { id, list: found } = await openRegister(call, typed)
    const [agree, draw, risk, issue] = [typed.one('agree'), typed.one('draw'), typed.one('for'), typed.one('for-issue')]
    if (risk !== undefined && issue !== undefined) throw new UsageError('Found --for and --for-issue; expected one of them.')
    if (agree !== undefined) await call(deliveryRoutes.agreeContingency, { params: { id }, body: { version: (await call(deliveryRoutes.readContingency, { params: { id } })).version, agreedMinor: readAmount(agree, found.currency).toString(), agreedOn: dayIn(required(typed, 'on')), words: typed.one('note') ?? '' } })
    if (draw !== undefined) await call(deliveryRoutes.drawContingency, { params: { id }, body: { on: dayIn(required(typed, 'on')), amountMinor: readAmount(draw, found.currency).toString(), for: risk !== undefined ? { kind: 'risk', id: riskOf(found, risk).id } : issue !== undefined ? { kind: 'issue', id: (await issueOf(call, id, issue)).id } : null, words: required(typed, 'note') } })
    const kept = await call(deliveryRoutes.readContingency, { params: { id } })
    print.answer(kept, () => (kept.version === null ? ['No contingency is agreed.'] : [
      `Agreed: ${metricText(kept.agreed, moneyText)} on ${kept.agreedOn ?? ''}. Drawn: ${metricText(kept.drawn, moneyText)}. Left: ${metricText(kept.left, moneyText)}.`,
      ...tableLines<Contingency['drawdowns'][number]>(kept.drawdowns, [{ head: 'Day', of: ({ on }) => on }, { head: 'Amount', of: ({ amount }) => metricText(amount, moneyText), right: true }, { head: 'For', of: (one) => one.for?.name ?? 'nothing of the register', widest: 40 }, { head: 'What was paid', of: ({ words, reverses, reversed }) => `${words}${reverses ? ' (takes one back)' : reversed ? ' (taken back)' : ''}`, widest: 50 }, { head: 'By', of: ({ by }) => by, widest: 24 }]),
    ]))
  },
}

/** Registers of risks and issues. */
export const riskCommands: readonly Command[] = [list, add, review, over, load, save, issues, addIssue, contingency, ...riskActCommands]
