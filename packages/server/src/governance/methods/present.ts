import type { InitiativeMethods, MethodLibrary, MethodLine, MethodSheet, MethodUse } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { findItems, leadOf, ratingSpread, unusedItems, usageOf, usesByQuarter, type MethodKind, type MethodState, type MethodUseFacts, type RatingClass } from '@throughline/engine/governance'
import type { CivilDate, FiscalCalendar } from '@throughline/engine/kernel'
import { succeeded } from './refusals.ts'
import type { ListedItem, NamedUse, StoredItem, StoredRating } from './store.ts'

/** Items, ratings and uses that one answer lists. */
const [mostItems, mostRated, mostUses] = [200, 100, 100]

export type LibraryAsk = { readonly find?: string | undefined; readonly kind?: MethodKind | undefined; readonly theme?: string | undefined; readonly state?: MethodState | undefined; readonly unusedDays?: number | undefined }
type Kept = { readonly items: readonly ListedItem[]; readonly ratings: readonly StoredRating[]; readonly uses: readonly NamedUse[]; readonly calendar: FiscalCalendar; readonly today: CivilDate }

const factsOf = ({ item_id, initiative_id, begun_on, ended_on, verdict }: NamedUse): MethodUseFacts => ({ itemId: item_id, initiativeId: initiative_id, begunOn: begun_on, endedOn: ended_on, verdict })
const presentRatings = (ratings: readonly StoredRating[]) => {
  const { rated, classes, median } = ratingSpread(ratings.map(({ rating }): RatingClass => rating))
  return { rated, classes: classes.map((one) => ({ ...one })), median: toWire(median) }
}
const presentUsage = (uses: readonly NamedUse[], today: CivilDate) => {
  const { uses: count, verdicts, ...usage } = usageOf(uses.map(factsOf), today)
  return { ...usage, uses: toWire(count), verdicts: verdicts.map((one) => ({ ...one })) }
}

/** The library as somebody looks through it, with the use of all of it. */
export function presentLibrary({ items, ratings, uses, calendar, today }: Kept, { find = '', kind, theme, state, unusedDays = 90 }: LibraryAsk): MethodLibrary {
  const [ratingsOf, usesOf] = [Map.groupBy(ratings, ({ item_id }) => item_id), Map.groupBy(uses, ({ item_id }) => item_id)]
  const asked = items.filter(({ said, state: stands }) => (state === undefined ? stands !== 'retired' : stands === state) && (kind === undefined || said.kind === kind) && (theme === undefined || said.themes.some((one) => one.toLowerCase() === theme.toLowerCase())))
  const places = find.trim() === '' ? undefined : findItems(find, asked.map(({ id, said }) => ({ ...said, id })))
  const byId = new Map(asked.map((one) => [one.id, one]))
  const lines = places ? places.flatMap(({ id, points }) => { const item = byId.get(id); return item ? [{ item, points }] : [] }) : asked.map((item) => ({ item, points: null }))
  const count = (of: MethodState) => items.filter((one) => one.state === of).length
  const published = items.flatMap(({ id, state: stands, published_on: publishedOn, said: { name } }) => (stands === 'published' && publishedOn !== null ? [{ id, name, publishedOn }] : []))
  return {
    on: today, omitted: Math.max(0, lines.length - mostItems), counts: { draft: count('draft'), published: count('published'), retired: count('retired') },
    items: lines.slice(0, mostItems).map(({ item: { id, said, state: stands }, points }): MethodLine => ({ id, name: said.name, kind: said.kind, whenToUse: said.whenToUse, themes: [...said.themes], state: stands, ratings: presentRatings(ratingsOf.get(id) ?? []), usage: presentUsage(usesOf.get(id) ?? [], today), points: points && toWire(points) })),
    themes: [...new Map(items.filter((one) => one.state !== 'retired').flatMap(({ said }) => said.themes).map((one) => [one.toLowerCase(), one])).values()].sort(),
    quarters: usesByQuarter(uses.map(factsOf), calendar, today).map(({ label, begun, initiatives }) => ({ label, begun, initiatives })),
    unusedDays, unused: [...unusedItems(published, new Set(uses.map(({ item_id }) => item_id)), { today, days: unusedDays })],
  }
}

type Named = { readonly id: string; readonly name: string }
type Sheet = {
  readonly item: StoredItem; readonly from: readonly string[]; readonly items: readonly ListedItem[]; readonly ratings: readonly StoredRating[]; readonly uses: readonly NamedUse[]; readonly services: readonly Named[]; readonly today: CivilDate; readonly accountId: string
  readonly frameworks: readonly { readonly id: string; readonly said: { readonly name: string; readonly elements: readonly { readonly key: string; readonly name: string }[] } }[]
}

/** All that there is of an item, as one reader sees it. */
export function presentSheet({ item, from, items, ratings, uses, services, today, accountId, frameworks }: Sheet): MethodSheet {
  const { id, version, state, said: { elements, serviceIds, ...text } } = item
  const named = (one: string | null): Named | null => { const found = items.find((row) => row.id === one); return found ? { id: found.id, name: found.said.name } : null }
  const own = ratings.filter(({ account_id }) => account_id === accountId)
  const rated = [...own, ...ratings.filter(({ account_id }) => account_id !== accountId)].slice(0, mostRated)
  return {
    id, version, ...text, state, from: from.flatMap((one) => named(one) ?? []), services: serviceIds.flatMap((one) => services.find((service) => service.id === one) ?? []).map(({ id: of, name }) => ({ id: of, name })),
    elements: elements.flatMap(({ frameworkId, key }) => { const framework = frameworks.find((one) => one.id === frameworkId); return framework ? [{ frameworkId, key, framework: framework.said.name, name: framework.said.elements.find((one) => one.key === key)?.name ?? null }] : [] }),
    published: item.published_on === null ? null : { on: item.published_on, by: item.published_by ?? '', reason: item.published_because ?? '' },
    retired: item.retired_on === null ? null : { on: item.retired_on, by: item.retired_by ?? '', reason: item.retired_because ?? '', successor: named(item.successor_id), leadsTo: named(leadOf(id, succeeded(items)).to) },
    ratings: presentRatings(ratings), rated: rated.map(({ rating, words, rated_by, rated_at, account_id }) => ({ rating, words, by: rated_by, at: rated_at, own: account_id === accountId })),
    usage: presentUsage(uses, today), uses: uses.slice(0, mostUses).map((one) => presentUse(one, item)), omittedUses: Math.max(0, uses.length - mostUses),
  }
}

function presentUse({ id, version, initiative_id, initiative, begun_on, purpose, used_by, ended_on, verdict, outcome, ended_by }: NamedUse, item: { readonly id: string; readonly state: MethodState; readonly said: { readonly name: string; readonly kind: MethodKind } }): MethodUse {
  return {
    id, version, item: { id: item.id, name: item.said.name, kind: item.said.kind, state: item.state }, initiative: { id: initiative_id, name: initiative }, begunOn: begun_on, purpose, by: used_by,
    ended: ended_on === null || verdict === null ? null : { on: ended_on, verdict, words: outcome ?? '', by: ended_by ?? '' },
  }
}

/** What an initiative uses and used. */
export function presentInitiative(initiative: Named, uses: readonly NamedUse[], items: readonly ListedItem[]): InitiativeMethods {
  const byId = new Map(items.map((one) => [one.id, one]))
  return { initiative, uses: uses.flatMap((use) => { const item = byId.get(use.item_id); return item ? [presentUse(use, item)] : [] }) }
}
