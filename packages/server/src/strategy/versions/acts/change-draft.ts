import type { DraftEdit, StrategyRefusal } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readUnits } from '../../../people/index.ts'
import type { InitiativeSource } from '../../initiative-source.ts'
import { lockStrategy } from '../../write-store.ts'
import { contributionsInForce, plainDocument, type JudgedContribution, type StrategyDocument } from '../content.ts'
import { editContent } from '../edit.ts'
import { versionMeasuresOf } from '../measures.ts'
import { closedRefusal } from '../policy.ts'
import { readDocument, readObjectiveIds, readVersionRow, updateDocument, updateVersion } from '../store.ts'
import { contentInForce } from '../content.ts'
import { factsOfInitiative } from '../whole.ts'

type Refused = StrategyRefusal | WireRefusal

/** Applies one edit to a draft, all of it or nothing. It is made on the version that its editor saw; whoever was slower is told. */
export function changeDraft(db: Db, actor: Actor, id: string, edit: DraftEdit, now: Date, { readInitiatives }: InitiativeSource): Promise<Result<string, Refused>> {
  return writeAs<Result<string, Refused>>(db, actor, 'strategy.change-draft', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const found = await expectVersion(tx, await readVersionRow(tx, id), { room: 'strategy', kind: 'strategy_version', id, version: edit.version })
    if (!found.ok) return found
    const closed = closedRefusal(found.value)
    if (closed) return closed
    const today = now.toISOString().slice(0, 10)
    if (edit.signalOn !== undefined && edit.signalOn > today) return refuse({ code: 'signal_ahead', values: { found: edit.signalOn, today } })
    const before = (await readDocument(tx, id, versionMeasuresOf(stored))) ?? plainDocument(contentInForce(stored, []), null)
    const ids = await readObjectiveIds(tx)
    const edited = editContent(before.content, edit, { unitIds: new Set((await readUnits(tx)).map((unit) => unit.id)), idOf: (key) => ids.get(key) ?? newId() })
    const serving = (edit.unitStrategies ?? []).flatMap(({ objectives }) => objectives.flatMap((one) => one.contributions))
    const initiatives = new Map((edit.contributions ?? edit.actions ?? edit.estimates ?? edit.unitStrategies ? await readInitiatives(tx) : []).map((one) => [one.id, one]))
    const strangers = [...(edit.contributions ?? []), ...(edit.actions ?? []), ...(edit.estimates ?? []), ...serving].filter(({ initiativeId }) => !initiatives.has(initiativeId))
    const problems = [...(edited.ok ? [] : edited.refusal), ...strangers.map(({ initiativeId }) => ({ code: 'initiative_unknown', ids: [initiativeId], words: 'No initiative has this id.' })), ...twice(edit)]
    if (!edited.ok || problems.length > 0) return refuse({ code: 'draft_edit_unsound', values: { count: problems.length, problems: problems.map(({ words }) => words).join(' '), all: problems } })
    const document: Partial<StrategyDocument> = {
      // What it began from is kept whole with it: of measures of units it may have been told by what is in force until now.
      content: edited.value, base: before.base,
      ...(edit.contributions ? { contributions: judgedAnew(before.contributions, edit, contributionsInForce(stored)) } : {}),
      ...(edit.mappings ? { mappings: edit.mappings } : {}), ...(edit.estimates ? { estimates: edit.estimates } : {}), ...(edit.settings ? { settings: edit.settings } : {}),
      ...(edit.actions ? { actions: edit.actions, facts: Object.fromEntries(edit.actions.map(({ initiativeId }) => [initiativeId, before.facts[initiativeId] ?? factsOf(initiatives.get(initiativeId))])) } : {}),
    }
    const { title, reason, signalOn } = edit
    await updateDocument(tx, id, document)
    await updateVersion(tx, id, { ...(title === undefined ? {} : { title: title.trim() }), ...(reason === undefined ? {} : { reason: reason.trim() }), ...(signalOn === undefined ? {} : { signal_on: signalOn }), changed_at: now.toISOString(), changed_by: actor.name })
    await record({ room: 'strategy', kind: 'strategy_version', id, before: { version: edit.version }, after: told(edit) })
    return ok(id)
  })
}

const factsOf = (one: Parameters<typeof factsOfInitiative>[0] | undefined) => (one ? factsOfInitiative(one) : { state: '', costMinor: null, benefitsMinor: null, startOn: null, endOn: null })

/** One initiative has one action and one estimate. */
function twice({ actions = [], estimates = [] }: DraftEdit) {
  const repeated = (all: readonly { readonly initiativeId: string }[], what: string) => [...Map.groupBy(all, ({ initiativeId }) => initiativeId)].flatMap(([id, same]) => (same.length > 1 ? [{ code: 'initiative_twice', ids: [id], words: `An initiative has ${same.length} ${what}; expected one.` }] : []))
  return [...repeated(actions, 'actions'), ...repeated(estimates, 'estimates')]
}

/** What was judged before with what is judged now; what comes to what is in force is judged no longer. */
function judgedAnew(before: readonly JudgedContribution[], { contributions = [] }: DraftEdit, inForce: ReturnType<typeof contributionsInForce>): readonly JudgedContribution[] {
  const place = (one: { readonly initiativeId: string; readonly key: string }): string => `${one.initiativeId} ${one.key}`
  const said = new Map(inForce.map((one) => [place(one), one]))
  const judged = new Map(before.map((one) => [place(one), one]))
  for (const { rationale, ...one } of contributions) {
    const earlier = said.get(place(one))
    if ((earlier?.contribution ?? null) === one.contribution && (rationale === undefined || rationale === earlier?.rationale) && earlier !== undefined) judged.delete(place(one))
    else judged.set(place(one), { ...one, rationale: rationale ?? judged.get(place(one))?.rationale ?? earlier?.rationale ?? '', base: earlier?.contribution ?? null })
  }
  return [...judged.values()]
}

/** What an edit did, as the history tells it: lists that may be long by their number. */
const told = ({ version: _, ...edit }: DraftEdit): object => Object.fromEntries(Object.entries(edit).map(([part, value]) => [part, Array.isArray(value) && value.length > 20 ? `${value.length} of them` : value]))
