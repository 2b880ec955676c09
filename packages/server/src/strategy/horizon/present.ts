import type { Assumption, ChangeSignal, HorizonScan, WatchItem } from '@throughline/contract/strategy'
import { assumptionStanding, assumptionStandings, attentionOf, attentions, changeStanding, lookAgainOn, newsSince, staleAfter, type MeasuredValue } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'
import { namesOfServices } from '../../governance/index.ts'
import { readStored } from '../store.ts'
import { readAssumptions, readChangeSignals, readWatchItems, type StoredAssumption, type StoredSignal, type StoredWatchItem } from './store.ts'

type Ground = {
  readonly today: string
  readonly objectives: ReadonlyMap<string, { readonly id: string; readonly statement: string }>
  readonly services: ReadonlyMap<string, string>
  readonly signals: readonly StoredSignal[]
  readonly assumptions: readonly StoredAssumption[]
  readonly measures: ReadonlyMap<string, { readonly name: string; readonly actuals: readonly MeasuredValue[] }>
}

/** Signals of change, assumptions and the watch list on a day. */
export async function presentHorizon(tx: Tx, today: string): Promise<HorizonScan> {
  const [signals, assumptions, watch, stored] = [await readChangeSignals(tx), await readAssumptions(tx), await readWatchItems(tx), await readStored(tx)]
  const services = await namesOfServices(tx, [...new Set([...signals, ...assumptions].flatMap((one) => one.services))])
  const actuals = Map.groupBy(stored?.actuals ?? [], ({ measure_id }) => measure_id)
  const ground: Ground = {
    today, signals, assumptions, objectives: new Map(stored?.objectives.map(({ id, stable_key, statement }) => [stable_key, { id, statement }])), services: new Map(services.map(({ id, name }) => [id, name])),
    measures: new Map([...(stored?.measures ?? []), ...(stored?.unitMeasures ?? [])].map(({ id, name }) => [id, { name, actuals: (actuals.get(id) ?? []).map(({ on_date: on, recorded_at, value }) => ({ on, recordedOn: recorded_at.slice(0, 10), value: Number(value) })) }])),
  }
  return {
    today, signals: signals.map((one) => presentSignal(one, ground)).sort((a, b) => placeOf(a) - placeOf(b)),
    assumptions: assumptions.map((one) => presentAssumption(one, ground)).sort((a, b) => assumptionStandings.indexOf(a.standing) - assumptionStandings.indexOf(b.standing)),
    watch: watch.map((one) => presentWatch(one, ground)).sort((a, b) => (a.againOn < b.againOn ? -1 : a.againOn > b.againOn ? 1 : 0)),
  }
}

/** What waits to be triaged, then by what it asks for, then what is archived. */
const placeOf = ({ standing, attention }: ChangeSignal): number => (standing === 'to_triage' ? -1 : standing === 'archived' ? attentions.length : attention === null ? 0 : attentions.indexOf(attention))
const staleOf = ({ looked_on, term_days }: StoredSignal): string => staleAfter(looked_on, term_days)
const standingOf = (one: StoredSignal, today: string) => changeStanding({ triaged: one.triage !== null, staleOn: staleOf(one) }, today)
const namedOf = ({ objectives, services }: Pick<StoredSignal, 'objectives' | 'services'>, ground: Ground) => ({ objectives: objectives.flatMap((key) => ground.objectives.get(key) ?? []), services: services.flatMap((id) => { const name = ground.services.get(id); return name === undefined ? [] : [{ id, name }] }) })

function presentSignal(one: StoredSignal, ground: Ground): ChangeSignal {
  const statements = new Map(ground.assumptions.map(({ id, statement }) => [id, statement]))
  return {
    id: one.id, title: one.title, words: one.words, source: one.source, link: one.link, seenOn: one.seen_on, theme: one.theme, notedBy: one.noted_by, version: one.version, triage: one.triage, attention: one.triage && attentionOf(one.triage),
    termDays: one.term_days, staleOn: staleOf(one), standing: standingOf(one, ground.today), ...namedOf(one, ground), assumptions: one.effects.map(({ assumptionId: id, ...said }) => ({ id, statement: statements.get(id) ?? '', ...said })),
  }
}

function presentAssumption(one: StoredAssumption, ground: Ground): Assumption {
  const measure = one.wire ? ground.measures.get(one.wire.measureId) : undefined
  const news = newsSince(measure?.actuals ?? [], one.reviewed?.on ?? null)
  const measured = news && { on: news.on, value: news.value }
  const by = one.tripped && ground.signals.find(({ id }) => id === one.tripped?.signalId)
  return {
    id: one.id, statement: one.statement, owner: one.owner, tripWords: one.trip_words, reviewOn: one.review_on, version: one.version, reviewed: one.reviewed, ...namedOf(one, ground),
    wire: one.wire && { ...one.wire, measure: measure?.name ?? 'a measure that is not there', measured }, tripped: one.tripped && { ...one.tripped, signal: by?.title ?? '', seenOn: by?.seen_on ?? one.tripped.on },
    standing: assumptionStanding({ tripped: one.tripped !== null, givenUp: one.reviewed?.outcome === 'given_up', reviewedOn: one.reviewed?.on ?? null, reviewOn: one.review_on, wire: one.wire, measured: measured?.value ?? null }, ground.today),
    signals: ground.signals.flatMap(({ id, title, effects }) => effects.filter(({ assumptionId }) => assumptionId === one.id).map(({ effect }) => ({ id, title, effect }))),
  }
}

function presentWatch(one: StoredWatchItem, { today, signals }: Ground): WatchItem {
  const againOn = lookAgainOn({ lookedOn: one.looked_on, everyDays: one.every_days })
  const about = signals.filter((signal) => signal.theme.toLowerCase() === one.theme.toLowerCase() && standingOf(signal, today) !== 'archived')
  return { id: one.id, theme: one.theme, looksFor: one.looks_for, owner: one.owner, everyDays: one.every_days, lookedOn: one.looked_on, againOn, overdue: againOn < today, signals: about.length, version: one.version }
}
