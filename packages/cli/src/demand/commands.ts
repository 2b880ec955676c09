import { demandRoutes, type InitiativeChange, type InitiativeDetail, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { countOf, UsageError, wordAt, type Command, type Context } from '../terminal/command.ts'
import { explanationLines, metricText, moneyText, percent, readAmount } from '../terminal/figures.ts'
import { resultOf } from '../terminal/jobs.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { appraiseCommand } from './appraise.ts'
import { businessCaseCommands } from './business-case.ts'
import { criteriaCommands } from './criteria.ts'
import { findInitiative, listInitiatives, readOrganisation } from './find.ts'
import { ideaCommands } from './ideas.ts'
import { innovationCommands } from './innovation.ts'
import { importCommands } from './imports.ts'
import { filterRows, initiativeColumns, ratingText, sortRows } from './rows.ts'

const list: Command = {
  name: 'initiatives',
  summary: 'All initiatives of the latest position',
  options: { all: { about: 'Those of earlier positions too' }, sort: { about: 'Column to sort by; -cost unless said', takes: 'column' }, where: { about: 'Only where field=text: name, unit, category, state, rating', takes: 'field=text', many: true }, first: { about: 'Only the first n', takes: 'number' } },
  run: async (typed, { call, print }) => {
    const rows = sortRows(filterRows(await listInitiatives(call, !typed.on('all')), typed.many('where')), typed.one('sort') ?? '-cost')
    const shown = rows.slice(0, countOf(typed, 'first') ?? rows.length)
    print.answer(shown, () => [...tableLines(shown, initiativeColumns), '', `${shown.length} of ${rows.length} initiatives`])
  },
}

const show: Command = {
  name: 'initiative',
  usage: '<initiative>',
  summary: 'One initiative: objectives, costs and benefits by year, ratings, and why each figure is what it is',
  options: { why: { about: 'Explain every figure' }, story: { about: 'The narrative of the latest publication' } },
  run: async (typed, { call, print }) => {
    const row = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const detail = await call(demandRoutes.readInitiative, { params: { id: row.id } })
    const statements = new Map((await call(strategyRoutes.readStrategy, {})).objectives.map(({ id, statement }) => [id, statement]))
    print.answer(detail, () => [...headLines(detail, statements), ...yearLines(detail), ...historyLines(detail), ...(typed.on('why') ? whyLines(detail) : []), ...(typed.on('story') ? storyLines(detail) : [])])
  },
}

function headLines({ row, contributions, ties }: InitiativeDetail, statements: ReadonlyMap<string, string>): readonly string[] {
  return [
    `${row.name} (${row.key})`,
    `${row.unit ?? 'no unit'} · ${row.category ?? 'no category'} · ${row.state} · rated ${ratingText(row.rating)} · ${row.startOn ?? '?'} to ${row.endOn ?? '?'}`,
    `cost ${metricText(row.cost, moneyText)} · benefits ${metricText(row.benefits, moneyText)} · benefit-cost ratio ${metricText(row.ratio, (value) => value.toFixed(2))} · alignment ${metricText(row.alignment, (value) => value.toFixed(3))}`,
    ...(row.flags.length > 0 ? [`flags: ${row.flags.map((flag) => flag.replaceAll('_', ' ')).join(', ')}`] : []),
    '',
    `Serves ${contributions.length} objectives`,
    ...contributions.map(({ objectiveId, contribution, rationale, origin }) => `  ${contribution > 0 ? '+' : ''}${contribution}  ${statements.get(objectiveId) ?? objectiveId}${origin === 'our_reading' ? ' (our reading)' : ''}${rationale ? `: ${rationale}` : ''}`),
    ...ties.dependencies.map(({ fromName, toName }) => `  ${fromName} needs ${toName}`),
    ...ties.exclusions.map(({ name }) => `  at most one of ${name}`),
  ]
}

function yearLines({ costProfile, benefitProfile }: InitiativeDetail): readonly string[] {
  const years = [...new Set([...costProfile.lines, ...benefitProfile.lines].map(({ year }) => year))].sort((a, b) => a - b)
  const of = (lines: InitiativeDetail['costProfile']['lines'], year: number): string => {
    const line = lines.find((candidate) => candidate.year === year)
    return line ? `${moneyText(line.amount)}${line.derived ? ' *' : ''}` : ''
  }
  if (years.length === 0) return []
  const label = new Map([...costProfile.lines, ...benefitProfile.lines].map((line) => [line.year, line.label]))
  const rules = [...new Set([...costProfile.lines, ...benefitProfile.lines].flatMap(({ rule }) => (rule ? [rule] : [])))]
  return ['', ...tableLines(years, [{ head: 'Year', of: (year) => label.get(year) ?? String(year) }, { head: 'Cost', of: (year) => of(costProfile.lines, year), right: true }, { head: 'Benefits', of: (year) => of(benefitProfile.lines, year), right: true }]), ...rules.map((rule) => `* derived: ${rule}`)]
}

function historyLines({ reports }: InitiativeDetail): readonly string[] {
  if (reports.length === 0) return []
  return ['', ...tableLines(reports, [
    { head: 'Position', of: ({ asOf }) => asOf }, { head: 'Rating', of: ({ rating, ratingAsPublished }) => (rating ? ratingText(rating) : ratingAsPublished), widest: 24 }, { head: 'End', of: ({ endOn, endAsPublished }) => endOn ?? endAsPublished, widest: 20 },
    { head: 'Cost', of: ({ cost }) => metricText(cost.metric, moneyText), right: true, widest: 24 }, { head: 'Benefits', of: ({ benefits }) => metricText(benefits.metric, moneyText), right: true, widest: 24 }, { head: 'Linked by', of: ({ linkedBy }) => linkedBy.replace('_', ' ') },
  ])]
}

const whyLines = ({ costProfile, benefitProfile, ratio, alignment, inYear, dates }: InitiativeDetail): readonly string[] =>
  ['', ...[costProfile.total.why, benefitProfile.total.why, ratio.why, alignment.why, inYear.baseline.why, inYear.forecast.why, dates.start, dates.end].flatMap((why) => explanationLines(why))]

function storyLines({ reports }: InitiativeDetail): readonly string[] {
  const latest = [...reports].sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]
  return latest ? ['', latest.publication, ...latest.narratives.flatMap(({ label, text }) => ['', `${label}:`, text])] : []
}

const changeable = {
  name: (text: string) => ({ name: text }), state: (text: string) => ({ state: text as InitiativeRow['state'] }), category: (text: string) => ({ category: text }), sponsor: (text: string) => ({ sponsor: text }),
  start: (text: string) => ({ startOn: text }), end: (text: string) => ({ endOn: text }), mandatory: (text: string) => ({ mandatory: readYesNo(text) }),
} satisfies Record<string, (text: string) => Partial<InitiativeChange>>

function readYesNo(text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw new UsageError(`Found mandatory=${text}; expected yes or no.`)
}

const set: Command = {
  name: 'initiative set',
  usage: '<initiative> <field=value>…',
  summary: 'Change an initiative: name, state, unit, category, sponsor, start, end, mandatory, cost, benefits',
  options: { because: { about: 'Why, kept with the change', takes: 'text' } },
  run: async (typed, context) => {
    const row = await findInitiative(context.call, wordAt(typed, 0, 'initiative'))
    const changes = await Promise.all(typed.words.slice(1).map((assignment) => readAssignment(assignment, context)))
    if (changes.length === 0) throw new UsageError('Found no field=value; expected at least one.')
    const because = typed.one('because')
    const changed = await context.call(demandRoutes.changeInitiative, { params: { id: row.id }, body: { version: row.version, ...Object.assign({}, ...changes), ...(because ? { why: because } : {}) } })
    context.print.answer(changed, () => tableLines([changed], initiativeColumns))
  },
}

async function readAssignment(assignment: string, { call }: Context): Promise<Partial<InitiativeChange>> {
  const at = assignment.indexOf('=')
  const [field, text] = [assignment.slice(0, at), assignment.slice(at + 1)]
  if (at > 0 && field === 'unit') return { unitId: text === '' ? null : oneOf('unit', await call(peopleRoutes.listUnits, {}), text, ({ code, name }) => [code, name]).id }
  if (at > 0 && (field === 'cost' || field === 'benefits')) {
    const minor = text === '' ? null : readAmount(text, (await readOrganisation(call)).currency).toString()
    return field === 'cost' ? { costMinor: minor } : { benefitsMinor: minor }
  }
  const read = changeable[field as keyof typeof changeable]
  if (at <= 0 || !read) throw new UsageError(`Found ${assignment}; expected one of ${[...Object.keys(changeable), 'unit', 'cost', 'benefits'].join(', ')}, then = and the value.`)
  return read(text)
}

const add: Command = {
  name: 'initiative add',
  usage: '<name>',
  summary: 'Add an initiative',
  options: { cost: { about: 'Whole-life cost', takes: 'amount' }, benefits: { about: 'Monetised benefits', takes: 'amount' }, start: { about: 'YYYY-MM-DD', takes: 'date' }, end: { about: 'YYYY-MM-DD', takes: 'date' }, category: { about: 'Category', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const { currency } = await readOrganisation(call)
    const amount = (option: string): string | null => (typed.one(option) ? readAmount(typed.one(option) ?? '', currency).toString() : null)
    const row = await call(demandRoutes.createInitiative, { body: { name: wordAt(typed, 0, 'name'), costMinor: amount('cost'), benefitsMinor: amount('benefits'), startOn: typed.one('start') ?? null, endOn: typed.one('end') ?? null, category: typed.one('category') ?? null } })
    print.answer(row, () => tableLines([row], initiativeColumns))
  },
}

const exportFile: Command = {
  name: 'export',
  usage: '<file.csv|file.xlsx>',
  summary: 'Write all initiatives to a file',
  options: { current: { about: 'Only those of the latest position' } },
  run: async (typed, { call, print, writeFile }) => {
    const path = wordAt(typed, 0, 'file')
    const format = path.endsWith('.xlsx') ? 'xlsx' : path.endsWith('.csv') ? 'csv' : undefined
    if (!format) throw new UsageError(`Found file ${path}; expected a name that ends in .csv or .xlsx.`)
    const bytes = await call(demandRoutes.exportInitiatives, { query: { format, current: typed.on('current') } })
    await writeFile(path, bytes)
    print.answer({ path, bytes: bytes.length }, () => [`Wrote ${path} (${bytes.length} bytes).`])
  },
}

const examples: Command = {
  name: 'examples',
  summary: 'Real portfolios that ship with the product',
  run: async (_, { call, print }) => {
    const found = await call(demandRoutes.listExamples, {})
    print.answer(found, () => tableLines(found, [{ head: 'Key', of: ({ key }) => key }, { head: 'Title', of: ({ title }) => title }, { head: 'Positions', of: ({ publications }) => String(publications), right: true }, { head: 'Licence', of: ({ licence }) => licence, widest: 60 }]))
  },
}

const load: Command = {
  name: 'examples load',
  usage: '<example>',
  summary: 'Load an example into this empty organisation',
  run: async (typed, { call, print }) => {
    const { jobId } = await call(demandRoutes.loadExample, { params: { key: wordAt(typed, 0, 'example') } })
    const result = await resultOf<unknown>(call, print, jobId)
    const rows = await listInitiatives(call, true)
    print.answer(result, () => [`Loaded: ${rows.length} initiatives in the latest position, ${percent(rows.filter(({ objectives }) => objectives > 0).length / Math.max(1, rows.length))} linked to an objective.`])
  },
}

export const demandCommands: readonly Command[] = [list, show, appraiseCommand, set, add, ...ideaCommands, ...innovationCommands, ...importCommands, exportFile, examples, load, ...criteriaCommands, ...businessCaseCommands]
