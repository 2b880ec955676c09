import { random } from '@throughline/engine/kernel'
import type { Route } from '@throughline/contract/wire'
import { exampleOf } from '@throughline/server/http'
import { hostileHeaders, hostileTexts, hostileValues } from './hostile.ts'

/** A request as it goes over the wire, whatever its route expects. */
export type BadRequest = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly payload: string | Buffer | undefined }

type Chance = { below(bound: number): number }
type Schema = { readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema; readonly type?: string }

/** Draws bad requests for a route from its own schema: near to what it takes, and wrong in one or a few places. The same seed draws the same. */
export function badRequests(route: Route, seed: number, count: number): readonly BadRequest[] {
  const chance = random(seed)
  return Array.from({ length: count }, () => badRequest(route, chance))
}

function badRequest(route: Route, chance: Chance): BadRequest {
  const one = <T>(from: readonly T[]): T => from[chance.below(from.length)] as T
  const url = `${route.path.replace(/:[A-Za-z]+/g, () => encodeURIComponent(chance.below(3) === 0 ? wellFormed(one(hostileTexts)).slice(0, 3_000) : '0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6071'))}${queryOf(route, chance)}`
  const headers = chance.below(4) === 0 ? one(hostileHeaders) : {}
  if (route.body === undefined) return { url, headers, payload: undefined }
  if (route.body === 'bytes') return { url, headers: { 'content-type': 'application/octet-stream', ...headers }, payload: Buffer.from(Array.from({ length: chance.below(400) }, () => chance.below(256))) }
  const text = JSON.stringify(spoilt(exampleOf(route.body), route.body as Schema, chance)) ?? ''
  const payload = chance.below(8) === 0 ? one([text.slice(0, -1), `${text}${text}`, '', '[', '"', 'null', `{"__proto__":${text}}`, text.replaceAll('"', "'"), '\ufeff' + text, '9'.repeat(500)]) : text
  return { url, headers: { 'content-type': 'application/json', ...headers }, payload }
}

function queryOf({ query }: Route, chance: Chance): string {
  const names = [...Object.keys((query as Schema | undefined)?.properties ?? {}), 'asOf', 'position', 'unknown']
  const parts = names.filter(() => chance.below(names.length) < 2).map((name) => `${name}=${encodeURIComponent(wellFormed(hostileTexts[chance.below(hostileTexts.length)] ?? '').slice(0, 3_000))}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** Halves of a character cannot stand in an address. */
const wellFormed = (text: string): string => text.toWellFormed()

/** The value with something in it replaced, left out or put in. */
function spoilt(value: unknown, schema: Schema, chance: Chance): unknown {
  const hostile = (): unknown => (chance.below(3) === 0 ? hostileValues[chance.below(hostileValues.length)] : hostileTexts[chance.below(hostileTexts.length)])
  if (chance.below(12) === 0) return hostile()
  // A long list of long texts would be half a gigabyte: that tries the test, not the server.
  if (Array.isArray(value) && value.length > 50) return value
  if (Array.isArray(value)) return value.length === 0 ? [hostile()] : value.map((each) => (chance.below(2) === 0 ? spoilt(each, schema.items ?? {}, chance) : each))
  if (typeof value !== 'object' || value === null) return hostile()
  const whole: Record<string, unknown> = { ...value }
  const names = Object.keys(schema.properties ?? whole)
  for (let times = 1 + chance.below(3); times > 0 && names.length > 0; times -= 1) {
    const name = names[chance.below(names.length)] ?? ''
    const part = schema.properties?.[name] ?? {}
    if (chance.below(6) === 0) delete whole[name]
    else whole[name] = name in whole ? spoilt(whole[name], part, chance) : chance.below(2) === 0 ? hostile() : spoilt(exampleOf(part), part, chance)
  }
  if (chance.below(10) === 0) whole['no such field'] = hostile()
  return whole
}
