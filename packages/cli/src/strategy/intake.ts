import { strategyRoutes, type ReadingItem, type SourceItem, type StrategyIntake, type UnclearPoint } from '@throughline/contract/strategy'
import { placesOf } from '@throughline/engine/strategy'
import { required, UsageError, wordAt, type Command, type Context } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const show: Command = {
  name: 'strategy intake',
  summary: 'What the strategy was read from, how the reading of each objective stands, and what is unclear',
  options: { why: { about: 'Explain how much of the text is cited' } },
  run: async (typed, { call, print }) => {
    const intake = await call(strategyRoutes.readIntake, {})
    print.answer(intake, () => [...linesOf(intake), ...(typed.on('why') ? ['', ...explanationLines(intake.cited.why)] : [])])
  },
}

const record: Command = {
  name: 'strategy record-source',
  usage: '<file>',
  summary: 'Record a document that the strategy is read from, from a text file; it never changes',
  options: { title: { about: 'Its title', takes: 'text' }, of: { about: 'The day it was issued, YYYY-MM-DD', takes: 'date' }, 'edition-of': { about: 'The source that it is a new edition of', takes: 'source' } },
  run: async (typed, context) => {
    const text = readText(await context.readFile(wordAt(typed, 0, 'file')))
    const [title, issuedOn, before] = [required(typed, 'title'), required(typed, 'of'), typed.one('edition-of')]
    const editionOf = before === undefined ? null : findSource(await context.call(strategyRoutes.readIntake, {}), before).id
    done(context, await context.call(strategyRoutes.recordSource, { body: { title, issuedOn, text, editionOf } }), `Recorded ${title} of ${issuedOn}.`)
  },
}

const cite: Command = {
  name: 'strategy cite',
  usage: '<objective> <source> <words>',
  summary: 'Say that an objective rests on words of a source, which stand there once',
  run: async (typed, context) => {
    const intake = await context.call(strategyRoutes.readIntake, {})
    const reading = findReading(intake, wordAt(typed, 0, 'objective'))
    const { id, title, text } = await context.call(strategyRoutes.readSource, { params: { id: findSource(intake, wordAt(typed, 1, 'source')).id } })
    const [place, ...others] = placesOf(text, wordAt(typed, 2, 'words of the source'))
    if (!place || others.length > 0) throw new UsageError(`Found these words in ${title} ${place ? `${others.length + 1} times` : 'nowhere'}; expected words that stand there once, letter for letter.`)
    const body = { objectiveId: reading.objectiveId, sourceId: id, ...place, quote: text.slice(place.from, place.to) }
    done(context, await context.call(strategyRoutes.citePassage, { body }), `${reading.statement} rests on ${title}, characters ${place.from} to ${place.to}.`)
  },
}

const review: Command = {
  name: 'strategy review-reading',
  usage: '<objective>',
  summary: 'Confirm that the strategy means what was read, or say what is unclear',
  options: { unclear: { about: 'The point that is unclear; left out, the reading is confirmed', takes: 'text' } },
  run: async (typed, context) => {
    const { objectiveId, of, seen, statement } = findReading(await context.call(strategyRoutes.readIntake, {}), wordAt(typed, 0, 'objective'))
    const point = typed.one('unclear')
    const verdict = point === undefined ? ({ verdict: 'confirmed' } as const) : ({ verdict: 'questioned', point } as const)
    done(context, await context.call(strategyRoutes.reviewReading, { body: { objectiveId, of, seen, ...verdict } }), `${statement}: ${verdict.verdict}.`)
  },
}

const answer: Command = {
  name: 'strategy answer-point',
  usage: '<point> <answer>',
  summary: 'Answer a point that was said to be unclear; it stays so until the reading is confirmed',
  options: { passage: { about: 'The passage that shows it, of those that the reading rests on', takes: 'words' } },
  run: async (typed, context) => {
    const intake = await context.call(strategyRoutes.readIntake, {})
    const point = findPoint(intake, wordAt(typed, 0, 'point'))
    const [words, shown] = [wordAt(typed, 1, 'answer'), typed.one('passage')]
    const passages = intake.items.find(({ objectiveId }) => objectiveId === point.objectiveId)?.passages ?? []
    const passageId = shown === undefined ? null : oneOf('passage', passages, shown, ({ quote }) => [quote]).id
    done(context, await context.call(strategyRoutes.answerPoint, { params: { id: point.id }, body: { words, passageId } }), `${point.point} Answered.`)
  },
}

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError('Found a file that is no text; expected text in UTF-8.')
  }
}
const findSource = ({ sources }: StrategyIntake, word: string): SourceItem => oneOf('source', sources, word, ({ title, issuedOn }) => [`${title} of ${issuedOn}`, ...(sources.filter((one) => one.title === title).length === 1 ? [title] : [])])
const findReading = ({ items }: StrategyIntake, word: string): ReadingItem => oneOf('objective', items.map((item) => ({ ...item, id: `${item.of} ${item.objectiveId}` })), word, ({ about, perspective, statement }) => (about === 'objective' ? [statement] : [perspective, statement]))
/** The point that is unclear, by its words. */
const findPoint = ({ unclear }: StrategyIntake, word: string): UnclearPoint => oneOf('unclear point', unclear, word, ({ point }) => [point])
const done = ({ print }: Context, intake: StrategyIntake, words: string): void => print.answer(intake, () => [words, summary(intake)])

const summary = ({ counts, unclear, cited }: StrategyIntake): string =>
  `${counts.confirmed} of ${counts.objectives} objectives are confirmed, ${counts.uncited} cite nothing, ${counts.changed} changed since; unclear points: ${unclear.length}; ${metricText(cited.metric, (share) => percent(share, 1))} of the text is cited.`
const standing = ({ standing: word, of, changes }: ReadingItem): string => `${word}${changes.length > 0 ? ` (${changes.join(' and ')})` : ''}${of === 'draft' ? ', in the draft' : ''}`

const linesOf = (intake: StrategyIntake): readonly string[] => [
  ...tableLines(intake.sources, [
    { head: 'Source', of: ({ title }: SourceItem) => title, widest: 50 }, { head: 'Issued', of: ({ issuedOn }: SourceItem) => issuedOn }, { head: 'Characters', of: ({ characters }: SourceItem) => String(characters), right: true },
    { head: 'Passages', of: ({ passages }: SourceItem) => String(passages), right: true }, { head: 'Cited', of: ({ cited }: SourceItem) => metricText(cited.metric, (share) => percent(share, 1)), right: true }, { head: 'Later edition', of: ({ laterEdition }: SourceItem) => laterEdition?.issuedOn ?? '' },
  ]),
  ...intake.items.flatMap((item) => ['', `${item.about === 'objective' ? '' : `${item.perspective}: `}${item.statement}: ${standing(item)}`, ...item.passages.map(({ source, quote }) => `  “${quote.replace(/\s+/g, ' ')}” ${source}`)]),
  ...(intake.unclear.length > 0 ? ['', 'Unclear', ...intake.unclear.flatMap(({ statement, point, by, changedSince, answers }) => [`  ${statement}: ${point} (${by}${changedSince ? ', changed since' : ''})`, ...answers.map((one) => `    ${one.words}${one.passage ? ` “${one.passage.quote.replace(/\s+/g, ' ')}” ${one.passage.source}` : ''} (${one.by}, ${one.at.slice(0, 10)})`)])] : []),
  '', summary(intake),
]

export const intakeCommands: readonly Command[] = [show, record, cite, review, answer]
