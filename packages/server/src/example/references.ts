import { addDays, invariant } from '@throughline/engine/kernel'

/** What the acts of an example may speak of: what earlier ones answered, by name, and the day. */
export type Known = { readonly replies: Readonly<Record<string, unknown>>; readonly today: string; /** The id of a part that the acts name themselves; the same for the same name. */ readonly idOf: (name: string) => string }

/**
 * Puts in what a body refers to: every text that begins with `=`. `=today`, `=today-30` and `=today+14` are civil dates, `=year+1` is the
 * number of a calendar year, `=id:build` the id of a part that the acts name so; `=ideas.rows[title=A kiosk].id` goes into an earlier answer by fields, by `[field=value]` to the one entry that has it, and by `[-1]` to an entry by its place.
 */
export function resolved(value: unknown, known: Known): unknown {
  if (typeof value === 'string') return value.startsWith('=') ? referred(value.slice(1), known) : value
  if (Array.isArray(value)) return value.map((one) => resolved(one, known))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one, known)]))
  return value
}

function referred(path: string, { replies, today, idOf }: Known): unknown {
  if (path.startsWith('id:')) return idOf(path.slice(3))
  const year = /^year([+-]\d+)?$/.exec(path)
  if (year) return Number(today.slice(0, 4)) + Number(year[1] ?? 0)
  const day = /^today([+-]\d+)?$/.exec(path)
  if (day) return addDays(today, Number(day[1] ?? 0))
  const steps = [...path.matchAll(/\[([^\]=]+)=([^\]]*)\]|\[(-?\d+)\]|\.?([^.[\]]+)/g)]
  let at: unknown = replies
  for (const [step, field, value, place, key] of steps) {
    if (field !== undefined) {
      const found = asList(at).filter((one) => String(fieldOf(one, field)) === value)
      invariant(found.length === 1, `the example refers to one entry by ${path}, of which there are ${found.length}`)
      at = found[0]
    } else at = place !== undefined ? asList(at).at(Number(place)) : fieldOf(at, key ?? step)
    invariant(at !== undefined, `the example refers to ${path}, which is there up to ${step}`)
  }
  return at
}

/** A field, also one further down: `text.name`. */
const fieldOf = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | null | undefined)?.[key], value)

function asList(value: unknown): readonly unknown[] {
  invariant(Array.isArray(value), 'the example looks for an entry in a list')
  return value
}
