import { groundKinds, policyAttributes, policyRules } from '@throughline/engine/strategy'
import { Type, type Static } from 'typebox'
import { CivilDate, Id, IdParams, Named, Nullable, OneOf, Seen, ShortText, Version, route } from '../wire/index.ts'

export const GroundKind = OneOf(groundKinds, 'A policy, a reward, what an initiative needs of an asset, or what it makes of one')
export type GroundKind = Static<typeof GroundKind>
export const PolicyAttribute = OneOf(policyAttributes, 'What of an initiative a policy is about')
export type PolicyAttribute = Static<typeof PolicyAttribute>
export const PolicyRule = OneOf(policyRules, 'Amounts are at most or at least something; anything else equals it or differs from it')
export type PolicyRule = Static<typeof PolicyRule>

const policy = { kind: Type.Literal('policy'), name: ShortText(), attribute: PolicyAttribute, rule: PolicyRule, from: Nullable(CivilDate), to: Nullable(CivilDate) }
const reward = { kind: Type.Literal('reward'), role: ShortText(), direction: OneOf(['higher', 'lower'], 'Which way of the measure is rewarded') }
const need = { kind: Type.Literal('asset_need'), asset: ShortText(), state: ShortText(), from: CivilDate, to: CivilDate }
const change = { kind: Type.Literal('asset_change'), asset: ShortText(), state: ShortText(), on: CivilDate }

/** What else can contradict the strategy, as it is said; ends of periods are days on which it holds no more. An amount of a policy is in whole minor units. */
export const NewGround = Type.Union([
  Type.Object({ ...policy, value: ShortText() }), Type.Object({ ...reward, measureId: Id }), Type.Object({ ...need, initiativeId: Id }), Type.Object({ ...change, initiativeId: Id }),
])
export type NewGround = Static<typeof NewGround>
export const GroundChange = Type.Object({ version: Version, ground: NewGround })
export type GroundChange = Static<typeof GroundChange>

const kept = { id: Id, version: Version }
/** An initiative or a measure that is gone is null: then nothing is looked at. */
export const Ground = Type.Union([
  Type.Object({ ...kept, ...policy, /** Null where it is an amount and amounts are withheld. */ value: Nullable(Type.String()) }), Type.Object({ ...kept, ...reward, measure: Nullable(Named) }), Type.Object({ ...kept, ...need, initiative: Nullable(Named) }), Type.Object({ ...kept, ...change, initiative: Nullable(Named) }),
])
export type Ground = Static<typeof Ground>
export const Grounds = Type.Object({ currency: Type.String(), grounds: Type.Array(Ground) })
export type Grounds = Static<typeof Grounds>

/** What the register of contradictions looks at beside the strategy, its measures and the portfolio. Every act answers with all of it. */
export const groundRoutes = {
  readGrounds: route({ method: 'GET', path: '/api/strategy/grounds', summary: 'Policies that initiatives must keep, rewards that are tied to measures, and what initiatives need and change of assets', access: 'read', reply: Grounds }),
  addGround: route({ method: 'POST', path: '/api/strategy/grounds', summary: 'Record a policy, a reward, or what an initiative needs or changes of an asset', access: 'edit_strategy', body: NewGround, reply: Grounds, status: 201, refusals: ['name_taken', 'ground_unsound'] }),
  changeGround: route({ method: 'PATCH', path: '/api/strategy/grounds/:id', summary: 'Say a policy, a reward, or what is needed or changed of an asset otherwise', access: 'edit_strategy', params: IdParams, body: GroundChange, reply: Grounds, refusals: ['name_taken', 'ground_unsound'] }),
  removeGround: route({ method: 'DELETE', path: '/api/strategy/grounds/:id', summary: 'Remove a policy, a reward, or what is needed or changed of an asset; the history keeps it', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'coherence_ground', reply: Grounds }),
} as const
