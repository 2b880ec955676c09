import { governanceRoutes, type MethodLibrary, type MethodLine, type MethodSheet } from '@throughline/contract/governance'
import { methodKinds } from '@throughline/engine/governance'
import { basename } from 'node:path'
import { countOf, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'methods',
  usage: '[words]',
  summary: 'What the method library has, or what of it has these words, with ratings and use',
  options: { kind: { about: methodKinds.join(', '), takes: 'kind' }, theme: { about: 'A theme', takes: 'text' }, why: { about: 'Explain each place' } },
  run: async (typed, { call, print }) => {
    const [word, find, theme] = [typed.one('kind'), typed.words.join(' '), typed.one('theme')]
    const kind = methodKinds.find((one) => one === word)
    if (word !== undefined && !kind) throw new UsageError(`Found --kind ${word}; expected ${methodKinds.join(', ')}.`)
    const library = await call(governanceRoutes.readMethodLibrary, { query: { ...(find === '' ? {} : { find }), ...(kind ? { kind } : {}), ...(theme === undefined ? {} : { theme }) } })
    print.answer(library, () => [...lines(library), ...(typed.on('why') ? library.items.flatMap(({ points }) => (points ? ['', ...explanationLines(points.why)] : [])) : [])])
  },
}

function lines({ items, omitted }: MethodLibrary): readonly string[] {
  if (items.length === 0) return ['Nothing fits.']
  return [
    ...tableLines(items, [
      { head: 'Item', of: (one: MethodLine) => one.name, widest: 50 }, { head: 'Kind', of: ({ kind }) => kind }, { head: 'When to use', of: ({ whenToUse }) => whenToUse, widest: 60 }, { head: 'Themes', of: ({ themes }) => themes.join(', '), widest: 30 }, { head: 'State', of: ({ state }) => state },
      { head: 'Rated', of: ({ ratings }) => String(ratings.rated), right: true }, { head: 'Median class', of: ({ ratings }) => (ratings.rated === 0 ? '' : metricText(ratings.median.metric, String)), right: true }, { head: 'Uses', of: ({ usage }) => metricText(usage.uses.metric, String), right: true }, { head: 'Used last', of: ({ usage }) => usage.lastOn ?? 'never' },
    ]),
    ...(omitted > 0 ? [`… and ${omitted} more`] : []),
  ]
}

const item: Command = {
  name: 'methods show',
  usage: '<item>',
  summary: 'All that there is of an item; a retired one leads to its successor',
  options: { retired: { about: 'Show a retired item itself' } },
  run: async (typed, { call, print }) => {
    const word = wordAt(typed, 0, 'item')
    const all = (await Promise.all((['published', 'draft', 'retired'] as const).map((state) => call(governanceRoutes.readMethodLibrary, { query: { state } })))).flatMap(({ items }) => items)
    const found = await call(governanceRoutes.readMethodItem, { params: { id: oneOf('item', all, word, ({ name }) => [name]).id }, query: typed.on('retired') ? { retired: true } : {} })
    print.answer(found, () => sheetLines(found))
  },
}

function sheetLines({ name, kind, state, whenToUse, whenNot, guidance, examples, templates, themes, retired, from, ratings, rated, uses }: MethodSheet): readonly string[] {
  const said = (term: string, text: string): readonly string[] => (text === '' ? [] : [`${term}: ${text}`])
  return [
    `${name} (${kind}, ${state})`, ...from.map((one) => `This is what came after ${one.name}, which was retired.`),
    ...(retired ? [`Retired on ${retired.on} by ${retired.by}: ${retired.reason}`, retired.leadsTo ? `It leads to ${retired.leadsTo.name}.` : 'Nothing is offered in its place.'] : []),
    ...said('When to use', whenToUse), ...said('When not', whenNot), ...said('Guidance', guidance), ...said('Examples', examples.join('; ')), ...said('Templates', templates.map((one) => [one.name, one.link].filter(Boolean).join(' ')).join('; ')), ...said('Themes', themes.join(', ')),
    `Ratings from 1 to 5: ${ratings.classes.map(({ rating, count }) => `${rating}: ${count}`).join(', ')}; median class ${metricText(ratings.median.metric, String)}.`, ...rated.filter(({ words }) => words !== '').map(({ rating, words, by }) => `  ${rating}: ${words} (${by})`),
    ...uses.map(({ initiative, purpose, begunOn, ended }) => `Used in ${initiative.name} from ${begunOn}${ended ? ` to ${ended.on}, ${ended.verdict.replaceAll('_', ' ')}: ${ended.words}` : ` for ${purpose}`}`),
  ]
}

const usage: Command = {
  name: 'methods usage',
  summary: 'How often items were begun to be used, by quarter, and what nobody ever used',
  options: { days: { about: 'From how many days on an unused item is named; 90 unless said', takes: 'number' } },
  run: async (typed, { call, print }) => {
    const days = countOf(typed, 'days')
    const library = await call(governanceRoutes.readMethodLibrary, { query: days === undefined ? {} : { unusedDays: days } })
    print.answer({ quarters: library.quarters, unused: library.unused }, () => [
      ...tableLines(library.quarters, [{ head: 'Quarter', of: ({ label }) => label }, { head: 'Uses begun', of: ({ begun }) => String(begun), right: true }, { head: 'Initiatives', of: ({ initiatives }) => String(initiatives), right: true }]),
      library.unused.length === 0 ? `Everything that has been offered for ${library.unusedDays} days or more was used.` : `Offered for ${library.unusedDays} days or more and never used: ${library.unused.map(({ name, publishedOn }) => `${name} (since ${publishedOn})`).join(', ')}.`,
    ])
  },
}

const load: Command = {
  name: 'methods load',
  usage: '<file>',
  summary: 'Add the items of a CSV or XLSX file as drafts, in one act',
  options: { preview: { about: 'Say what the file would add, and write nothing' } },
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const preview = await call(governanceRoutes.previewMethods, { query: { fileName: basename(path) }, body: await readFile(path) })
    const issues = preview.issues.map(({ line, column, found, expected }) => `${[line === null ? '' : `Line ${line}`, column ?? ''].filter(Boolean).join(', ') || 'The file'}: found ${found}; expected ${expected}.`)
    if (typed.on('preview') || preview.items.length === 0) return print.answer(preview, () => [...preview.items.map(({ name, kind, whenToUse }) => `${name} (${kind}): ${whenToUse}`), ...issues, 'Nothing was written.'])
    for (const issue of issues) print.remark(issue)
    const loaded = await call(governanceRoutes.importMethods, { body: { items: preview.items } })
    print.answer(loaded, () => [`Added ${loaded.added} items of ${preview.fileName} as drafts.`, ...loaded.skipped.map(({ name, words }) => `Left out ${name}: ${words}`)])
  },
}

export const methodLibraryCommands: readonly Command[] = [show, item, usage, load]
