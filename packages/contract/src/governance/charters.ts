import { charterStates, pmoRoles, raciLetters } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { CivilDate, Explanation, Id, IdParams, Instant, LongText, Nullable, OneOf, ShortText, Version, route } from '../wire/index.ts'

/** A decision or an activity with the part of each party in it. */
export const RaciRow = Type.Object({
  subject: ShortText(200), decides: Type.Boolean({ description: 'A decision right; otherwise an activity' }), unitId: Nullable(Type.Unsafe<string>({ ...Id, description: 'In which unit with all beneath it; null: everywhere' })),
  parts: Type.Array(Type.Object({ party: ShortText(120), letter: OneOf(raciLetters, 'Responsible, accountable, both, consulted, informed') }), { maxItems: 20 }),
})
export type RaciRow = Static<typeof RaciRow>
const lines = (about: string) => Type.Array(ShortText(500), { maxItems: 30, description: about })
const text = {
  body: Type.Unsafe<string>({ ...ShortText(120), description: 'The PMO, or another body with decision rights' }), role: Nullable(OneOf(pmoRoles, 'How a PMO stands to those it serves; null of other bodies')), purpose: LongText(4000),
  inside: lines('What it does'), outside: lines('What it leaves to others'), rows: Type.Array(RaciRow, { maxItems: 60 }), criteria: lines('What has to be shown for it to be renewed'),
}
/** What a charter says: everything that an edition of it keeps. */
export const CharterText = Type.Object(text)
export type CharterText = Static<typeof CharterText>
const Finding = Type.Object({ criterion: ShortText(500), met: Type.Boolean(), evidence: LongText(2000) })
/** What was signed, for how long, and what was found of the criteria of the edition before. Never changed. */
export const CharterEdition = Type.Object({ no: Type.Integer(), ...text, expiresOn: CivilDate, findings: Type.Array(Finding), words: Type.String(), by: Type.String(), at: Instant })
export type CharterEdition = Static<typeof CharterEdition>
export const RaciFault = Type.Object({ subject: Type.String(), kind: OneOf(['none_accountable', 'several_accountable', 'none_responsible', 'twice']), parties: Type.Array(Type.String()) })
export type RaciFault = Static<typeof RaciFault>
export const Charter = Type.Object({
  id: Id, version: Version, text: CharterText, state: OneOf(charterStates, 'expiring: within sixty days; an expired or ended body stands on nothing'),
  /** Newest first; none of a draft. */
  editions: Type.Array(CharterEdition), /** What is not sound in what stands in writing; it is not signed while not exactly one is accountable for a subject, or one stands there twice. */ faults: Type.Array(RaciFault),
  ended: Nullable(Type.Object({ by: Type.String(), at: Instant, words: Type.String() })),
})
export type Charter = Static<typeof Charter>
/** A subject that two bodies in force have both in writing; a conflict where they name another as accountable. */
export const CharterOverlap = Type.Object({ subject: Type.String(), bodies: Type.Array(Type.String()), charterIds: Type.Array(Id), conflict: Type.Boolean(), why: Explanation })
export type CharterOverlap = Static<typeof CharterOverlap>
export const Charters = Type.Object({
  /** By body; those that expired or were ended last. */
  charters: Type.Array(Charter),
  /** Of what is in force, and of drafts against it; conflicts first. */
  overlaps: Type.Array(CharterOverlap),
  units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
})
export type Charters = Static<typeof Charters>

export const CharterChange = Type.Object({ version: Version, ...Type.Partial(CharterText).properties })
export type CharterChange = Static<typeof CharterChange>
export const CharterSignature = Type.Object({ version: Version, expiresOn: CivilDate, words: ShortText(2000), findings: Type.Optional(Type.Array(Finding, { maxItems: 30, description: 'Of a renewal: of each criterion of the edition before, whether it is met and what shows it' })) })
export type CharterSignature = Static<typeof CharterSignature>

const all = { reply: Charters } as const
export const charterRoutes = {
  readCharters: route({ method: 'GET', path: '/api/governance/charters', summary: 'Role charters of the PMO and of other bodies, with what is not sound in them and where they overlap', access: 'read', ...all }),
  addCharter: route({ method: 'POST', path: '/api/governance/charters', summary: 'Write down the role of a body as a draft', access: 'edit_strategy', body: CharterText, ...all, status: 201, refusals: ['charter_there'] }),
  changeCharter: route({ method: 'PATCH', path: '/api/governance/charters/:id', summary: 'Change what a charter says; what was signed stays until it is signed again', access: 'edit_strategy', params: IdParams, body: CharterChange, ...all, refusals: ['charter_ended', 'charter_there'] }),
  signCharter: route({ method: 'POST', path: '/api/governance/charters/:id/signature', summary: 'Sign a charter until a day, or renew it: each criterion of the edition before is shown to be met. Each subject has exactly one accountable, also beside other bodies', access: 'decide', params: IdParams, body: CharterSignature, ...all, status: 201, refusals: ['charter_ended', 'accountable_not_one', 'accountable_elsewhere', 'renewal_unfounded', 'term_unsound'] }),
  endCharter: route({ method: 'POST', path: '/api/governance/charters/:id/end', summary: 'End a charter before its day, with the reason', access: 'decide', params: IdParams, body: Type.Object({ version: Version, reason: ShortText(2000) }), ...all, refusals: ['charter_ended'] }),
} as const
