import { betStages, changeTemplateKeys, experimentResults } from '@throughline/engine/demand'
import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedMoney, ExplainedNumber, Id, IdParams, Instant, MoneyMetric, Named, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'

export const BetStage = OneOf(betStages, 'What is proved, in this order: the problem is real, the solution works, it pays at scale')
export type BetStage = Static<typeof BetStage>
const Said = Type.Object({ by: Type.String(), at: Instant, words: Type.String() })

/** A small bet on an idea: a hypothesis that could turn out wrong, how it is tried, and by what one sees whether it holds. */
export const Experiment = Type.Object({
  id: Id, version: Version, idea: Named, stage: BetStage, hypothesis: Type.String(), design: Type.String(), threshold: Type.String({ description: 'By what one sees whether it holds, said before' }), cap: MoneyMetric, dueOn: CivilDate, overdue: Type.Boolean(),
  by: Type.String(), at: Instant, state: OneOf(['running', ...experimentResults]), cost: MoneyMetric, /** What was seen, or why it was stopped. */ evidence: Nullable(Said),
})
export type Experiment = Static<typeof Experiment>

const templateKey = OneOf(changeTemplateKeys)
/** A plan that brings an initiative to the people whom it changes: the steps of a template, each done with what shows it. */
export const ChangePlan = Type.Object({ id: Id, version: Version, initiative: Named, template: templateKey, owner: Named, at: Instant, steps: Type.Array(Type.Object({ name: Type.String(), done: Nullable(Said) })) })
export type ChangePlan = Static<typeof ChangePlan>

export const Innovation = Type.Object({
  /** Running ones first, by when they are due, then those that ended, the newest first; at most 200. */
  experiments: Type.Array(Experiment), omitted: Type.Integer({ description: 'Experiments beyond those listed' }),
  killRate: ExplainedNumber, learningRate: ExplainedNumber, spent: ExplainedMoney, costPerLearning: ExplainedMoney, atStake: ExplainedMoney,
  /** Ideas that are tried out, each with which stages are proved and what is to be proved next; null where everything is. */
  tried: Type.Array(Type.Object({ idea: Named, proved: Type.Array(BetStage), next: Nullable(BetStage), running: Type.Integer() })),
  /** Ideas that were tried out and became initiatives. */
  adopted: Type.Array(Type.Object({ idea: Named, initiative: Named, on: CivilDate, experiments: Type.Integer() })),
  templates: Type.Array(Type.Object({ key: templateKey, title: Type.String(), source: Type.String(), fits: Type.String(), steps: Type.Array(Type.String()) })),
  plans: Type.Array(ChangePlan),
})
export type Innovation = Static<typeof Innovation>

/** More than nothing: a bet without a cap is no small one. */
const CapMinor = Type.String({ pattern: '^0*[1-9][0-9]{0,14}$', description: 'What it may cost at most, in minor units of the organisation’s currency, more than 0' })
export const NewExperiment = Type.Object({ ideaId: Id, stage: BetStage, hypothesis: ShortText(1000), design: ShortText(4000), threshold: ShortText(1000), capMinor: CapMinor, dueOn: CivilDate })
export type NewExperiment = Static<typeof NewExperiment>
export const CapRaise = Type.Object({ version: Version, capMinor: CapMinor, reason: ShortText(2000) })
export type CapRaise = Static<typeof CapRaise>
export const ExperimentEnd = Type.Object({ version: Version, result: OneOf(experimentResults), costMinor: Type.String({ pattern: '^[0-9]{1,15}$', description: 'What it did cost, in minor units of the organisation’s currency' }), evidence: ShortText(4000) })
export type ExperimentEnd = Static<typeof ExperimentEnd>
export const NewChangePlan = Type.Object({ initiativeId: Id, template: templateKey, ownerId: Id })
export type NewChangePlan = Static<typeof NewChangePlan>
export const StepDone = Type.Object({ version: Version, step: Type.Integer({ minimum: 1, maximum: 20, description: 'Which step, counted from 1' }), evidence: ShortText(2000) })
export type StepDone = Static<typeof StepDone>

const innovation = { reply: Innovation } as const
export const innovationRoutes = {
  readInnovation: route({ method: 'GET', path: '/api/demand/innovation', summary: 'Experiments on ideas, what they cost and taught, ideas that are tried out or were adopted, and plans of change', access: 'read', ...innovation }),
  designExperiment: route({ method: 'POST', path: '/api/demand/experiments', summary: 'Begin an experiment on an idea that is tried out: a hypothesis, how it is tried, by what one sees whether it holds, and what it may cost', access: 'edit_initiative', body: NewExperiment, ...innovation, status: 201, refusals: ['idea_elsewhere', 'stage_unproved'] }),
  raiseCap: route({ method: 'POST', path: '/api/demand/experiments/:id/cap', summary: 'Let a running experiment cost more, or less, with the reason', access: 'edit_initiative', params: IdParams, body: CapRaise, ...innovation, refusals: ['experiment_over'] }),
  endExperiment: route({ method: 'POST', path: '/api/demand/experiments/:id/end', summary: 'Say what an experiment showed, by which evidence, and what it did cost', access: 'edit_initiative', params: IdParams, body: ExperimentEnd, ...innovation, refusals: ['experiment_over', 'bet_exceeded'] }),
  beginChangePlan: route({ method: 'POST', path: '/api/demand/change-plans', summary: 'Begin a plan of change for an initiative by a template', access: 'edit_initiative', body: NewChangePlan, ...innovation, status: 201, refusals: ['change_plan_there'] }),
  completeStep: route({ method: 'POST', path: '/api/demand/change-plans/:id/steps', summary: 'Say that a step of a plan of change is done, and what shows it', access: 'edit_initiative', params: IdParams, body: StepDone, ...innovation, refusals: ['change_step_done'] }),
} as const
