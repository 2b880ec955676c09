import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { AcademySkillTable, SkillAssessmentTable } from './tables.ts'

/** Who said something, when, in which words. */
export type Said = { readonly by: string; readonly at: string; readonly words: string }
export type Named = { readonly id: string; readonly name: string }
type SkillJson = { readonly assessors: readonly Named[]; readonly retired: Said | null }
export type StoredSkill = Omit<Selectable<AcademySkillTable>, keyof SkillJson> & SkillJson
export type StoredAssessment = Omit<Selectable<SkillAssessmentTable>, 'withdrawn'> & { readonly withdrawn: Said | null }

/** Values that travel as JSON, as text: lists are else taken for lists of the database. */
export const packed = (given: object, json: readonly string[]): object => Object.fromEntries(Object.entries(given).flatMap(([name, part]) => (part === undefined ? [] : [[name, json.includes(name) && part !== null ? JSON.stringify(part) : (part as unknown)]])))

const skillJson = ['assessors', 'retired']
/** Every skill by its name, those that were retired last. */
export const readSkills = async (tx: Tx): Promise<readonly StoredSkill[]> => (await tx.selectFrom('academy_skill').selectAll().orderBy(sql`retired is not null`).orderBy(sql`lower(name)`).orderBy('id').execute()) as StoredSkill[]
/** One skill, held until the act ends. */
export const lockSkill = async (tx: Tx, id: string): Promise<StoredSkill | undefined> => (await tx.selectFrom('academy_skill').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredSkill | undefined
export const readSkill = async (tx: Tx, id: string): Promise<StoredSkill | undefined> => (await tx.selectFrom('academy_skill').selectAll().where('id', '=', id).executeTakeFirst()) as StoredSkill | undefined
export const insertSkill = (tx: Tx, row: Omit<Insertable<AcademySkillTable>, keyof SkillJson> & Pick<SkillJson, 'assessors'>) => tx.insertInto('academy_skill').values(packed(row, skillJson) as Insertable<AcademySkillTable>).execute()
export const updateSkill = (tx: Tx, id: string, set: Omit<Updateable<AcademySkillTable>, keyof SkillJson> & Partial<SkillJson>) => tx.updateTable('academy_skill').set(packed(set, skillJson)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** What stands of an assessment in a figure: no evidence, no name. */
export type StandingAssessment = Pick<StoredAssessment, 'person_id' | 'skill_id' | 'level' | 'assessed_on' | 'assessed_at'>
/** Assessments that stand, of all people in all skills. */
export const readStanding = (tx: Tx): Promise<readonly StandingAssessment[]> => tx.selectFrom('skill_assessment').select(['person_id', 'skill_id', 'level', 'assessed_on', 'assessed_at']).where('withdrawn', 'is', null).execute()
/** Every assessment in a skill, the newest first. */
export const readAssessmentsIn = async (tx: Tx, skillId: string): Promise<readonly StoredAssessment[]> => (await tx.selectFrom('skill_assessment').selectAll().where('skill_id', '=', skillId).orderBy('assessed_on', 'desc').orderBy('assessed_at', 'desc').orderBy('id', 'desc').execute()) as StoredAssessment[]
/** Every assessment of a person, or by them, the newest first. */
export const readAssessmentsOf = async (tx: Tx, as: 'person_id' | 'assessor_id', id: string): Promise<readonly StoredAssessment[]> => (await tx.selectFrom('skill_assessment').selectAll().where(as, '=', id).orderBy('assessed_on', 'desc').orderBy('assessed_at', 'desc').orderBy('id', 'desc').execute()) as StoredAssessment[]
export const lockAssessment = async (tx: Tx, id: string): Promise<StoredAssessment | undefined> => (await tx.selectFrom('skill_assessment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredAssessment | undefined
export const insertAssessment = (tx: Tx, row: Omit<Insertable<SkillAssessmentTable>, 'withdrawn'>) => tx.insertInto('skill_assessment').values(row).execute()
export const withdrawStored = (tx: Tx, id: string, said: Said) => tx.updateTable('skill_assessment').set({ withdrawn: JSON.stringify(said) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
