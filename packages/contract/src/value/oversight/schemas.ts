import { Type, type Static } from 'typebox'
import { CivilDate, Explanation, Id, Nullable, OneOf, ShortText } from '../../wire/index.ts'
import { Amount, PeriodCode, UnitOfAccount } from '../ledger/register.ts'

/** What of one claim still waits for somebody independent: from when on, and whose turn it is. */
export const WaitingPart = Type.Object({
  entryId: Id, benefitId: Id, benefit: Type.String(), initiativeId: Id, initiative: Type.String(), period: PeriodCode, unit: UnitOfAccount, amount: Type.String(), by: Type.String(), since: CivilDate, days: Type.Integer({ minimum: 0 }),
  turn: Type.Array(Type.String(), { description: 'Who may verify it: names of those with the right who are independent of it (V-13)' }), yours: Type.Boolean({ description: 'Whether it is the reader’s turn' }),
})
export type WaitingPart = Static<typeof WaitingPart>
/** What waits in one unit of account, by how long. Units stand side by side and are never added. */
export const BacklogUnit = Type.Object({
  unit: UnitOfAccount, amount: Type.String(), claims: Type.Integer(), oldestDays: Type.Integer(), stuck: Type.Integer({ description: 'Claims that nobody independent may verify' }),
  bands: Type.Array(Type.Object({ key: OneOf(['month', 'two_months', 'quarter', 'longer']), claims: Type.Integer(), amount: Type.String() })), why: Explanation,
})
export type BacklogUnit = Static<typeof BacklogUnit>
/** What waits for verification on a day; of the claims the oldest, and how many there are beside them. */
export const Backlog = Type.Object({ today: CivilDate, units: Type.Array(BacklogUnit), claims: Type.Array(WaitingPart), more: Type.Integer() })
export type Backlog = Static<typeof Backlog>

export const WarningKey = OneOf(['regression_to_the_mean', 'avoided_cost_as_cash', 'one_period_as_run_rate', 'exchange_gain', 'price_basis_differs', 'moved_elsewhere', 'avoided_loss_without_probability', 'disbenefit_not_measured', 'objective_retired'])
/** A benefit that a warning is about, in the periods that it is about, with the figures it rests on. */
export const WarnedBenefit = Type.Object({ benefitId: Id, benefit: Type.String(), initiativeId: Id, initiative: Type.String(), unit: UnitOfAccount, claimed: Type.String(), periods: Type.Array(PeriodCode), why: Explanation })
export type WarnedBenefit = Static<typeof WarnedBenefit>
/** What may be sound and often is not: flagged and left to people. Amounts by unit of account, never added over units. */
export const ClaimWarning = Type.Object({ key: WarningKey, title: Type.String(), todo: Type.String(), amounts: Type.Array(Type.Object({ unit: UnitOfAccount, claimed: Type.String() })), benefits: Type.Array(WarnedBenefit), more: Type.Integer() })
export type ClaimWarning = Static<typeof ClaimWarning>
/** Movement of a measure that nobody has a claim on, over its closed periods. */
export const Unattributed = Type.Object({
  measureId: Nullable(Id), measure: Type.String(), unit: UnitOfAccount, unattributed: Type.String(), movement: Type.String(), periods: Type.Array(Type.Object({ period: PeriodCode, unattributed: Type.String(), movement: Type.String() })), why: Explanation,
})
export type Unattributed = Static<typeof Unattributed>
/** What whoever keeps the benefits should look at. */
export const Attention = Type.Object({ warnings: Type.Array(ClaimWarning), unattributed: Type.Array(Unattributed), benefits: Type.Integer({ description: 'Benefits with claims that were looked at' }), unsaid: Type.Integer({ description: 'Of how many of them nobody has said how they are claimed, so that only what the figures show is flagged' }) })
export type Attention = Static<typeof Attention>

/** What somebody says of how a benefit is claimed, so that it can be flagged: none of it can be seen in the figures. The last word counts. */
export const Circumstances = Type.Object({
  nature: OneOf(['saving', 'avoided_cost', 'avoided_loss'], 'What it is: spent less, not spent at all, or not lost'), calledRunRate: Type.Boolean({ description: 'Whether it is spoken of as what comes each year' }),
  exchangePart: Type.Optional(Amount), priceBasis: ShortText(60), probabilityOn: Nullable(CivilDate),
})
export type Circumstances = Static<typeof Circumstances>
export const NewCircumstances = Type.Object({ benefitId: Id, ...Circumstances.properties })

/** What happened around a measure: what may have caused a signal, where it fits in time. None of it is proof. */
export const MeasureEvent = Type.Object({
  kind: OneOf(['restated', 'delivered', 'change_done', 'initiative_ended', 'counterfactual', 'attribution', 'closed']), on: CivilDate, words: Type.String(), entryId: Nullable(Id), initiativeId: Nullable(Id),
})
export type MeasureEvent = Static<typeof MeasureEvent>
export const MeasureEventsAsked = Type.Object({ measureId: Id })

/** What became of the promises under one objective, in one unit of account: of benefits whose measure is one of the objective. */
export const ObjectiveValue = Type.Object({
  objectiveId: Id, objective: Type.String(), unit: UnitOfAccount, benefits: Type.Integer(), promised: Type.String(), claimed: Type.String(), verified: Type.String(), banked: Type.String(),
  why: Type.Object({ promised: Explanation, claimed: Explanation, verified: Explanation, banked: Explanation }),
})
export type ObjectiveValue = Static<typeof ObjectiveValue>
export const ObjectiveValueAsked = Type.Object({ objectiveId: Type.Optional(Id) })
