import { Type, type Static } from 'typebox'
import { CivilDate, Id, Instant, LongText, Nullable, OneOf, ShortText, Version } from '../../wire/index.ts'
import { CounterfactualMethod } from '../ledger/register.ts'

export const NodeKind = OneOf(['enabler', 'enabling_change', 'business_change', 'benefit', 'objective', 'driver'], 'From what is done to why')
/** Kinds that are kept in the network itself. Objectives, benefits and initiatives are kept where they are, and only referred to. */
export const OwnKind = OneOf(['enabler', 'enabling_change', 'business_change', 'driver'])
export const NodeState = OneOf(['planned', 'under_way', 'done', 'retired'], 'Retired: given up, so that nothing new hangs on it')
export const NetworkGap = OneOf([
  'without_owner', 'benefit_without_change', 'benefit_without_objective', 'without_measure', 'without_baseline', 'change_without_benefit', 'enabler_without_benefit', 'objective_without_benefit', 'driver_without_objective', 'shares_above_whole',
  'counted_twice', 'due_too_early', 'cycle',
])
export type NetworkGap = Static<typeof NetworkGap>

/** One node, with what its own room says of it. */
export const NetworkNode = Type.Object({
  id: Id, kind: NodeKind, keptIn: OneOf(['network', 'strategy', 'ledger', 'portfolio'], 'Where it is kept and changed'), name: Type.String(), owner: Nullable(Type.String()), note: Type.String(),
  startsOn: Nullable(CivilDate), dueOn: Nullable(CivilDate), state: Nullable(NodeState), initiative: Nullable(Type.Object({ id: Id, name: Type.String() })),
  measure: Nullable(Type.Object({ id: Id, name: Type.String(), hasBaseline: Type.Boolean() })), counted: Nullable(Type.Boolean({ description: 'Of a benefit: whether it is counted in totals of money' })), gaps: Type.Array(NetworkGap), version: Version,
})
export type NetworkNode = Static<typeof NetworkNode>

const Share = Type.Integer({ minimum: 1, maximum: 100, description: 'Which percentage of the effect is put down to it' })
const LagMonths = Type.Integer({ minimum: 0, maximum: 120, description: 'Months from when it is there until the effect shows' })
/** What enables and what it leads to. An edge that is kept in the ledger is what a benefit says that it leads to. */
export const NetworkEdge = Type.Object({ id: Id, from: Id, to: Id, share: Nullable(Share), lagMonths: Nullable(LagMonths), evidence: Type.String(), keptIn: OneOf(['network', 'ledger']), version: Version })
export type NetworkEdge = Static<typeof NetworkEdge>
/** What another room says and no path of the network shows yet: an initiative serves an objective, or has promised a benefit. */
export const SaidTie = Type.Object({ from: Id, to: Id, said: OneOf(['serves', 'promises']), shown: Type.Boolean({ description: 'Whether a path of the network shows it' }) })
/** A gap of the network: the nodes that it is about, the first of them first. */
export const NetworkFinding = Type.Object({ code: NetworkGap, nodeIds: Type.Array(Id), words: Type.String() })
export type NetworkFinding = Static<typeof NetworkFinding>

export const Network = Type.Object({ nodes: Type.Array(NetworkNode), edges: Type.Array(NetworkEdge), said: Type.Array(SaidTie), findings: Type.Array(NetworkFinding) })
export type Network = Static<typeof Network>
export const NetworkAsked = Type.Object({ around: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'An initiative, objective, benefit or other node: only what leads to it and what it leads to' })) })

const nodeFields = { owner: Type.Optional(Nullable(ShortText(200))), note: Type.Optional(LongText(4000)), startsOn: Type.Optional(Nullable(CivilDate)), dueOn: Type.Optional(Nullable(CivilDate)), state: Type.Optional(NodeState), initiativeId: Type.Optional(Nullable(Id)) }
export const NewNetworkNode = Type.Object({ kind: OwnKind, name: ShortText(200), ...nodeFields })
export const NetworkNodeChange = Type.Object({ version: Version, name: Type.Optional(ShortText(200)), ...nodeFields })
const edgeFields = { share: Type.Optional(Nullable(Share)), lagMonths: Type.Optional(Nullable(LagMonths)), evidence: Type.Optional(LongText(2000)) }
export const NewNetworkEdge = Type.Object({ from: Id, to: Id, ...edgeFields })
export const NetworkEdgeChange = Type.Object({ version: Version, ...edgeFields })

/** A line of a list: a node, and what it leads to by name. */
export const NetworkRow = Type.Object({
  line: Type.Integer({ minimum: 1, maximum: 1_000_000 }), kind: LongText(60), name: LongText(200), owner: Type.Optional(Nullable(ShortText(200))), note: Type.Optional(LongText(4000)), startsOn: Type.Optional(Nullable(CivilDate)), dueOn: Type.Optional(Nullable(CivilDate)), state: Type.Optional(Nullable(NodeState)),
  leadsTo: Type.Array(ShortText(200), { maxItems: 100 }), share: Type.Optional(Nullable(Share)), lagMonths: Type.Optional(Nullable(LagMonths)),
})
export type NetworkRow = Static<typeof NetworkRow>
export const NetworkRows = Type.Object({ rows: Type.Array(NetworkRow, { minItems: 1, maxItems: 1000 }) })
/** What of a list was left out, where, what stands there and what would have been taken. */
export const RowIssue = Type.Object({ line: Nullable(Type.Integer()), code: Type.String(), found: Type.String(), expected: Type.String() })
export const NetworkPreview = Type.Object({ recognised: Type.String(), rows: Type.Array(NetworkRow), adds: Type.Object({ nodes: Type.Integer(), edges: Type.Integer() }), issues: Type.Array(RowIssue) })
export type NetworkPreview = Static<typeof NetworkPreview>
export const NetworkAdded = Type.Object({ nodes: Type.Integer(), edges: Type.Integer(), issues: Type.Array(RowIssue) })
export type NetworkAdded = Static<typeof NetworkAdded>

/** How a measure would have gone without the initiatives, by the method that was registered beforehand and what was known then. */
export const CounterfactualLine = Type.Object({
  registered: Nullable(Type.Object({ method: CounterfactualMethod, level: Type.Integer(), at: Instant })),
  points: Type.Array(Type.Object({ on: CivilDate, value: Type.Number() })), lacks: Nullable(Type.String({ description: 'Why the method gives no line' })),
})
export type CounterfactualLine = Static<typeof CounterfactualLine>
