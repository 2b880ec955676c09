import { demandRoutes, type CriteriaDraft, type CriteriaModel, type CriteriaStudio, type Criterion, type InitiativeScore, type WeightSensitivity } from '@throughline/contract/demand'
import { weighMethods, type RandomIndexTable } from '@throughline/engine/strategy'
import { countOf, required, UsageError, wordAt, type Command, type Context } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'
import { findInitiative } from './find.ts'

const show: Command = {
  name: 'criteria',
  summary: 'The criteria model: weights, checks, scores, how far weights can move, and whether past decisions agree',
  options: { version: { about: 'The how-manieth version; the draft, or the one in force, unless said', takes: 'number' }, from: { about: 'How many scores to pass over', takes: 'number' }, why: { about: 'Explain the scores and the agreement with decisions' } },
  run: async (typed, context) => {
    const [asked, from] = [typed.one('version'), countOf(typed, 'from')]
    const passed = from === undefined ? {} : { from }
    const { versions, ...rest } = await context.call(demandRoutes.readCriteria, { query: passed })
    const version = asked === undefined ? undefined : versions.find(({ no }) => String(no) === asked)
    if (asked !== undefined && !version) throw new UsageError(`Found --version ${asked}; expected one of ${versions.map(({ no }) => no).join(', ') || 'none: there are no criteria'}.`)
    const studio = version ? await context.call(demandRoutes.readCriteria, { query: { model: version.id, ...passed } }) : { versions, ...rest }
    context.print.answer(studio, () => (studio.shown ? [...linesOf(studio.shown), ...(typed.on('why') ? [...studio.shown.scores.map(({ total }) => total), studio.shown.backTest.agreement].flatMap(({ why }) => ['', ...explanationLines(why)]) : [])] : ['No criteria are agreed, and there is no draft.']))
  },
}

function linesOf(model: CriteriaModel): readonly string[] {
  const { criteria, weights, notReady, overlaps, scores, from, total, sensitivity, backTest: test, inUse } = model
  const nameOf = (id: string): string => criteria.find((one) => one.id === id)?.name ?? ''
  const share = (value: number): string => percent(value, 1)
  return [
    `${model.name}, version ${model.no}, ${model.state.replaceAll('_', ' ')}${model.approvedBy ? `, approved by ${model.approvedBy}: ${model.reason}` : ''}`,
    ...tableLines(criteria, [
      { head: 'Criterion', of: ({ name }: Criterion) => name, widest: 40 }, { head: 'Weight', of: ({ id }) => { const weight = weights?.weights.find(({ criterionId }) => criterionId === id)?.weight; return weight === undefined ? '' : share(weight) }, right: true },
      { head: 'Reads', of: ({ source }) => (source.kind === 'figure' ? source.figure : source.kind === 'field' ? 'a field' : 'people judge') }, { head: 'Value', of: ({ scale }) => (scale.kind === 'points' ? scale.points.map(({ at, value }) => `${at}=${value}`) : scale.levels.map(({ name, value }) => `${name}=${value}`)).join(', '), widest: 60 },
    ]),
    ...(weights?.consistency ? [`Consistency ratio: ${metricText(weights.consistency.metric, (ratio) => ratio.toFixed(3))} (${model.weighing?.table.replaceAll('_', ' ') ?? ''})`] : []),
    ...notReady.map((one) => `Not ready: ${one.replaceAll('_', ' ')}`), ...overlaps.map(({ kind, a, b }) => `May count the same twice: ${nameOf(a)} and ${nameOf(b)} (${kind.replaceAll('_', ' ')})`),
    '',
    ...tableLines<InitiativeScore>(scores, [
      { head: 'Initiative', of: ({ initiative }) => initiative.name, widest: 44 }, { head: 'Score', of: ({ total, low, high }) => (total.metric.status === 'ok' ? total.metric.value.toFixed(1) : `${low.toFixed(1)}–${high.toFixed(1)}`), right: true },
      { head: 'Rank', of: ({ best, worst }) => (best === null ? 'mandatory' : best === worst ? String(best) : `${best}–${worst ?? ''}`), right: true }, { head: 'Next gate', of: ({ atGate }) => (atGate ? `${atGate.gate}: ${atGate.standing.replaceAll('_', ' ')}` : ''), widest: 40 },
    ]),
    ...(from + scores.length < total ? [`${from + 1} to ${from + scores.length} of ${total}; more with --from ${from + scores.length}`] : []),
    ...(sensitivity.length === 0 ? [] : ['', ...tableLines<WeightSensitivity>(sensitivity, [
      { head: 'Weight of', of: ({ criterionId }) => nameOf(criterionId), widest: 40 }, { head: 'Now', of: ({ weight }) => share(weight), right: true }, { head: 'First stays from', of: ({ low }) => share(low), right: true }, { head: 'to', of: ({ high }) => share(high), right: true },
      { head: 'Then first', of: ({ below, above }) => [below?.name, above?.name].filter((one) => one !== undefined).join(' / '), widest: 60 },
    ])]),
    '', `Agreement with what was decided: ${metricText(test.agreement.metric, (value) => value.toFixed(2))} (${test.counted} outcomes, ${test.alike} pairs alike, ${test.against} the other way about, ${test.tiedScores} with equal scores)`,
    `Scored in full ${metricText(inUse.scored.metric, share)}, meet the gate they passed ${metricText(inUse.sound.metric, share)}, ordered as was decided ${metricText(inUse.followed.metric, share)}.`,
  ]
}

const draft: Command = {
  name: 'criteria draft',
  usage: '<name>',
  summary: 'Begin a draft of the criteria from the version in force',
  run: async (typed, context) => done(context, await context.call(demandRoutes.draftCriteria, { body: { name: wordAt(typed, 0, 'name') } }), 'Begun.'),
}

const say: Command = {
  name: 'criteria change',
  usage: '<file.json>',
  summary: 'Say what the draft is to say: name, note, criteria and gates, as criteria --json shows them',
  run: async (typed, context) => {
    const path = wordAt(typed, 0, 'file')
    const { id, version, name, note, criteria, gates } = await draftOf(context)
    const given = contentIn(new TextDecoder().decode(await context.readFile(path)), path)
    done(context, await context.call(demandRoutes.changeCriteria, { params: { id }, body: { version, name, note, criteria, gates, ...given } }), 'Changed.')
  },
}

/** What of a draft a file says; the rest of it stays. */
function contentIn(text: string, path: string): Partial<Omit<CriteriaDraft, 'version'>> {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    found = undefined
  }
  if (typeof found !== 'object' || found === null || !('criteria' in found || 'gates' in found)) throw new UsageError(`Found no criteria in ${path}; expected JSON with criteria or gates.`)
  const named = found as Record<string, unknown>
  return Object.fromEntries(['name', 'note', 'criteria', 'gates'].flatMap((key) => (key in named ? [[key, named[key]]] : [])))
}

const tables: readonly RandomIndexTable[] = ['saaty_1980', 'saaty_2005', 'donegan_dodd_1991']
const weigh: Command = {
  name: 'criteria weigh',
  usage: '<criterion=value>…',
  summary: 'Weigh the criteria of the draft; by pairs each word is first/second=times',
  options: { by: { about: 'direct, swing, rank or pairwise; swing unless said', takes: 'method' }, table: { about: 'Random indices of pairs: saaty_1980, saaty_2005 or donegan_dodd_1991', takes: 'table' } },
  run: async (typed, context) => {
    const [by, of] = [typed.one('by') ?? 'swing', typed.one('table') ?? 'saaty_1980']
    const [method, table] = [weighMethods.find((one) => one === by), tables.find((one) => one === of)]
    if (!method || !table) throw new UsageError(method ? `Found --table ${of}; expected ${tables.join(', ')}.` : `Found --by ${by}; expected ${weighMethods.join(', ')}.`)
    const { id, version, criteria } = await draftOf(context)
    const idOf = (word: string): string => oneOf('criterion', criteria, word, ({ name }) => [name]).id
    const given = typed.words.map((word) => ({ left: word.slice(0, word.lastIndexOf('=')), value: Number(word.slice(word.lastIndexOf('=') + 1)), word }))
    const odd = given.find(({ left, value }) => left === '' || !Number.isFinite(value) || (method === 'pairwise' && !left.includes('/')))
    if (odd || given.length === 0) throw new UsageError(`Found ${odd?.word ?? 'nothing'}; expected ${method === 'pairwise' ? 'first/second=times' : 'criterion=value'}.`)
    const pairs = given.map(({ left, value }) => ({ a: idOf(left.slice(0, left.indexOf('/'))), b: idOf(left.slice(left.indexOf('/') + 1)), ratio: value }))
    const judged = method === 'pairwise' ? { values: [], pairs } : { values: given.map(({ left, value }) => ({ id: idOf(left), value })), pairs: [] }
    done(context, await context.call(demandRoutes.weighCriteria, { params: { id }, body: { version, method, table, ...judged } }), 'Weighed.')
  },
}

const approve: Command = {
  name: 'criteria approve',
  summary: 'Approve the draft of the criteria, which somebody else changed last',
  options: { because: { about: 'Why', takes: 'reason' } },
  run: async (typed, context) => {
    const { id, version } = await draftOf(context)
    done(context, await context.call(demandRoutes.approveCriteria, { params: { id }, body: { version, reason: required(typed, 'because') } }), 'Approved.')
  },
}

const score: Command = {
  name: 'criteria score',
  usage: '<initiative> <criterion> <level|number>',
  summary: 'Judge an initiative by a criterion that people judge; what was said last holds',
  options: { because: { about: 'Why', takes: 'reason' } },
  run: async (typed, context) => {
    const { shown } = await context.call(demandRoutes.readCriteria, {})
    const criterion = oneOf('criterion', shown?.criteria ?? [], wordAt(typed, 1, 'criterion'), ({ name }) => [name])
    const { id: initiativeId } = await findInitiative(context.call, wordAt(typed, 0, 'initiative'))
    const word = wordAt(typed, 2, 'level or number')
    done(context, await context.call(demandRoutes.scoreInitiative, { body: { initiativeId, criterionId: criterion.id, raw: criterion.scale.kind === 'points' && word.trim() !== '' && Number.isFinite(Number(word)) ? Number(word) : word, rationale: required(typed, 'because') } }), 'Judged.')
  },
}

async function draftOf({ call }: Context): Promise<CriteriaModel> {
  const { shown } = await call(demandRoutes.readCriteria, {})
  if (shown?.state !== 'draft') throw new UsageError('Found no draft of the criteria; expected one. Begin it with criteria draft.')
  return shown
}
const done = ({ print }: Context, studio: CriteriaStudio, words: string): void => print.answer(studio, () => [words, ...(studio.shown ? linesOf(studio.shown) : [])])

export const criteriaCommands: readonly Command[] = [show, draft, say, weigh, approve, score]
