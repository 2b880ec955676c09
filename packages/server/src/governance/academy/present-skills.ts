import type { Academy, AcademySkill, SkillAssessment, SkillSheet } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { latestUpTo, skillProfile, type AssessmentFacts } from '@throughline/engine/governance'
import type { CivilDate } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import { alike } from '../services/index.ts'
import { assesses, type Member } from './guards.ts'
import type { Named, StandingAssessment, StoredAssessment, StoredSkill } from './skill-store.ts'

/** Who reads, what they may do now (nothing of a moment that is past), and on which day. */
export type Reader = { readonly actor: Actor; readonly today: CivilDate; readonly takesPart: boolean; readonly leads: boolean }
export type Pool = Named & { readonly skills: readonly string[] }

export const factsOf = ({ person_id, skill_id, level, assessed_on, assessed_at }: StandingAssessment): AssessmentFacts => ({ personId: person_id, skillId: skill_id, level, on: assessed_on, at: assessed_at })

type Kept = { readonly skills: readonly StoredSkill[]; readonly pools: readonly Pool[]; readonly people: readonly Member[]; readonly standing: readonly StandingAssessment[] }
/** Skills with how many stand at which level, and the names by which pools ask for skills that nobody has described. */
export function presentSkills({ skills, pools, people, standing }: Kept, { actor, today, takesPart, leads }: Reader): Pick<Academy, 'skills' | 'undescribed'> {
  const ids = people.map(({ id }) => id)
  const bySkill = Map.groupBy(standing.map(factsOf), ({ skillId }) => skillId)
  const described = skills.filter(({ retired }) => retired === null)
  const asked = [...new Map(pools.flatMap((pool) => pool.skills).map((name) => [name.trim().toLowerCase(), name.trim()])).values()]
  return {
    skills: skills.map((one): AcademySkill => {
      const { counts, assessed } = skillProfile(ids, bySkill.get(one.id) ?? [], today)
      const going = one.retired === null
      return {
        id: one.id, version: one.version, name: one.name, anchors: [...one.anchors], assessors: [...one.assessors], retired: one.retired, pools: pools.filter((pool) => pool.skills.some((name) => alike(name, one.name))).map(({ id, name }) => ({ id, name })),
        profile: counts.map(({ level, people: count }) => ({ level, people: count })), assessed: toWire(assessed) as AcademySkill['assessed'], may: { change: going && leads, assess: going && takesPart && assesses(one, actor) },
      }
    }),
    undescribed: asked.filter((name) => !described.some((one) => alike(one.name, name))).toSorted(),
  }
}

/** One’s own level in each skill that is in use, or in which one was ever assessed. */
export function presentLevels(skills: readonly StoredSkill[], own: readonly StoredAssessment[], today: CivilDate): Academy['levels'] {
  return skills.flatMap(({ id, name, anchors, retired }) => {
    const last = latestUpTo(own.filter((one) => one.skill_id === id && one.withdrawn === null).map((row) => ({ ...row, on: row.assessed_on, at: row.assessed_at })), today)
    if (!last && retired !== null) return []
    return [{ skill: { id, name }, level: last?.level ?? null, anchor: last ? anchorOf(last, anchors) : '', on: last?.assessed_on ?? null, assessor: last ? { id: last.assessor_id, name: last.assessor } : null }]
  })
}

/** What a level meant by the words by which it was judged, whatever they are now. */
const anchorOf = ({ anchor, level }: Pick<StoredAssessment, 'anchor' | 'level'>, anchors: readonly string[]): string => anchor ?? anchors[level] ?? ''

export function presentAssessment(row: StoredAssessment, { name, anchors }: Pick<StoredSkill, 'name' | 'anchors'>, { actor, takesPart, leads }: Pick<Reader, 'actor' | 'takesPart' | 'leads'>): SkillAssessment {
  const { id, version, person_id, person, skill_id, level, evidence, assessed_on, assessor_id, assessor, assessed_at, withdrawn } = row
  return {
    id, version, person: { id: person_id, name: person }, skill: { id: skill_id, name }, level, anchor: anchorOf(row, anchors), evidence, on: assessed_on, assessor: { id: assessor_id, name: assessor }, at: assessed_at, withdrawn,
    may: { withdraw: takesPart && withdrawn === null && person_id !== actor.accountId && (assessor_id === actor.accountId || leads) },
  }
}

/** Levels, and assessments, that one answer lists. */
const [mostLevels, mostAssessments] = [500, 300]

/** The levels of people in one skill, for who may see them. */
export function presentSheet(skill: StoredSkill, assessments: readonly StoredAssessment[], people: readonly Member[], reader: Reader): SkillSheet {
  const own = Map.groupBy(assessments.filter(({ withdrawn }) => withdrawn === null).map((row) => ({ row, on: row.assessed_on, at: row.assessed_at })), ({ row }) => row.person_id)
  const levels = people.flatMap(({ id, name }) => {
    const last = latestUpTo(own.get(id) ?? [], reader.today)
    return last ? [{ person: { id, name }, level: last.row.level, anchor: anchorOf(last.row, skill.anchors), on: last.on }] : []
  })
  return {
    skill: { id: skill.id, name: skill.name }, anchors: [...skill.anchors], levels: levels.slice(0, mostLevels), unknown: people.length - levels.length,
    assessments: assessments.slice(0, mostAssessments).map((row) => presentAssessment(row, skill, reader)), omitted: Math.max(0, assessments.length - mostAssessments),
  }
}
