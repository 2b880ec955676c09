import type { CaseChange, CaseFlows, CaseOptionSaid } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import type { CaseContent, CaseLine, CaseOption } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readInitiative } from '../../store/initiatives.ts'
import { noDraft, whyUnsound } from '../refusals.ts'
import { lockCase, readCases, updateCase, type StoredCase } from '../store.ts'

type Changed = Refusal<'not_found' | 'version_moved' | 'case_no_draft' | 'case_unsound'>

/** Changes what the draft says besides its cash flow; only what is given. An option that is left out goes with its lines and risks. */
export function changeCase(db: Db, actor: Actor, initiativeId: string, { version, options, words, givers, ...given }: CaseChange): Promise<Result<object, Changed>> {
  return writeAs<Result<object, Changed>>(db, actor, 'demand.change-business-case', async (tx, record) => {
    const found = await draftSeen(tx, initiativeId, version)
    if (!found.ok) return found
    const { id, content: before } = found.value
    const after: CaseContent = {
      ...before, ...given,
      ...(given.preferred ? { preferred: { ...given.preferred, reason: given.preferred.reason.trim() } } : {}), ...(given.scenarios ? { scenarios: given.scenarios.map((one) => ({ ...one, name: one.name.trim() })) } : {}),
      words: { ...before.words, ...trimmed(words) }, givers: { ...before.givers, ...trimmed(givers) },
      options: options ? options.map((said) => optionFrom(said, before.options.find((one) => one.id === said.id))) : before.options,
    }
    // Who takes an option out that was preferred prefers none.
    const content = options && !given.preferred && !after.options.some((one) => one.id === after.preferred.optionId) ? { ...after, preferred: { ...after.preferred, optionId: null } } : after
    return kept(tx, found.value, content, () => record({ room: 'demand', kind: 'business_case', id, ...difference(before, content) }))
  })
}

/** Gives all lines and risks of an option of the draft. Who gave a line, when and from which file stays with it until it is given otherwise. */
export function setFlows(db: Db, actor: Actor, initiativeId: string, { version, optionId, lines, risks, from = '' }: CaseFlows, now: Date): Promise<Result<object, Changed>> {
  return writeAs<Result<object, Changed>>(db, actor, 'demand.set-case-flows', async (tx, record) => {
    const found = await draftSeen(tx, initiativeId, version)
    if (!found.ok) return found
    const { id, content: before } = found.value
    const option = before.options.find((one) => one.id === optionId)
    if (!option) return refuse({ code: 'not_found', values: { what: 'option of the business case', id: optionId } })
    const given = { by: actor.name, at: now.toISOString(), from: from.trim() }
    const own = lines.map((line): CaseLine => {
      const said = { ...line, name: line.name.trim(), source: line.source.trim(), amounts: line.amounts.map(({ year, minor }) => ({ year, minor: Number(minor) })).filter(({ minor }) => minor !== 0).toSorted((a, b) => a.year - b.year) }
      const was = option.lines.find((one) => one.id === line.id)
      return { ...said, given: was && sameLine(was, said) ? was.given : given }
    })
    const after: CaseOption = { ...option, lines: own, risks: risks.map(({ lowMinor, likelyMinor, highMinor, ...risk }) => ({ ...risk, name: risk.name.trim(), response: risk.response.trim(), owner: risk.owner.trim(), low: Number(lowMinor), likely: Number(likelyMinor), high: Number(highMinor) })) }
    const content = { ...before, options: before.options.map((one) => (one.id === optionId ? after : one)) }
    return kept(tx, found.value, content, () => record({ room: 'demand', kind: 'business_case', id, before: { option: option.name, lines: option.lines, risks: option.risks }, after: { option: option.name, lines: own, risks: after.risks, ...(from === '' ? {} : { from }) } }))
  })
}

/** The draft of an initiative as its editor saw it. */
export async function draftSeen(tx: Tx, initiativeId: string, version: number): Promise<Result<StoredCase & { readonly name: string }, Refusal<'not_found' | 'version_moved' | 'case_no_draft'>>> {
  const initiative = await readInitiative(tx, initiativeId)
  if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
  const stored = await lockCase(tx, initiativeId, 'draft')
  if (!stored) return noDraft(initiative.name, (await readCases(tx, initiativeId))[0])
  const found = await expectVersion(tx, stored, { room: 'demand', kind: 'business_case', id: stored.id, version })
  return found.ok ? ok({ ...found.value, name: initiative.name }) : found
}

async function kept(tx: Tx, { id }: StoredCase, content: CaseContent, record: () => Promise<void>): Promise<Result<object, Changed>> {
  const unsound = whyUnsound(content)
  if (unsound) return unsound
  await updateCase(tx, id, { content })
  await record()
  return ok({})
}

const trimmed = (texts: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(texts ?? {}).map(([key, text]) => [key, text.trim()]))
const optionFrom = (said: CaseOptionSaid, before: CaseOption | undefined): CaseOption => ({ ...said, name: said.name.trim(), about: said.about.trim(), unmonetised: said.unmonetised.map((one) => ({ ...one, name: one.name.trim(), about: one.about.trim() })), lines: before?.lines ?? [], risks: before?.risks ?? [] })
const sameLine = ({ given: _, ...was }: CaseLine, said: Omit<CaseLine, 'given'>): boolean => (['name', 'kind', 'source', 'range', 'amounts'] as const).every((part) => JSON.stringify(inOrder(was[part])) === JSON.stringify(inOrder(said[part])))
/** A value with its fields in one order: what the database gives back has lost the order in which it was written. */
const inOrder = (value: unknown): unknown => (Array.isArray(value) ? value.map(inOrder) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)])) : value)

/** The parts of a case that are others than before. */
function difference(before: CaseContent, after: CaseContent): { readonly before: object; readonly after: object } {
  const parts = (Object.keys(after) as (keyof CaseContent)[]).filter((part) => JSON.stringify(inOrder(before[part])) !== JSON.stringify(inOrder(after[part])))
  return { before: Object.fromEntries(parts.map((part) => [part, before[part]])), after: Object.fromEntries(parts.map((part) => [part, after[part]])) }
}
