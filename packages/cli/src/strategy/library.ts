import { strategyRoutes, type Definition, type MeasureLibrary, type MeasureUse, type NewDefinition, type ObjectiveMeasures } from '@throughline/contract/strategy'
import { basename } from 'node:path'
import { required, UsageError, wordAt, type Command } from '../terminal/command.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { findMeasurable } from './find.ts'

const show: Command = {
  name: 'strategy library',
  usage: '[definition]',
  summary: 'Definitions of measures with where each is used, or the sheet of one',
  run: async (typed, { call, print }) => {
    const library = await call(strategyRoutes.readLibrary, {})
    const [word] = typed.words
    if (word === undefined) return print.answer(library, () => libraryLines(library))
    const definition = oneOf('definition', library.definitions, word, ({ name }) => [name])
    print.answer(definition, () => sheetLines(definition))
  },
}

const load: Command = {
  name: 'strategy load-library',
  usage: '[file]',
  summary: 'Take over the starter library, or the definitions of a CSV or XLSX file, in one act',
  options: { preview: { about: 'Say what the file would add, and write nothing' } },
  run: async (typed, { call, print, readFile }) => {
    const [path] = typed.words
    if (path === undefined) {
      const loaded = await call(strategyRoutes.loadStarterLibrary, {})
      return print.answer(loaded, () => [`Added ${loaded.added} definitions.`, ...loaded.skipped.map(({ name, words }) => `Left out ${name}: ${words}`)])
    }
    const preview = await call(strategyRoutes.previewDefinitions, { query: { fileName: basename(path) }, body: await readFile(path) })
    const issues = preview.issues.map(({ line, column, found, expected }) => `${[line === null ? '' : `Line ${line}`, column ?? ''].filter(Boolean).join(', ') || 'The file'}: found ${found}; expected ${expected}.`)
    if (typed.on('preview') || preview.definitions.length === 0) return print.answer(preview, () => [...preview.definitions.map(({ name, calculation }) => `${name}: ${calculation}`), ...issues, 'Nothing was written.'])
    for (const issue of issues) print.remark(issue)
    const loaded = await call(strategyRoutes.importDefinitions, { body: { definitions: preview.definitions } })
    print.answer(loaded, () => [`Added ${loaded.added} definitions of ${preview.fileName}.`, ...loaded.skipped.map(({ name, words }) => `Left out ${name}: ${words}`)])
  },
}

const define: Command = {
  name: 'strategy define-measure',
  usage: '<name>',
  summary: 'Define a measure in the library',
  options: {
    calculation: { about: 'In words, with + − × ÷', takes: 'text' }, unit: { about: 'A unit of the registry; percent unless said', takes: 'unit' }, direction: { about: 'higher, lower, range or maintain', takes: 'direction' }, 'tells-of': { about: 'outcome, output or activity', takes: 'kind' }, leading: { about: 'It moves before the objective does' },
    meaning: { about: 'What it means', takes: 'text' }, 'gaming-risk': { about: 'How it can look good while things get worse', takes: 'text' }, watch: { about: 'What shows that', takes: 'text' }, source: { about: 'Where it is known from', takes: 'text' }, fits: { about: 'Words of goals that it fits, separated by semicolons', takes: 'text' },
  },
  run: async (typed, { call, print }) => {
    const [direction, tellsOf] = [typed.one('direction') ?? 'higher', typed.one('tells-of') ?? 'outcome']
    if (!isOne(directions, direction)) throw new UsageError(`Found --direction ${direction}; expected ${directions.join(', ')}.`)
    if (!isOne(kinds, tellsOf)) throw new UsageError(`Found --tells-of ${tellsOf}; expected ${kinds.join(', ')}.`)
    const body: NewDefinition = {
      name: wordAt(typed, 0, 'name'), calculation: required(typed, 'calculation'), unit: typed.one('unit') ?? 'percent', direction, aggregation: 'ratio', frequency: 'quarter', tellsOf, leading: typed.on('leading'), perspective: null,
      meaning: typed.one('meaning') ?? '', gamingRisk: typed.one('gaming-risk') ?? '', watch: typed.one('watch') ?? '', source: typed.one('source') ?? '', patterns: (typed.one('fits') ?? '').split(';').map((one) => one.trim()).filter((one) => one !== ''),
    }
    print.answer(await call(strategyRoutes.addDefinition, { body }), () => [`Defined ${body.name}.`])
  },
}

const retire: Command = {
  name: 'strategy retire-definition',
  usage: '<definition>',
  summary: 'Retire a definition of the library; what is measured by it stays',
  options: { because: { about: 'Why', takes: 'text' } },
  run: async (typed, { call, print }) => {
    const { id, name, version } = inForce(await call(strategyRoutes.readLibrary, {}), wordAt(typed, 0, 'definition'))
    print.answer(await call(strategyRoutes.retireDefinition, { params: { id }, body: { version, reason: required(typed, 'because') } }), () => [`Retired ${name}.`])
  },
}

const propose: Command = {
  name: 'strategy propose-measures',
  usage: '<objective>',
  summary: 'What measures an objective of the organisation or of a unit, and what may: measures in use first',
  run: async (typed, { call, print }) => {
    const found = await call(strategyRoutes.proposeMeasures, { params: { id: (await findMeasurable(call, wordAt(typed, 0, 'objective'))).id } })
    print.answer(found, () => fittingLines(found))
  },
}

const choose: Command = {
  name: 'strategy choose-measure',
  usage: '<objective> <measure>',
  summary: 'Measure an objective by what is proposed for it, or by another definition of the library',
  run: async (typed, { call, print }) => {
    const [{ id }, word] = [await findMeasurable(call, wordAt(typed, 0, 'objective')), wordAt(typed, 1, 'measure')]
    const { candidates } = await call(strategyRoutes.proposeMeasures, { params: { id } })
    const proposed = candidates.find(({ name }) => name.toLowerCase() === word.toLowerCase())
    const from = proposed?.from ?? { kind: 'definition' as const, id: inForce(await call(strategyRoutes.readLibrary, {}), word).id }
    const chosen = await call(strategyRoutes.chooseMeasure, { params: { id }, body: { from } })
    print.answer(chosen, () => [{ link: 'Linked; its figures count here as well.', repeat: 'Repeated, with figures of its own.', define: 'Added.' }[proposed?.act ?? 'define'], ...fittingLines({ ...chosen, candidates: [] })])
  },
}

const directions = ['higher', 'lower', 'range', 'maintain'] as const
const kinds = ['outcome', 'output', 'activity'] as const
const isOne = <const Word extends string>(words: readonly Word[], word: string): word is Word => words.some((one) => one === word)

const inForce = ({ definitions }: MeasureLibrary, word: string): Definition => oneOf('definition', definitions.filter(({ retired }) => retired === null), word, ({ name }) => [name])
const usesText = (uses: readonly MeasureUse[]): string => uses.map(({ objective, strategy }) => `${objective} (${strategy})`).join(', ')

const libraryLines = ({ definitions, starter }: MeasureLibrary): readonly string[] => [
  ...tableLines(definitions, [{ head: 'Measure', of: ({ name, retired }) => (retired ? `${name} (retired)` : name), widest: 44 }, { head: 'Calculation', of: ({ calculation }) => calculation, widest: 60 }, { head: 'Tells of', of: ({ tellsOf, leading }) => `${tellsOf}${leading ? ', leading' : ''}` }, { head: 'Used by', of: ({ usedBy }) => usesText(usedBy), widest: 60 }]),
  ...(starter > 0 ? [`The starter library has ${starter} more: throughline strategy load-library`] : []),
]

const sheetLines = (one: Definition): readonly string[] => [
  one.name, ...([['Meaning', one.meaning], ['Calculation', one.calculation], ['Unit', one.unit], ['Direction', one.direction], ['Over time', one.aggregation], ['Measured each', one.frequency], ['Tells of', one.tellsOf], ['Leading', one.leading ? 'yes' : 'no'], ['Can mislead', one.gamingRisk], ['Watch beside it', one.watch], ['Source', one.source], ['Fits goals of', one.patterns.join(', ')], ['Used by', usesText(one.usedBy)]] as const).map(([term, words]) => `  ${term}: ${words || 'nobody said'}`),
]

const fittingLines = ({ mix, measures, candidates }: ObjectiveMeasures): readonly string[] => [
  `“${mix.statement}” is measured by ${measures.length === 0 ? 'nothing' : measures.map(({ name, tellsOf, leading }) => `${name} (${tellsOf ?? 'nobody said'}${leading ? ', leading' : ''})`).join(', ')}.`,
  ...mix.warnings.map(({ words }) => `  ${words}`),
  ...candidates.flatMap(({ act, name, tellsOf, reasons }) => [`${act} ${name}${tellsOf ? ` (${tellsOf})` : ''}`, ...reasons.map((reason) => `  ${reason}`)]),
]

export const libraryCommands: readonly Command[] = [show, load, define, retire, propose, choose]
