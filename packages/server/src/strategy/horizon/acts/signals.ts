import type { AssumptionLink, ChangeSignalChange, NewChangeSignal, NewTriage } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { usualTermDays } from '@throughline/engine/strategy'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import { readOwners } from '../../exchange/store.ts'
import { aboutOf, toldAbout } from '../about.ts'
import { insertChangeSignal, lockAssumption, lockChangeSignal, updateAssumption, updateChangeSignal, type Effect, type StoredAssumption, type StoredSignal } from '../store.ts'

type Refused = Refusal<'not_found' | 'version_moved' | 'signal_ahead' | 'assumption_given_up'>
type Done = Promise<Result<object, Refused>>
const ahead = (found: string, today: string) => refuse({ code: 'signal_ahead' as const, values: { found, today } })
const subject = (id: string) => ({ room: 'strategy', kind: 'change_signal', id }) as const
const found = async (tx: Tx, id: string, version: number) => expectVersion(tx, await lockChangeSignal(tx, id), { ...subject(id), version })

/** Notes what was seen; it waits to be triaged, and its term runs from today. */
export function addChangeSignal(db: Db, actor: Actor, given: NewChangeSignal, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.note-change-signal', async (tx, record) => {
    if (given.seenOn > today) return ahead(given.seenOn, today)
    const about = await aboutOf(tx, given, { objectives: [], services: [] })
    if (!about.ok) return about
    const id = newId()
    const said = { title: given.title.trim(), words: given.words?.trim() ?? '', source: given.source.trim(), link: given.link ?? null, seen_on: given.seenOn, theme: given.theme.trim(), term_days: given.termDays ?? usualTermDays }
    await insertChangeSignal(tx, { org_id: actor.orgId, id, ...said, noted_by: actor.name, looked_on: today, triage: null, ...about.value, effects: [] })
    await record({ ...subject(id), before: null, after: { ...told(said), ...(await toldAbout(tx, about.value)) } })
    return ok({})
  })
}

/** Changes what is said of a signal, and what it is about. */
export function changeChangeSignal(db: Db, actor: Actor, id: string, { version, ...given }: ChangeSignalChange, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.change-change-signal', async (tx, record) => {
    const signal = await found(tx, id, version)
    if (!signal.ok) return signal
    if (given.seenOn !== undefined && given.seenOn > today) return ahead(given.seenOn, today)
    const about = await aboutOf(tx, given, signal.value)
    if (!about.ok) return about
    const before = signal.value
    const said = { title: given.title?.trim() ?? before.title, words: given.words?.trim() ?? before.words, source: given.source?.trim() ?? before.source, link: given.link === undefined ? before.link : given.link, seen_on: given.seenOn ?? before.seen_on, theme: given.theme?.trim() ?? before.theme }
    await updateChangeSignal(tx, id, { ...said, ...about.value })
    await record({ ...subject(id), before: { ...told(before), ...(await toldAbout(tx, before)) }, after: { ...told(said), ...(await toldAbout(tx, about.value)) } })
    return ok({})
  })
}

/** Judges a signal; whoever looks at it begins its term anew, and brings one back that was archived. */
export function triageChangeSignal(db: Db, actor: Actor, id: string, { version, termDays, ...triage }: NewTriage, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.triage-change-signal', async (tx, record) => {
    const signal = await found(tx, id, version)
    if (!signal.ok) return signal
    const judged = { impact: triage.impact, likelihood: triage.likelihood, time: triage.time, reason: triage.reason.trim() }
    const { triage: before, term_days } = signal.value
    await updateChangeSignal(tx, id, { triage: { ...judged, by: actor.name, on: today }, looked_on: today, term_days: termDays ?? term_days })
    await record({ ...subject(id), before: before && { impact: before.impact, likelihood: before.likelihood, time: before.time, reason: before.reason }, after: { ...judged, termDays: termDays ?? term_days } })
    return ok({})
  })
}

/** Says what a signal says of an assumption. Where it trips it, the assumption waits for a review, and those who answer for the strategy are told. */
export function linkChangeSignal(db: Db, actor: Actor, id: string, { version, assumptionId, effect, words = '' }: AssumptionLink, today: string): Done {
  return writeAs<Awaited<Done>>(db, actor, 'strategy.link-change-signal', async (tx, record) => {
    const signal = await found(tx, id, version)
    if (!signal.ok) return signal
    const assumption = await lockAssumption(tx, assumptionId)
    if (!assumption) return refuse({ code: 'not_found', values: { what: 'assumption', id: assumptionId } })
    if (assumption.reviewed?.outcome === 'given_up' && effect !== null) return refuse({ code: 'assumption_given_up', values: { statement: assumption.statement, by: assumption.reviewed.by, on: assumption.reviewed.on } })
    const before = signal.value.effects.find((one) => one.assumptionId === assumptionId)
    const said = { words: words.trim(), by: actor.name, on: today }
    const others: readonly Effect[] = signal.value.effects.filter((one) => one.assumptionId !== assumptionId)
    await updateChangeSignal(tx, id, { effects: effect === null ? others : [...others, { assumptionId, effect, ...said }] })
    await record({ ...subject(id), before: { assumption: assumption.statement, effect: before?.effect ?? null }, after: { assumption: assumption.statement, effect, words: said.words } })
    if (effect === 'trips' && assumption.tripped === null) {
      await updateAssumption(tx, assumptionId, { tripped: { signalId: id, ...said } })
      await record({ room: 'strategy', kind: 'assumption', id: assumptionId, before: { tripped: null }, after: { tripped: signal.value.title, words: said.words } })
      await tell(tx, actor, assumption, signal.value)
    }
    return ok({})
  })
}

const tell = async (tx: Tx, actor: Actor, { id, statement }: StoredAssumption, { title }: StoredSignal): Promise<void> =>
  notify(tx, actor, { reason: 'assumption_tripped', to: await readOwners(tx), subject: { room: 'strategy', kind: 'assumption', id }, act: 'strategy.link-change-signal', words: `${statement}: ${title}` })

/** A signal as the history tells it. */
const told = ({ title, source, link, seen_on: seenOn, theme, words }: Pick<StoredSignal, 'title' | 'source' | 'link' | 'seen_on' | 'theme' | 'words'>) => ({ title, source, link, seenOn, theme, words })
