import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, ExplainedOf, Explanation, Id, Instant, MetricOf, Nullable, NumberMetric, OneOf } from '../../wire/index.ts'
import { EvidenceRef } from '../evidence/schemas.ts'
import { Amount, PeriodCode, UnitOfAccount, ValuePeriod } from './register.ts'

export const LedgerActKind = OneOf(['promise', 'approve', 'forecast', 'deliver', 'measure', 'adjust', 'realise', 'verify', 'disallow', 'bank', 'soft_close', 'close', 'transfer', 'write_off', 'convert', 'reverse'])
export const AccountCode = OneOf(['S10', 'S11', 'A10', 'A20', 'A30', 'A90', 'X10', 'X20', 'X30', 'C10', 'S20', 'M10', 'M20', 'M30', 'R10', 'R20', 'R30', 'C20', 'F10', 'S30'])
/** An account of the ledger: what it is kept by, with the names of these. */
export const LedgerAccount = Type.Object({
  code: AccountCode, unit: UnitOfAccount, period: PeriodCode, measure: Nullable(Type.String()), benefitId: Nullable(Id), benefit: Nullable(Type.String()), initiativeId: Nullable(Id), initiative: Nullable(Type.String()),
  budgetLine: Nullable(Type.String()), cause: Nullable(Type.String()),
})
export type LedgerAccount = Static<typeof LedgerAccount>
export const LedgerPosting = Type.Object({ account: LedgerAccount, amount: Amount, balance: Type.String({ description: 'What stands on the account from then on' }) })
/** What was written, with who, when and why. Never changed. */
export const LedgerEntry = Type.Object({
  id: Id, no: Type.Integer(), kind: LedgerActKind, at: Instant, by: Type.String(), byId: Id, reason: Nullable(Type.String()), evidence: Nullable(Type.String()), files: Type.Array(EvidenceRef, { description: 'Files that the evidence names' }), reverses: Nullable(Id), reversedBy: Nullable(Id), matchId: Nullable(Id),
  priorPeriod: Type.Boolean(), periods: Type.Array(PeriodCode), grade: Nullable(OneOf(['A', 'B', 'C', 'D'])), withheld: Nullable(Type.Object({ amount: Amount, code: Type.String() })),
  related: Type.Array(Type.Object({ entryId: Id, kind: LedgerActKind, by: Type.String() }), { description: 'Standing claims and verifications of the same benefits in the same periods' }), postings: Type.Array(LedgerPosting),
  morePostings: Type.Optional(Type.Integer({ minimum: 1, description: 'Postings beyond those listed, where a list was asked to have so many of each entry' })),
})
export type LedgerEntry = Static<typeof LedgerEntry>
/** An id, or `none`. */
const OrNone = (description: string) => Type.String({ pattern: '^(none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$', description })
/** The number of the entry where a page of the list ended: given back to get the next one. */
const EntryNo = Type.String({ pattern: '^[0-9]{1,15}$' })
export const LedgerEntries = Type.Object({ entries: Type.Array(LedgerEntry), next: Nullable(EntryNo) })
export type LedgerEntries = Static<typeof LedgerEntries>
/** Which entries: those that touch an account of all that is asked; a span of periods is by their codes, both included. Under an objective are benefits and pools of its measures. */
export const EntriesAsked = Type.Object({
  benefitId: Type.Optional(Id), initiativeId: Type.Optional(Id), measureId: Type.Optional(Id), objectiveId: Type.Optional(Id),
  departmentId: Type.Optional(OrNone('Of initiatives of this unit of the organisation; none: of those without one')), servesId: Type.Optional(OrNone('Of initiatives that serve this objective; none: of those that serve none')), period: Type.Optional(PeriodCode), from: Type.Optional(PeriodCode), until: Type.Optional(PeriodCode), unit: Type.Optional(UnitOfAccount),
  codes: Type.Optional(Type.String({ pattern: '^[A-Z][0-9]{2}(,[A-Z][0-9]{2}){0,19}$', description: 'Accounts: A90,C10' })), entryId: Type.Optional(Id), kind: Type.Optional(LedgerActKind), priorPeriod: Type.Optional(Type.Boolean({ description: 'Only prior-period adjustments' })),
  cursor: Type.Optional(EntryNo), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  lines: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'Postings of each entry at most: a close has two for each benefit and pool. All where left out' })),
})

export const BalancesAsked = Type.Object({ benefitId: Type.Optional(Id), measureId: Type.Optional(Id), period: Type.Optional(PeriodCode), code: Type.Optional(AccountCode) })
export const Balances = Type.Array(Type.Object({ account: LedgerAccount, amount: Type.String() }))

const ExplainedAmount = ExplainedOf(Type.String())
/** Why a measure moved more or less than in the measured period before, in parts that sum to the difference to the least unit; where it cannot be told the total has the reason. */
const MovementChange = Type.Object({ since: PeriodCode, total: ExplainedAmount, parts: Type.Array(Type.Object({ key: OneOf(['rate', 'volume', 'price']), amount: Type.String(), why: Explanation })) })
/** Where what a measure moved in a period went: measured = attributed + left + unattributed. */
export const Reconciliation = Type.Object({
  measureId: Nullable(Id), measure: Type.String(), poolId: Id, period: PeriodCode, unit: UnitOfAccount, movement: MetricOf(Type.String()), attributed: ExplainedAmount, left: Type.String(), unattributed: Type.String(), drawnBelow: Type.String(), closes: Type.Boolean(), change: Type.Optional(MovementChange),
  grade: Nullable(OneOf(['A', 'B', 'C', 'D'])), claims: Type.Array(Type.Object({ initiativeId: Id, initiative: Type.String(), amount: Type.String(), share: Nullable(Type.String({ description: 'What its share of the movement is; null without an attribution' })) })),
  refused: Type.Array(Type.Object({ at: Instant, by: Type.String(), benefit: Type.String(), asked: Type.String(), code: Type.String(), rule: Type.String() })),
})
export type Reconciliation = Static<typeof Reconciliation>
export const ReconciliationAsked = Type.Object({ period: Type.Optional(PeriodCode), measureId: Type.Optional(Id), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'At most so many; all where left out' })), offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })), changes: Type.Optional(Type.Boolean({ description: 'With why each moved more or less than in the measured period before' })), unmoved: Type.Optional(Type.Boolean({ description: 'Also what was measured and did not move' })) })

export const KeepingKey = OneOf(['intended', 'undecided', 'declined', 'given_up', 'original', 'change', 'current', 'shortfall', 'emergent', 'expected', 'forecast', 'to_come', 'realised', 'unverified', 'verified', 'unbanked', 'converted', 'banked'])
/** A step from what was intended to what was banked: a total is the sum of all before it. `codes` are the accounts under it, `entryId` the act of a change. */
export const KeepingStep = Type.Object({ key: KeepingKey, label: Type.String(), kind: OneOf(['total', 'change']), amount: Type.String(), codes: Type.Array(AccountCode), entryId: Nullable(Id), why: Explanation })
/** What is still to come of a benefit: what waits for delivery follows the schedule of its initiative, by so many days since it was last planned. */
export const BenefitOutlook = Type.Object({
  benefitId: Id, benefit: Type.String(), initiativeId: Id, initiative: Type.String(), planned: Type.String(), days: NumberMetric, plannedUntil: CivilDate, expectedUntil: CivilDate, loss: ExplainedOf(Type.String()),
  likely: ExplainedOf(Type.String()), confidence: ExplainedNumber, from: Type.String({ description: 'Whose history the confidence is from' }), fellBack: Type.Boolean({ description: 'Whether that is a wider class than its own' }),
})
/** What is still to come, by fiscal year as planned and as the schedule has it; the benefits that lose most or bring most, and how many there are beside them. */
export const Outlook = Type.Object({
  discounting: Type.Object({ percent: Type.String({ description: 'Nominal rate of a year' }), basis: Type.String(), usual: Type.Boolean({ description: 'Nobody asked for another rate' }), on: Nullable(CivilDate) }, { description: 'What later is worth: the rate, where it comes from, and the day that present values are of' }),
  planned: Type.String(), loss: ExplainedOf(Type.String()), years: Type.Array(Type.Object({ year: Type.Integer(), planned: Type.String(), expected: Type.String() })), benefits: Type.Array(BenefitOutlook), more: Type.Integer(),
})
export type Outlook = Static<typeof Outlook>
/** Whether promises were kept, in one unit of account. Units stand side by side and are never added. */
export const Keeping = Type.Object({
  unit: UnitOfAccount, steps: Type.Array(KeepingStep), closes: Type.Boolean(), againstOriginal: ExplainedOf(Type.Number()), againstCurrent: ExplainedOf(Type.Number()),
  pace: Type.Object({ runRate: MetricOf(Type.String()), inYear: Type.String(), cumulative: Type.String(), why: Explanation }),
  outlook: Nullable(Outlook),
})
export type Keeping = Static<typeof Keeping>
export const KeepingAsked = Type.Object({ benefitId: Type.Optional(Id), initiativeId: Type.Optional(Id), from: Type.Optional(PeriodCode), until: Type.Optional(PeriodCode), rate: Type.Optional(Type.String({ pattern: '^-?[0-9]{1,2}(\\.[0-9]{1,4})?$', description: 'Nominal discount rate of a year in per cent; 5.57 unless said, which is 3.5 real with 2 for prices' })) })

/** What has to be done before a period can be closed, with what stands in it. */
export const ChecklistItem = Type.Object({ key: OneOf(['period_over', 'actuals_approved', 'claims_verified', 'pools_reconciled']), done: Type.Boolean(), open: Type.Array(Type.String()) })
export const PeriodClose = Type.Object({
  period: ValuePeriod, checklist: Type.Array(ChecklistItem), totals: Type.Array(Type.Object({ unit: UnitOfAccount, movement: Type.String(), realised: Type.String(), verified: Type.String(), banked: Type.String(), unattributed: Type.String(), left: Type.String(), open: Type.String(), shortfall: Type.String(), why: Type.Object({ movement: Explanation, realised: Explanation, verified: Explanation, banked: Explanation, unattributed: Explanation, left: Explanation, open: Explanation, shortfall: Explanation }) })),
  closedBy: Nullable(Type.Object({ entryId: Id, by: Type.String(), at: Instant })), adjustments: Type.Array(Type.Object({ measure: Type.String(), unit: UnitOfAccount, amount: Type.String() })),
})
export type PeriodClose = Static<typeof PeriodClose>
export const PeriodAsked = Type.Object({ period: PeriodCode })

/** What came of each claim of a list, in its order: good ones are posted whatever the others are, and each refused one says the rule, the figures and both in words. */
export const ClaimOutcomes = Type.Object({
  posted: Type.Integer(),
  outcomes: Type.Array(Type.Union([Type.Object({ entryId: Id, withheld: Nullable(Type.String()) }), Type.Object({ code: Type.String(), rule: Type.String(), words: Type.String(), values: Type.Record(Type.String(), Type.Unknown()) })])),
})
export type ClaimOutcomes = Static<typeof ClaimOutcomes>
export const Restated = Type.Object({ difference: Type.String(), entries: Type.Array(LedgerEntry), toRenew: Type.Array(Id, { description: 'Verifications, bankings and conversions that were reversed and have to be done again by people' }) })
