import { caseOutcomes, caseStates, demandRoutes, type BusinessCase, type CaseAssumption, type CaseChange, type CaseListRow, type CaseWorkbench } from '@throughline/contract/demand'
import { countOf, required, UsageError, wordAt, type Command, type Context } from '../terminal/command.ts'
import { explanationLines, metricText, minorText, moneyText } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { findInitiative } from './find.ts'

const list: Command = {
  name: 'business-cases',
  summary: 'Business cases, the newest version of each initiative: how they stand, what they lack, and what the preferred option is worth',
  options: { state: { about: `Only these: ${caseStates.join(', ')}`, takes: 'state' }, search: { about: 'Only initiatives with these words in their name or key', takes: 'text' }, from: { about: 'How many to pass over', takes: 'number' } },
  run: async (typed, { call, print }) => {
    const [asked, search, from] = [typed.one('state'), typed.one('search'), countOf(typed, 'from')]
    const state = caseStates.find((one) => one === asked)
    if (asked !== undefined && !state) throw new UsageError(`Found --state ${asked}; expected one of ${caseStates.join(', ')}.`)
    const found = await call(demandRoutes.listBusinessCases, { query: { ...(state ? { state } : {}), ...(search ? { search } : {}), ...(from === undefined ? {} : { from }) } })
    print.answer(found, () => [
      ...tableLines<CaseListRow>(found.rows, [
        { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 44 }, { head: 'Version', of: ({ no }) => String(no), right: true }, { head: 'State', of: (one) => one.state }, { head: 'There', of: (one) => `${one.asked - one.missing} of ${one.asked}`, right: true },
        { head: 'Preferred', of: ({ preferred }) => preferred ?? 'none', widest: 32 }, { head: 'Net present value', of: ({ worth }) => metricText(worth.metric, moneyText), right: true }, { head: 'Ratio', of: ({ ratio }) => metricText(ratio.metric, (value) => value.toFixed(2)), right: true },
      ]),
      `${found.from + found.rows.length} of ${found.total}; ${found.without} initiatives that go on have none.`,
    ])
  },
}

const show: Command = {
  name: 'business-case',
  usage: '<initiative>',
  summary: 'The business case of an initiative: its options by what they are worth, switching values, and what is missing',
  options: { version: { about: 'The how-manieth version; the newest unless said', takes: 'number' }, why: { about: 'Explain what each option is worth' } },
  run: async (typed, context) => {
    const no = countOf(typed, 'version')
    const found = await context.call(demandRoutes.readBusinessCase, { params: await initiativeIn(context, wordAt(typed, 0, 'initiative')), query: no === undefined ? {} : { no } })
    context.print.answer(found, () => (found.shown ? [...linesOf(found, found.shown), ...(typed.on('why') ? (found.shown.appraisal?.options ?? []).flatMap(({ figures }) => ['', ...explanationLines(figures.net_present_value.why)]) : [])] : [`${found.initiative.name} has no business case.`]))
  },
}

function linesOf({ initiative, currency }: CaseWorkbench, { no, state, stage, options, appraisal, preferred, missing, warnings }: BusinessCase): readonly string[] {
  const nameOf = (id: string | null): string => options.find((one) => one.id === id)?.name ?? 'none'
  const sensitivity = appraisal?.options.find(({ optionId }) => optionId === (preferred.optionId ?? appraisal.bestId))
  const of = ({ unit }: CaseAssumption, value: number): string => (unit === 'money' ? minorText(value, currency) : unit === 'percent' ? `${value.toFixed(1)} %` : `${value.toFixed(1)} years`)
  return [
    `${initiative.name}, version ${no}, ${stage.replaceAll('_', ' ')}, ${state}; preferred: ${nameOf(preferred.optionId)}`, '',
    ...(appraisal ? tableLines(appraisal.options, [
      { head: 'Option', of: ({ optionId }) => nameOf(optionId), widest: 40 }, { head: 'Place', of: ({ rank }) => String(rank ?? 'none'), right: true }, { head: 'Against doing nothing', of: ({ against }) => (against ? metricText(against.net_present_value.metric, moneyText) : ''), right: true },
      { head: 'Ratio', of: ({ figures, against }) => metricText((against ?? figures).ratio.metric, (value) => value.toFixed(2)), right: true }, { head: 'Payback', of: ({ figures, against }) => metricText((against ?? figures).payback.metric, (value) => `${value.toFixed(1)} years`), right: true },
      { head: 'Rate of return', of: ({ figures, against, againstRoots }) => (againstRoots.length > 1 ? `${againstRoots.length} rates` : metricText((against ?? figures).internal_rate.metric, (value) => `${(value * 100).toFixed(1)} %`)), right: true },
    ]) : ['Amounts are withheld from you.']),
    ...(sensitivity && sensitivity.sensitivity.length > 0 ? ['', `Switching values of ${nameOf(sensitivity.optionId)}`, ...tableLines<CaseAssumption>(sensitivity.sensitivity, [
      { head: 'Assumption', of: ({ name }) => name, widest: 44 }, { head: 'Assumed', of: (one) => of(one, one.base), right: true }, { head: 'Nothing gained at', of: (one) => (one.switchesAt.length > 1 ? one.switchesAt.map((value) => of(one, value)).join('; ') : metricText(one.switching.metric, (value) => of(one, value))), right: true },
    ])] : []),
    '', ...(missing.length === 0 ? ['Ready for its gate.'] : [`Not ready: ${missing.length} missing`, ...missing.map(({ element, lacks, giver }) => `- ${element} (${giver}): ${lacks}`)]), ...warnings.map((one) => `! ${one}`),
  ]
}

const draft: Command = {
  name: 'business-case draft',
  usage: '<initiative>',
  summary: 'Begin a draft of the business case, from the newest version or from what is known of the initiative',
  options: { framework: { about: 'green_book or commercial, of a first draft', takes: 'framework' } },
  run: async (typed, context) => {
    const asked = typed.one('framework')
    const framework = (['green_book', 'commercial'] as const).find((one) => one === asked)
    if (asked !== undefined && !framework) throw new UsageError(`Found --framework ${asked}; expected green_book or commercial.`)
    done(context, await context.call(demandRoutes.draftBusinessCase, { params: await initiativeIn(context, wordAt(typed, 0, 'initiative')), body: framework ? { framework } : {} }), 'Begun.')
  },
}

const said = ['stage', 'framework', 'basis', 'doubt', 'options', 'preferred', 'scenarios', 'words', 'givers'] as const
const change: Command = {
  name: 'business-case change',
  usage: '<initiative> <file.json>',
  summary: 'Change what the draft says besides its cash flow, as business-case --json shows it; what the file leaves out stays',
  run: async (typed, context) => {
    const path = wordAt(typed, 1, 'file')
    const params = await initiativeIn(context, wordAt(typed, 0, 'initiative'))
    const found = contentIn(new TextDecoder().decode(await context.readFile(path)), path)
    done(context, await context.call(demandRoutes.changeBusinessCase, { params, body: { version: (await shownOf(context, params)).version, ...found } }), 'Changed.')
  },
}

/** What of a case a file says. Lines and risks of options are given by themselves. */
function contentIn(text: string, path: string): Omit<CaseChange, 'version'> {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    found = undefined
  }
  if (typeof found !== 'object' || found === null || !said.some((key) => key in found)) throw new UsageError(`Found no business case in ${path}; expected JSON with one of ${said.join(', ')}.`)
  const named = found as Record<string, unknown>
  const own = (value: unknown): unknown => (Array.isArray(value) ? value.map((one: Record<string, unknown>) => Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'lines' && key !== 'risks'))) : value)
  return Object.fromEntries(said.flatMap((key) => (key in named ? [[key, key === 'options' ? own(named[key]) : named[key]]] : [])))
}

const flows: Command = {
  name: 'business-case flows',
  usage: '<initiative> <option> <file>',
  summary: 'Put the cash flow of a file, CSV or XLSX, in the place of the lines of an option',
  options: { preview: { about: 'Only show what the file says' } },
  run: async (typed, context) => {
    const params = await initiativeIn(context, wordAt(typed, 0, 'initiative'))
    const shown = await shownOf(context, params)
    const option = oneOf('option', shown.options, wordAt(typed, 1, 'option'), ({ name }) => [name])
    const path = wordAt(typed, 2, 'file')
    const fileName = path.replace(/^.*[\\/]/, '')
    const preview = await context.call(demandRoutes.previewCaseFlows, { params, query: { option: option.name, fileName }, body: await context.readFile(path) })
    const issues = preview.issues.map(({ line, found, expected }) => `${line === null ? '' : `Line ${line}: `}found ${found}; expected ${expected}.`)
    if (typed.on('preview') || preview.lines.length === 0) return context.print.answer(preview, () => [`${preview.recognised}: ${preview.lines.length} lines`, ...preview.lines.map(({ name, kind, amounts }) => `  ${name} (${kind.replaceAll('_', ' ')}), ${amounts.length} years`), ...issues])
    const lines = preview.lines.map((one) => ({ ...one, id: option.lines.find(({ name }) => name.toLowerCase() === one.name.toLowerCase())?.id ?? crypto.randomUUID() }))
    const risks = option.risks.map((risk) => ({ ...risk, lowMinor: risk.lowMinor ?? '0', likelyMinor: risk.likelyMinor ?? '0', highMinor: risk.highMinor ?? '0' }))
    done(context, await context.call(demandRoutes.setCaseFlows, { params, body: { version: shown.version, optionId: option.id, lines, risks, from: fileName.slice(0, 200) } }), 'Taken over.', issues)
  },
}

const submit: Command = {
  name: 'business-case submit',
  usage: '<initiative>',
  summary: 'Submit the draft to its gate; refused as long as anything is missing',
  run: async (typed, context) => {
    const params = await initiativeIn(context, wordAt(typed, 0, 'initiative'))
    done(context, await context.call(demandRoutes.submitBusinessCase, { params, body: { version: (await shownOf(context, params)).version } }), 'Submitted.')
  },
}

const decide: Command = {
  name: 'business-case decide',
  usage: '<initiative> <approved|returned|rejected>',
  summary: 'Decide on the version that was submitted, with a record of the decision',
  options: { because: { about: 'Why', takes: 'reason' } },
  run: async (typed, context) => {
    const word = wordAt(typed, 1, 'outcome')
    const outcome = caseOutcomes.find((one) => one === word)
    if (!outcome) throw new UsageError(`Found ${word}; expected ${caseOutcomes.join(', ')}.`)
    const params = await initiativeIn(context, wordAt(typed, 0, 'initiative'))
    const { versions } = await context.call(demandRoutes.readBusinessCase, { params, query: {} })
    done(context, await context.call(demandRoutes.decideBusinessCase, { params, body: { version: versions.find(({ state }) => state === 'submitted')?.version ?? 1, outcome, reason: required(typed, 'because') } }), 'Decided.')
  },
}

const putAway: Command = {
  name: 'business-case put-away',
  usage: '<initiative>',
  summary: 'Put the draft away; it stays in the history',
  run: async (typed, context) => {
    const params = await initiativeIn(context, wordAt(typed, 0, 'initiative'))
    done(context, await context.call(demandRoutes.putAwayBusinessCase, { params, body: { version: (await shownOf(context, params)).version } }), 'Put away.')
  },
}

const written = (kind: 'document' | 'export', ending: string, summary: string): Command => ({
  name: `business-case ${kind}`,
  usage: `<initiative> <file${ending}>`,
  summary,
  options: { version: { about: 'The how-manieth version; the newest unless said', takes: 'number' } },
  run: async (typed, context) => {
    const [params, path, no] = [await initiativeIn(context, wordAt(typed, 0, 'initiative')), wordAt(typed, 1, 'file'), countOf(typed, 'version')]
    const bytes = await (kind === 'document' ? context.call(demandRoutes.documentBusinessCase, { params, query: { ...(no === undefined ? {} : { no }), format: path.toLowerCase().endsWith('.docx') ? 'docx' : 'html' } }) : context.call(demandRoutes.exportBusinessCase, { params, query: no === undefined ? {} : { no } }))
    await context.writeFile(path, bytes)
    context.print.answer({ path, bytes: bytes.length }, () => [`Wrote ${path} (${bytes.length} bytes).`])
  },
})

const initiativeIn = async ({ call }: Context, word: string): Promise<{ readonly id: string }> => ({ id: (await findInitiative(call, word)).id })
async function shownOf({ call }: Context, params: { readonly id: string }): Promise<BusinessCase> {
  const { shown, initiative } = await call(demandRoutes.readBusinessCase, { params, query: {} })
  if (!shown) throw new UsageError(`Found no business case of ${initiative.name}; expected one. Begin it with business-case draft.`)
  return shown
}
const done = ({ print }: Context, bench: CaseWorkbench, words: string, issues: readonly string[] = []): void => print.answer(bench, () => [words, ...issues, ...(bench.shown ? linesOf(bench, bench.shown) : [])])

export const businessCaseCommands: readonly Command[] = [list, show, draft, change, flows, submit, decide, putAway, written('document', '.html', 'Write the case as a document to print, or of a word processor where the file ends in .docx'), written('export', '.xlsx', 'Write cash flow, appraisal, sensitivities and five cases to a workbook')]
