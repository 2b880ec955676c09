import { strategyRoutes, type AlignmentOutcome, type ClosedInitiative, type JudgementPreview, type MetShare, type OutcomeRow, type OutcomeVerdict } from '@throughline/contract/strategy'
import { basename } from 'node:path'
import { required, UsageError, wordAt, type Command, type Typed } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const verdicts: readonly OutcomeVerdict[] = ['met', 'partly', 'not_met', 'not_judged']

const show: Command = {
  name: 'strategy outcome',
  summary: 'Whether closed initiatives that were aligned at approval met intent and goals more often, with 95 % intervals',
  options: { claim: { about: 'A share in percent that somebody claims for aligned initiatives, to hold against what was found', takes: 'percent' }, initiatives: { about: 'List the closed initiatives with what was judged' }, why: { about: 'Explain the difference in intent or goal', takes: 'question' } },
  run: async (typed, { call, print }) => {
    const outcome = await call(strategyRoutes.readOutcome, { query: claimOf(typed) })
    const why = typed.one('why')
    if (why) {
      const row = oneOf('question', outcome.rows.map((one) => ({ id: one.question, ...one })), why, ({ question }) => [question])
      return print.answer(row, () => explanationLines(row.difference.why))
    }
    print.answer(outcome, () => [...outcomeLines(outcome), ...(typed.on('initiatives') ? ['', ...tableLines(outcome.initiatives, closedColumns), ...(outcome.omitted > 0 ? [`${outcome.omitted} more are not listed.`] : [])] : [])])
  },
}

const judge: Command = {
  name: 'strategy judge-outcome',
  usage: '<initiative> <intent> <goals>',
  summary: 'Judge whether a closed initiative met its intent and its goals: met, partly, not_met or not_judged',
  options: {
    'intent-because': { about: 'Why, of the intent', takes: 'text' }, 'goals-because': { about: 'Why, of the goals', takes: 'text' }, judge: { about: 'Who judged; you unless said', takes: 'name' },
    alignment: { about: 'Its alignment at approval from −1 to 1, where none can be computed', takes: 'number' }, source: { about: 'Where the stated alignment comes from', takes: 'text' },
  },
  run: async (typed, { call, print }) => {
    const { initiatives } = await call(strategyRoutes.readOutcome, { query: {} })
    const found = oneOf('closed initiative', initiatives, wordAt(typed, 0, 'initiative'), ({ name, key }) => [name, key])
    const [by, stated] = [typed.one('judge'), statedOf(typed)]
    const body = { intent: { verdict: verdictAt(typed, 1, 'intent'), reason: required(typed, 'intent-because') }, goal: { verdict: verdictAt(typed, 2, 'goals'), reason: required(typed, 'goals-because') }, seen: found.judgement?.version ?? null, ...(by === undefined ? {} : { judge: by }), ...(stated ? { stated } : {}) }
    const outcome = await call(strategyRoutes.judgeOutcome, { params: { id: found.id }, body })
    print.answer(outcome, () => [`Judged ${found.name}: intent ${words(body.intent.verdict)}, goals ${words(body.goal.verdict)}.`])
  },
}

const load: Command = {
  name: 'strategy load-outcomes',
  usage: '<file>',
  summary: 'Judge the closed initiatives of a CSV or XLSX file in one act, after saying what it would keep',
  options: { preview: { about: 'Say what the file would keep, and write nothing' } },
  run: async (typed, { call, print, readFile }) => {
    const path = wordAt(typed, 0, 'file')
    const preview = await call(strategyRoutes.previewJudgements, { query: { fileName: basename(path) }, body: await readFile(path) })
    const rows = preview.rows.filter(({ becomes }) => becomes !== 'same')
    if (typed.on('preview') || rows.length === 0) return print.answer(preview, () => [...previewLines(preview), '', 'Nothing was written.'])
    for (const line of issueLines(preview)) print.remark(line)
    const outcome = await call(strategyRoutes.judgeOutcomes, { body: { rows: rows.map(({ initiativeId, intent, goal, judge: by, stated, seen }) => ({ initiativeId, intent, goal, seen, ...(by === null ? {} : { judge: by }), ...(stated === null ? {} : { stated }) })) } })
    print.answer(outcome, () => [`Judged ${rows.length} initiatives of ${preview.fileName}.`, '', ...outcomeLines(outcome)])
  },
}

function claimOf(typed: Typed): { readonly claim?: number } {
  const text = typed.one('claim')
  if (text === undefined) return {}
  const share = Number(text.replace(/\s*%$/, '')) / 100
  if (text.trim() === '' || !(share >= 0 && share <= 1)) throw new UsageError(`Found --claim ${text}; expected a percentage from 0 to 100.`)
  return { claim: share }
}

function verdictAt(typed: Typed, at: number, name: string): OutcomeVerdict {
  const word = wordAt(typed, at, name)
  const verdict = verdicts.find((one) => one === word.replaceAll('-', '_'))
  if (!verdict) throw new UsageError(`Found ${word} as the verdict on ${name}; expected one of ${verdicts.join(', ')}.`)
  return verdict
}

function statedOf(typed: Typed): { readonly score: number; readonly source: string } | undefined {
  const text = typed.one('alignment')
  if (text === undefined) return undefined
  const score = Number(text.replace('−', '-'))
  if (text.trim() === '' || !(score >= -1 && score <= 1)) throw new UsageError(`Found --alignment ${text}; expected a number from −1 to 1.`)
  return { score, source: required(typed, 'source') }
}

const words = (text: string): string => text.replaceAll('_', ' ')
const evidenceWords: Readonly<Record<OutcomeRow['evidence'], string>> = { for: 'evidence for it', against: 'evidence against it', undecided: 'undecided', insufficient: 'insufficient' }
const points = (difference: number): string => `${difference >= 0 ? '+' : ''}${(difference * 100).toFixed(1)} pp`

function outcomeLines({ rows, counted, leastPerTercile }: AlignmentOutcome): readonly string[] {
  return [
    `${counted.parted} in terciles by alignment at approval, of ${counted.judged} judged and ${counted.closed} closed; ${counted.withoutAlignment} judged without an alignment, ${counted.stated} with a stated one, ${counted.stopped} stopped.`,
    ...rows.flatMap((row) => [
      '', `${row.question === 'intent' ? 'Intent' : 'Goals'}: ${evidenceWords[row.evidence]}. Top less bottom tercile ${row.interval.status === 'ok' ? `${metricText(row.difference.metric, points)}, 95 % interval ${points(row.interval.value.low)} to ${points(row.interval.value.high)}` : `is told of ${leastPerTercile} judged in each`}.`,
      ...tableLines([...(['top', 'middle', 'bottom'] as const).map((tercile): Line => ({ tercile, share: row.terciles[tercile] })), { tercile: 'all', share: row.all }], shareColumns),
      ...(row.claim?.status === 'ok' ? [`The claim lies ${row.claim.value === 'within' ? 'within' : row.claim.value} the interval of the top tercile.`] : []),
    ]),
    '', 'An association is not a cause.',
  ]
}

type Line = { readonly tercile: string; readonly share: MetShare }
const shareColumns = [
  { head: 'Tercile', of: ({ tercile }: Line) => tercile }, { head: 'Judged', of: ({ share }: Line) => String(share.judged), right: true }, { head: 'Met', of: ({ share }: Line) => String(share.met), right: true },
  { head: 'Partly', of: ({ share }: Line) => String(share.partly), right: true }, { head: 'Not met', of: ({ share }: Line) => String(share.notMet), right: true },
  { head: 'Share that met', of: ({ share: { proportion, interval } }: Line) => (proportion.metric.status === 'ok' && interval.status === 'ok' ? `${percent(proportion.metric.value, 1)} (${percent(interval.value.low, 1)} to ${percent(interval.value.high, 1)})` : 'insufficient'), right: true },
]
const closedColumns = [
  { head: 'Initiative', of: ({ name }: ClosedInitiative) => name, widest: 50 }, { head: 'Approved', of: ({ approval }: ClosedInitiative) => approval?.on ?? 'not on record' },
  { head: 'Alignment', of: ({ alignment, basis }: ClosedInitiative) => `${metricText(alignment.metric, (score) => score.toFixed(2))}${basis === 'stated' ? ', stated' : ''}`, right: true, widest: 34 }, { head: 'Tercile', of: ({ tercile }: ClosedInitiative) => tercile ?? '' },
  { head: 'Intent', of: ({ judgement }: ClosedInitiative) => words(judgement?.intent.verdict ?? '') }, { head: 'Goals', of: ({ judgement }: ClosedInitiative) => words(judgement?.goal.verdict ?? '') }, { head: 'Judged by', of: ({ judgement }: ClosedInitiative) => judgement?.judge ?? '', widest: 24 },
]

const previewLines = (preview: JudgementPreview): readonly string[] => [
  preview.recognised,
  ...tableLines(preview.rows, [
    { head: 'Line', of: ({ line }) => String(line), right: true }, { head: 'Initiative', of: ({ initiative }) => initiative }, { head: 'Intent', of: ({ intent }) => words(intent.verdict) }, { head: 'Goals', of: ({ goal }) => words(goal.verdict) },
    { head: 'Judged by', of: ({ judge: by }) => by ?? '' }, { head: 'Stated', of: ({ stated }) => (stated ? String(stated.score) : ''), right: true }, { head: 'Becomes', of: ({ becomes }) => becomes },
  ]),
  ...issueLines(preview),
]
const issueLines = ({ issues }: JudgementPreview): readonly string[] => issues.map(({ line, column, found, expected }) => `${[line === null ? '' : `Line ${line}`, column ?? ''].filter(Boolean).join(', ') || 'The file'}: found ${found}; expected ${expected}.`)

export const outcomeCommands: readonly Command[] = [show, judge, load]
