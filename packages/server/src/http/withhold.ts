import { undefinedBecause } from '@throughline/engine/kernel'
import { withOrg, type Db, type Tx } from '../database/index.ts'
import { may } from '../people/index.ts'
import { jsonOf, packedBytes, packJson, readAs, readyJson } from './ready.ts'
import type { Actor } from './room.ts'
import { contentsOf, inOrderOfNames, isSelection, keptSelection, madeFromFigures, tellsMore, type Fields } from './withhold-plans.ts'

/**
 * What a reply becomes for who may not see amounts. An amount is withheld, with its reason: never 0, never left out where a figure is
 * expected. With it goes what it was computed into (sums, ratios) and from (explanations), and what was printed of it. Lists that hold
 * nothing but amounts are empty. Free text that people wrote is not searched.
 */
export async function seenBy(actor: Actor | undefined, reply: unknown, { db, amountFields }: { readonly db: Db; readonly amountFields: (tx: Tx) => Promise<readonly string[]> }): Promise<unknown> {
  if (!actor || may(actor, 'see_money')) return reply
  const own = (await withOrg(db, actor, amountFields, {})).toSorted()
  const packed = packedBytes(reply)
  return packed ? readyJson(await withheldOf(packed, reply, own)) : withheld(reply, new Set(own))
}

/** By the packed reply to who may see everything, what it becomes for who may not: as long as that is held, and for the fields of amounts that there are. */
const withheldReplies = new WeakMap<Buffer, { readonly own: string; readonly packed: Promise<Buffer> }>()

function withheldOf(packed: Buffer, reply: unknown, own: readonly string[]): Promise<Buffer> {
  const before = withheldReplies.get(packed)
  if (before?.own === own.join(' ')) return before.packed
  const making = packJson(jsonOf(withheld(readAs(reply), new Set(own))))
  withheldReplies.set(packed, { own: own.join(' '), packed: making })
  making.catch(() => withheldReplies.delete(packed))
  return making
}

const reason = undefinedBecause('WITHHELD')
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array) && !(Symbol.asyncIterator in value)
const isMoney = (value: unknown): boolean => isFields(value) && 'minor' in value && 'currency' in value
const isMetricOfMoney = (value: unknown): boolean => isFields(value) && value['status'] === 'ok' && isMoney(value['value'])

/** A reply without its amounts. */
export function withheld(value: unknown, own: ReadonlySet<string> = new Set()): unknown {
  if (Array.isArray(value)) return list(value, own)
  if (!isFields(value)) return value
  if (isMoney(value)) return null
  if (isMetricOfMoney(value)) return reason
  if ('term' in value && 'figure' in value) return explanation(value)
  const content = ofContent(value)
  if (content) return content
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, field(name, part, value, own)]))
}

/** An entry of a list that gives an amount and no reason why there might be none; what was recorded with its evidence says more than the amount. */
const holdsBareMoney = (entry: unknown): boolean => isMoney(entry) || (isFields(entry) && !('evidence' in entry) && (typeof entry['minor'] === 'string' || Object.values(entry).some(isMoney)))

/** A list that is nothing without its amounts is empty; one that tells more does so by name. */
function list(entries: readonly unknown[], own: ReadonlySet<string>): readonly unknown[] {
  if (!entries.some(holdsBareMoney)) return entries.map((entry) => withheld(entry, own))
  return entries.every((entry) => isFields(entry) && tellsMore(entry)) ? inOrderOfNames(entries.map((entry) => withheld(entry, own))) : []
}

function field(name: string, part: unknown, { kind, why }: Fields, own: ReadonlySet<string>): unknown {
  if (computed.has(name) && isFields(part) && !isExplainedGap(name, part)) return 'metric' in part ? { metric: hidden(part['metric']), why: isFields(part['why']) ? explanation({ ...part['why'], terms: [bare] }) : part['why'] } : 'status' in part ? hidden(part) : withheld(part, own)
  if (name === 'metric' && isFields(why) && tellsAmounts(why)) return hidden(part)
  if (name === 'asPublished' && typeof part === 'string') return ''
  if (name === 'custom' && isFields(part)) return Object.fromEntries(Object.entries(part).filter(([id]) => !own.has(id)))
  if (name === 'words' && typeof kind === 'string' && aboutAmounts.has(kind)) return 'Amounts are withheld from you.'
  if ((name === 'from' || name === 'to') && typeof part === 'string' && typeof kind === 'string' && aboutAmounts.has(kind)) return null
  if (name === 'selection' && isFields(part) && isSelection(part)) return keptSelection(part, (rest) => withheld(rest, own))
  if (name === 'selection' || madeFromFigures.has(name) || (name === 'result' && typeof kind === 'string' && kind.startsWith('portfolio.'))) return null
  if (name === 'narratives') return []
  if (name === 'amounts') return amounts(part, own)
  if (name.endsWith('Minor') && typeof part === 'string') return null
  return withheld(part, own)
}

/** Figures that are no amounts and are computed from nothing else. */
const computed = new Set(['ratio', 'realisation', 'net', 'totalValue', 'totalCost', 'bound', 'gap'])
/** The gap of a selection comes from costs and is told without an explanation; one that has an explanation says by it what it was computed from. */
const isExplainedGap = (name: string, part: Fields): boolean => name === 'gap' && 'metric' in part && isFields(part['why'])
/** Kinds of movements and of decisions that wait which tell amounts in words. */
const aboutAmounts = new Set(['cost', 'benefits', 'cost_grew', 'costs_more_than_it_gives', 'figure_suspect'])
const bare = { term: 'amounts', figure: { status: 'ok', value: { kind: 'money' } } }

/** A figure that there is becomes one that is withheld; one that is not there says why, as to everybody. */
const hidden = (metric: unknown): unknown => (isFields(metric) && metric['status'] !== 'ok' ? metric : reason)

/** The explanation of an amount, or of what was computed from amounts, says what it is and by which method, and no figure. */
function explanation(why: Fields): unknown {
  if (!tellsAmounts(why)) return { ...why, ...(Array.isArray(why['terms']) ? { terms: why['terms'].map((term) => withheld(term)) } : {}) }
  return { term: why['term'], figure: hidden(why['figure']), ...(why['formula'] === undefined ? {} : { formula: why['formula'] }) }
}

function tellsAmounts({ figure, terms }: Fields): boolean {
  const shown = isFields(figure) && figure['status'] === 'ok' ? figure['value'] : undefined
  return (isFields(shown) && shown['kind'] === 'money') || (Array.isArray(terms) && terms.some((term) => isFields(term) && tellsAmounts(term)))
}

/** `amounts` says whether there are any in the answer, or holds one for each of their names. */
function amounts(part: unknown, own: ReadonlySet<string>): unknown {
  if (part === 'shown') return 'withheld'
  return isFields(part) ? Object.fromEntries(Object.keys(part).map((name) => [name, null])) : withheld(part, own)
}

/** What a field holds, or held: shown where its name is known to hold no amount. */
function ofContent(value: Fields): unknown {
  const parts = contentsOf(value)
  if (!parts || plain.has(String(value['field']))) return parts && value
  return { ...value, ...('words' in value ? { words: 'Amounts are withheld from you.' } : {}), ...Object.fromEntries(parts.map((name) => [name, hiddenPart(value[name])])) }
}
const hiddenPart = (part: unknown): unknown => (part === null || typeof part === 'boolean' ? part : Array.isArray(part) ? part.map(hiddenPart) : reason)

const plain = new Set([
  'name', 'key', 'kind', 'state', 'unitId', 'unit', 'category', 'sponsor', 'description', 'mandatory', 'rating', 'startOn', 'endOn', 'statement', 'weight', 'owner', 'deadline', 'role', 'email', 'code', 'parentId', 'version', 'sharing',
  'exists', 'initiativeIds', 'title', 'note', 'mission', 'vision', 'subject', 'resolved', 'rationale', 'contribution', 'objectiveId', 'initiativeId', 'fromId', 'toId', 'reason', 'fileName', 'service', 'scope', 'scopeId', 'lastOn', 'delegatedBy',
])
