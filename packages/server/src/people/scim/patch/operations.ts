import { ok, type Result } from '@throughline/engine/kernel'
import { parsePath, type Path } from '../filter/parse.ts'
import { invalidPath, invalidSyntax, noTarget, type ScimRefusal } from '../refusal.ts'
import { isSent, named, type Sent } from '../resources/read-attributes.ts'

/** One operation of a PATCH (RFC 7644, 3.5.2), with a path of its own. */
export type Operation = { readonly op: 'add' | 'replace' | 'remove'; readonly path: Path; readonly value: unknown }

const mostOperations = 1_000

/**
 * Reads the operations of a PATCH. One without a path names attributes in its value, and becomes one operation for each; some identity
 * providers write the path as the name of an attribute there, as in `{"name.givenName": "Ada"}`. `op` is taken in any case of letters.
 */
export function readOperations(body: unknown): Result<readonly Operation[], ScimRefusal> {
  const given = isSent(body) ? named(body).get('operations') : undefined
  if (!Array.isArray(given) || given.length === 0 || given.length > mostOperations) return invalidSyntax(`Operations is a list of 1 to ${mostOperations} operations`)
  const operations: Operation[] = []
  for (const one of given) {
    const read = isSent(one) ? readOperation(one) : invalidSyntax('An operation is an object')
    if (!read.ok) return read
    operations.push(...read.value)
  }
  return ok(operations)
}

function readOperation(sent: Sent): Result<readonly Operation[], ScimRefusal> {
  const all = named(sent)
  const op = String(all.get('op') ?? '').toLowerCase()
  const [path, value] = [all.get('path'), all.get('value')]
  if (op !== 'add' && op !== 'replace' && op !== 'remove') return invalidSyntax('op is add, replace or remove')
  if (path !== undefined && path !== null && path !== '') {
    if (typeof path !== 'string') return invalidPath('path is text')
    const read = parsePath(path)
    if (!read.ok) return invalidPath(read.refusal.detail)
    if (op !== 'remove' && value === undefined) return invalidSyntax(`${op} needs a value`)
    return ok([{ op, path: read.value, value }])
  }
  if (op === 'remove') return noTarget('remove needs a path')
  if (!isSent(value)) return invalidSyntax(`${op} without a path needs an object with attributes as its value`)
  const operations: Operation[] = []
  for (const [name, one] of Object.entries(value)) {
    const read = name.toLowerCase().startsWith('urn:') && isSent(one) ? ok({ attribute: name.toLowerCase() }) : parsePath(name)
    if (!read.ok) return invalidPath(read.refusal.detail)
    operations.push({ op, path: read.value, value: one })
  }
  return ok(operations)
}

/** What a thing is after all operations, one after the other; none of them where one is refused. */
export function afterAll<T>(thing: T, operations: readonly Operation[], applied: (thing: T, operation: Operation) => Result<T, ScimRefusal>): Result<T, ScimRefusal> {
  let patched = thing
  for (const operation of operations) {
    const next = applied(patched, operation)
    if (!next.ok) return next
    patched = next.value
  }
  return ok(patched)
}
