import type { Role } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../database/index.ts'
import { may, readMembers } from '../../people/index.ts'
import type { Refused } from '../refused.ts'
import type { StoredSession } from './course-store.ts'
import type { Said, StoredSkill } from './skill-store.ts'

/** Whether somebody leads the academy: who plans capacity plans what people can do. */
export const leads = (actor: Actor): boolean => may(actor, 'edit_capacity')
/** Whether somebody may assess a skill: its assessors, and the lead of the academy. */
export const assesses = ({ assessors }: Pick<StoredSkill, 'assessors'>, actor: Actor): boolean => leads(actor) || assessors.some(({ id }) => id === actor.accountId)
/** Whether somebody sees who has a place in a session, and records who came. */
export const trains = ({ trainer_id }: Pick<StoredSession, 'trainer_id'>, actor: Actor): boolean => leads(actor) || trainer_id === actor.accountId

export const none = (what: string, id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what, id } } as const)
export const over = (what: string, name: string, found: string, expected: string): Refused<'academy_over'> => refuse({ code: 'academy_over', values: { what, name, found, expected } } as const)
export const notYours = (what: string, expected: string): Refused<'academy_not_yours'> => refuse({ code: 'academy_not_yours', values: { what, expected } } as const)
export const there = (what: string, name: string): Refused<'academy_there'> => refuse({ code: 'academy_there', values: { what, name } } as const)
/** Refused where a skill or a course was retired. */
export const whyRetired = (what: 'skill' | 'course', { name, retired }: { readonly name: string; readonly retired: Said | null }): Refused<'academy_over'> | undefined => (retired ? over(what, name, `retired since ${retired.at.slice(0, 10)}`, 'in use') : undefined)

export type Member = { readonly id: string; readonly name: string; readonly role: Role }
/** A person of the organisation; no program is one. */
export const memberOf = async (tx: Tx, id: string): Promise<Member | undefined> => (await readMembers(tx)).find((one) => one.id === id && !one.service)
export const said = (actor: Pick<Actor, 'name'>, now: Date, words: string): Said => ({ by: actor.name, at: now.toISOString(), words: words.trim() })

/** What acts of the academy may be refused with, beside what is their own. */
export type Unfound = Refusal<'not_found'>
export type Moved = Refusal<'not_found' | 'version_moved' | 'academy_over'>
