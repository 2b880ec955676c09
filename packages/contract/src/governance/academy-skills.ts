import { skillLevels } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, IdParams, Instant, Named, Nullable, NumberMetric, route, ShortText, Version } from '../wire/index.ts'

/** The level of a skill, 0 to 5; ordinal, each with its anchor in words. */
export const SkillLevel = Type.Unsafe<(typeof skillLevels)[number]>({ type: 'integer', minimum: 0, maximum: 5, description: 'Ordinal, by the anchors of the skill: never averaged' })
export type SkillLevel = Static<typeof SkillLevel>
export const AcademyEnd = Type.Object({ by: Type.String(), at: Instant, words: Type.String() })

const anchors = Type.Array(ShortText(400), { minItems: 6, maxItems: 6, description: 'What somebody can do at level 0, 1, 2, 3, 4 and 5' })
/** A skill with what each of its levels means. Pools of people name skills as well: those with the name are the same skill. */
export const AcademySkill = Type.Object({
  id: Id, version: Version, name: Type.String(), anchors: Type.Array(Type.String()), assessors: Type.Array(Named), retired: Nullable(AcademyEnd), /** Pools of people that name it. */ pools: Type.Array(Named),
  /** How many members stand at each level; null: nobody has assessed them. Withheld of fewer than five. */
  profile: Type.Array(Type.Object({ level: Nullable(SkillLevel), people: NumberMetric })), assessed: ExplainedNumber,
  may: Type.Object({ change: Type.Boolean(), assess: Type.Boolean() }),
})
export type AcademySkill = Static<typeof AcademySkill>

/** What an assessor found of somebody in a skill. */
export const SkillAssessment = Type.Object({ id: Id, version: Version, person: Named, skill: Named, level: SkillLevel, anchor: Type.String(), evidence: Type.String(), on: CivilDate, assessor: Named, at: Instant, withdrawn: Nullable(AcademyEnd), may: Type.Object({ withdraw: Type.Boolean() }) })
export type SkillAssessment = Static<typeof SkillAssessment>
/** Levels of people in a skill, for its assessors and the lead of the academy. */
export const SkillSheet = Type.Object({
  skill: Named, anchors: Type.Array(Type.String()),
  /** Members who were assessed, by name; at most 500. The others are unknown. */
  levels: Type.Array(Type.Object({ person: Named, level: SkillLevel, /** What the level meant when it was assessed. */ anchor: Type.String(), on: CivilDate })), unknown: Type.Integer({ description: 'Members nobody has assessed in it' }),
  /** Every assessment, the newest first; at most 300. */
  assessments: Type.Array(SkillAssessment), omitted: Type.Integer(),
})
export type SkillSheet = Static<typeof SkillSheet>

const skill = { name: ShortText(80), anchors, assessorIds: Type.Array(Id, { maxItems: 50, uniqueItems: true, description: 'Who may assess it beside the lead of the academy' }) }
export const NewSkill = Type.Object(skill)
export type NewSkill = Static<typeof NewSkill>
export const SkillChange = Type.Object({ version: Version, ...Type.Partial(Type.Object(skill)).properties, retired: Type.Optional(Type.Unsafe<string>({ ...ShortText(1000), description: 'Why it is assessed no more' })) })
export type SkillChange = Static<typeof SkillChange>
export const NewAssessment = Type.Object({ personId: Id, skillId: Id, level: SkillLevel, evidence: ShortText(2000), on: CivilDate })
export type NewAssessment = Static<typeof NewAssessment>
export const AcademyReason = Type.Object({ version: Version, reason: ShortText(1000) })

const base = '/api/governance/academy'
export const academySkillRoutes = {
  addSkill: route({ method: 'POST', path: `${base}/skills`, summary: 'Describe a skill with the anchors of its levels and who assesses it', access: 'edit_capacity', body: NewSkill, reply: Type.Object({ id: Id }), status: 201, refusals: ['academy_there'] }),
  changeSkill: route({ method: 'PATCH', path: `${base}/skills/:id`, summary: 'Change what a skill says, or retire it with the reason', access: 'edit_capacity', params: IdParams, body: SkillChange, reply: Type.Object({ id: Id }), refusals: ['academy_there', 'academy_over'] }),
  readSkillSheet: route({ method: 'GET', path: `${base}/skills/:id`, summary: 'Levels of people in a skill, for its assessors and the lead of the academy', access: 'read', params: IdParams, reply: SkillSheet, refusals: ['academy_not_yours'] }),
  assessSkill: route({ method: 'POST', path: `${base}/assessments`, summary: 'Assess somebody else in a skill, with the evidence in words: the one act by which a level changes', access: 'take_part', body: NewAssessment, reply: SkillSheet, status: 201, refusals: ['academy_not_yours', 'assessed_self', 'academy_over', 'evidence_ahead'] }),
  withdrawAssessment: route({ method: 'POST', path: `${base}/assessments/:id/withdrawal`, summary: 'Withdraw an assessment that was a mistake, with the reason: by who made it, or the lead', access: 'take_part', params: IdParams, body: AcademyReason, reply: SkillSheet, refusals: ['academy_not_yours', 'assessed_self', 'academy_over'] }),
} as const
