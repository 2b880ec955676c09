import { Type, type Static } from 'typebox'
import { CivilDate, Id, Nullable, OneOf, ShortText, Version } from '../wire/index.ts'

export const ContradictionRule = OneOf(['X-1', 'X-2', 'X-3', 'X-4', 'X-5', 'X-6', 'X-7', 'X-8', 'X-9', 'X-10', 'X-11', 'X-12', 'X-13'], 'A rule of docs/specs/strategy.md')
export type ContradictionRule = Static<typeof ContradictionRule>
export const ContradictionSeverity = OneOf(['hard', 'tension', 'smell'], 'Hard cannot be met jointly, a tension is a trade-off to manage, a smell needs a look')
export type ContradictionSeverity = Static<typeof ContradictionSeverity>

/** An element without which the contradiction would be gone. */
export const WitnessElement = Type.Object({ kind: OneOf(['strategy', 'objective', 'measure', 'target', 'initiative', 'influence', 'limit', 'benefit', 'policy', 'reward', 'asset']), id: Id, name: Type.String(), objectiveId: Nullable(Id), /** The objective is one of a unit or a function. */ ofUnit: Type.Boolean() })
export type WitnessElement = Static<typeof WitnessElement>

/** A tension that somebody lives with. */
export const AcceptedTension = Type.Object({ id: Id, version: Version, owner: Type.String(), tradeOff: Type.String(), reviewOn: CivilDate, acceptedBy: Type.String() })
export type AcceptedTension = Static<typeof AcceptedTension>

export const Contradiction = Type.Object({
  /** The same as long as rule and witness are. */
  key: Type.String(),
  rule: ContradictionRule,
  title: Type.String(),
  words: Type.String(),
  /** Open, managed until its review, due for it, or resolved: accepted once and no longer found. */
  state: OneOf(['open', 'managed', 'due', 'resolved']),
  severity: Nullable(ContradictionSeverity),
  witness: Type.Array(WitnessElement),
  resolutions: Type.Array(OneOf(['change_target', 'sequence_in_time', 'split_scope', 'add_compensation', 'accept_tension'])),
  accepted: Nullable(AcceptedTension),
})
export type Contradiction = Static<typeof Contradiction>

export const Contradictions = Type.Object({
  /** The day it was checked on. */
  asOf: CivilDate,
  entries: Type.Array(Contradiction),
  checked: Type.Object({ objectives: Type.Integer(), measures: Type.Integer(), initiatives: Type.Integer() }),
  /** Rules for which nothing is recorded yet, with what they would need: silence about these says nothing. */
  unchecked: Type.Array(Type.Object({ rule: ContradictionRule, title: Type.String(), needs: Type.String() })),
})
export type Contradictions = Static<typeof Contradictions>

export const NewAcceptedTension = Type.Object({ key: ShortText(4000), owner: ShortText(), tradeOff: ShortText(2000), reviewOn: CivilDate })
