import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, IdParams, Instant, MetricOf, Nullable, OneOf, ShortText, Version, route } from '../wire/index.ts'

/** What became of what an initiative was for. `not_judged` is left out of every share. */
export const OutcomeVerdict = OneOf(['met', 'partly', 'not_met', 'not_judged'])
export type OutcomeVerdict = Static<typeof OutcomeVerdict>
export const Tercile = OneOf(['bottom', 'middle', 'top'], 'Third of the initiatives by their alignment at approval')
const Verdict = Type.Object({ verdict: OutcomeVerdict, reason: ShortText(2000) })
/** An alignment that somebody states because none can be computed, and where it comes from. */
const StatedAlignment = Type.Object({ score: Type.Number({ minimum: -1, maximum: 1 }), source: ShortText(500) })

/** What was judged of a closed initiative: whether it met what the strategy wanted of it (intent), and its own goals. */
export const OutcomeJudgement = Type.Object({ intent: Verdict, goal: Verdict, judge: Type.String(), stated: Nullable(StatedAlignment), version: Version, recordedBy: Type.String(), recordedAt: Instant })
export type OutcomeJudgement = Static<typeof OutcomeJudgement>

export const ClosedInitiative = Type.Object({
  id: Id, key: Type.String(), name: Type.String(), sponsor: Nullable(Type.String()),
  /** When it was approved, and under which version of the strategy; null where that is not on record. */
  approval: Nullable(Type.Object({ on: CivilDate, at: Instant, strategy: Nullable(Type.String()) })),
  /** As it was at its approval. `stated` was given by somebody and not computed. */
  alignment: ExplainedNumber, basis: OneOf(['computed', 'stated', 'none']),
  /** Null where it is in none of the terciles. */
  tercile: Nullable(Tercile), judgement: Nullable(OutcomeJudgement),
})
export type ClosedInitiative = Static<typeof ClosedInitiative>

const IntervalMetric = MetricOf(Type.Object({ low: Type.Number(), high: Type.Number() }))
/** How many met among those that were judged, with the 95 % interval; undefined where fewer than ten were. */
export const MetShare = Type.Object({ met: Type.Integer(), partly: Type.Integer(), notMet: Type.Integer(), judged: Type.Integer(), proportion: ExplainedNumber, interval: IntervalMetric })
export type MetShare = Static<typeof MetShare>
export const OutcomeRow = Type.Object({
  question: OneOf(['intent', 'goal']), terciles: Type.Object({ bottom: MetShare, middle: MetShare, top: MetShare }), all: MetShare,
  /** Top less bottom tercile. */
  difference: ExplainedNumber, interval: IntervalMetric, evidence: OneOf(['for', 'against', 'undecided', 'insufficient']),
  /** Where the claim that was asked about lies against the interval of the top tercile; null where none was asked about. */
  claim: Nullable(MetricOf(OneOf(['within', 'above', 'below']))),
})
export type OutcomeRow = Static<typeof OutcomeRow>
const TercileRange = Nullable(Type.Object({ initiatives: Type.Integer(), from: Type.Number(), to: Type.Number() }))

/** Whether initiatives that were aligned when they were approved met their intent and goals more often. */
export const AlignmentOutcome = Type.Object({
  rows: Type.Array(OutcomeRow), ranges: Type.Object({ bottom: TercileRange, middle: TercileRange, top: TercileRange }), leastPerTercile: Type.Integer(),
  counted: Type.Object({
    closed: Type.Integer(), /** With a verdict on either question. */ judged: Type.Integer(), /** In a tercile. */ parted: Type.Integer(), /** Judged, and left out for want of an alignment. */ withoutAlignment: Type.Integer(), stated: Type.Integer(),
    /** Not finished, so that nobody judges them. */
    stopped: Type.Integer(),
  }),
  /** Those that nobody judged first, then by name; at most 2,000. */
  initiatives: Type.Array(ClosedInitiative), omitted: Type.Integer(),
})
export type AlignmentOutcome = Static<typeof AlignmentOutcome>
export const OutcomeAsked = Type.Object({ claim: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'A share that somebody claims for aligned initiatives, to hold against what was found' })) })

const judged = { intent: Verdict, goal: Verdict, /** Who judged; left out, whoever sends it. */ judge: Type.Optional(ShortText(200)), /** Left out, what is stated stays. */ stated: Type.Optional(Nullable(StatedAlignment)), /** The judgement that was seen; null is none, left out takes whatever there is. */ seen: Type.Optional(Nullable(Version)) }
export const NewJudgement = Type.Object(judged)
export type NewJudgement = Static<typeof NewJudgement>
export const NewJudgements = Type.Object({ rows: Type.Array(Type.Object({ initiativeId: Id, ...judged }), { minItems: 1, maxItems: 5000 }) })
export type NewJudgements = Static<typeof NewJudgements>

/** What a file of verdicts would record; nothing is written, and what is wrong is named with its place. */
export const JudgementPreview = Type.Object({
  fileName: Type.String(), recognised: Type.String(),
  rows: Type.Array(Type.Object({ line: Type.Integer(), initiativeId: Id, initiative: Type.String(), intent: Verdict, goal: Verdict, judge: Nullable(Type.String()), stated: Nullable(StatedAlignment), seen: Nullable(Version), becomes: OneOf(['new', 'same', 'changed']) })),
  issues: Type.Array(Type.Object({ line: Nullable(Type.Integer()), column: Nullable(Type.String()), found: Type.String(), expected: Type.String() })),
})
export type JudgementPreview = Static<typeof JudgementPreview>

export const outcomeRoutes = {
  readOutcome: route({ method: 'GET', path: '/api/strategy/alignment-outcome', summary: 'Whether closed initiatives that were aligned at approval met intent and goals more often: shares by tercile and their difference with 95 % intervals, and what was judged of each', access: 'read', query: OutcomeAsked, reply: AlignmentOutcome }),
  judgeOutcome: route({ method: 'PUT', path: '/api/strategy/alignment-outcome/:id', summary: 'Judge whether a closed initiative met its intent and its goals', access: 'edit_strategy', params: IdParams, body: NewJudgement, reply: AlignmentOutcome, refusals: ['initiative_not_closed', 'judge_not_independent'] }),
  previewJudgements: route({ method: 'POST', path: '/api/strategy/alignment-outcome-previews', summary: 'Read a CSV or XLSX file of verdicts and show what it would record; nothing is written', access: 'edit_strategy', query: Type.Object({ fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: JudgementPreview }),
  judgeOutcomes: route({ method: 'POST', path: '/api/strategy/alignment-outcomes', summary: 'Judge many closed initiatives in one transaction', access: 'edit_strategy', body: NewJudgements, reply: AlignmentOutcome, status: 201, refusals: ['initiative_not_closed', 'judge_not_independent'] }),
} as const
