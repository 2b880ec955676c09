import type { BodyOf, Refusal } from '@throughline/contract/wire'
import type { businessCaseRoutes } from '@throughline/contract/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readOrganisation } from '../../../people/index.ts'
import { lockInitiative, readInitiative } from '../../store/initiatives.ts'
import { readYears } from '../../years/store.ts'
import { firstDraft } from '../begin.ts'
import { noDraft } from '../refusals.ts'
import { insertCase, lockCase, nextCaseNo, readCases, updateCase } from '../store.ts'

type Begun = Refusal<'not_found' | 'case_draft_there'>

/** Begins a draft from a version, from the newest where none is named, or as a first one from what is known of the initiative. */
export function draftCase(db: Db, actor: Actor, initiativeId: string, { from, framework }: BodyOf<typeof businessCaseRoutes.draftBusinessCase>, now: Date): Promise<Result<object, Begun>> {
  return writeAs<Result<object, Begun>>(db, actor, 'demand.draft-business-case', async (tx, record) => {
    await lockInitiative(tx, initiativeId)
    const initiative = await readInitiative(tx, initiativeId)
    if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const cases = await readCases(tx, initiativeId)
    const draft = cases.find(({ state }) => state === 'draft')
    if (draft) return refuse({ code: 'case_draft_there', values: { no: draft.no, name: initiative.name, by: draft.drafted_by } })
    const base = from === undefined ? cases[0] : cases.find(({ no }) => no === from)
    if (from !== undefined && !base) return refuse({ code: 'not_found', values: { what: 'version of the business case', id: String(from) } })
    const { currency, calendar } = await readOrganisation(tx)
    const content = base?.content ?? firstDraft({ name: initiative.name, currency, framework, today: now.toISOString().slice(0, 10), calendar, years: (await readYears(tx, [initiativeId], currency)).get(initiativeId) ?? { cost: [], benefits: [] } })
    const [id, no] = [newId(), await nextCaseNo(tx, initiativeId)]
    await insertCase(tx, { org_id: actor.orgId, id, initiative_id: initiativeId, no, content, drafted_at: now.toISOString(), drafted_by: actor.name })
    await record({ room: 'demand', kind: 'business_case', id, before: null, after: { initiative: initiative.name, no, from: base?.no ?? null } })
    return ok({})
  })
}

/** Puts the draft away; what was submitted stays. */
export function putAwayCase(db: Db, actor: Actor, initiativeId: string, version: number, now: Date): Promise<Result<object, Refusal<'not_found' | 'version_moved' | 'case_no_draft'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'version_moved' | 'case_no_draft'>>>(db, actor, 'demand.put-away-business-case', async (tx, record) => {
    const initiative = await readInitiative(tx, initiativeId)
    if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const stored = await lockCase(tx, initiativeId, 'draft')
    if (!stored) return noDraft(initiative.name, (await readCases(tx, initiativeId))[0])
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'business_case', id: stored.id, version })
    if (!found.ok) return found
    await updateCase(tx, stored.id, { removed_at: now.toISOString() })
    await record({ room: 'demand', kind: 'business_case', id: stored.id, before: { initiative: initiative.name, no: stored.no, ...stored.content }, after: null })
    return ok({})
  })
}
