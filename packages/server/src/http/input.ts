import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { Route } from '@throughline/contract/wire'
import { unstorableTexts } from './text.ts'

/** One field that is not as expected. */
export type Issue = { readonly path: string; readonly found?: unknown; readonly expected: string }

const options = { allErrors: true, verbose: true, strict: false } as const
// JSON says what it means; an address is text alone, so its numbers and truth values are read from text.
const exact = addFormats.default(new Ajv(options))
const fromText = addFormats.default(new Ajv({ ...options, coerceTypes: true }))

export type Check = (value: unknown) => readonly Issue[]

/** The checks of a route's parts, made once. A field that the contract does not know is an issue as well. */
export function checksOf({ params, query, body }: Route): { readonly params?: Check; readonly query?: Check; readonly body?: Check } {
  return {
    ...(params ? { params: checkOf(fromText.compile(closed(params))) } : {}),
    ...(query ? { query: checkOf(fromText.compile(closed(query))) } : {}),
    ...(body && body !== 'bytes' ? { body: checkOf(exact.compile(closed(body))) } : {}),
  }
}

const closed = (schema: object): object => ('properties' in schema && !('additionalProperties' in schema) ? { ...schema, additionalProperties: false } : schema)

const checkOf =
  (validate: ValidateFunction): Check =>
  (value) => {
    const said = validate(value) ? [] : issuesOf(validate.errors ?? [])
    const issues = [...said, ...endless(value).filter(({ path }) => !said.some((one) => one.path === path))]
    const unstorable = unstorableTexts(value)
    return [...issues.filter(({ path }) => !unstorable.some((text) => text.path === path)), ...unstorable]
  }

/** Fields of an address that say a number beyond all numbers, such as 1e309: read from text it becomes infinity, which no schema refuses. */
const endless = (value: unknown): readonly Issue[] =>
  typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([key, found]) => (typeof found === 'number' && !Number.isFinite(found) ? [{ path: `/${key}`, found: String(found), expected: 'a number' }] : []))

/** One issue for each field; where several forms were possible, what any of them expects. */
function issuesOf(errors: readonly ErrorObject[]): readonly Issue[] {
  const byPath = new Map<string, { found: unknown; expected: Set<string> }>()
  const choices = new Set(errors.filter(isChoice).map(({ instancePath }) => instancePath))
  for (const error of errors) {
    if (isChoice(error)) continue
    const path = pathOf(error)
    // Within a choice, the fields of the forms that were not meant say nothing.
    if ([...choices].some((choice) => path.startsWith(`${choice}/`) && insideChoice(error))) continue
    const issue = byPath.get(path) ?? { found: isAbsent(error) ? undefined : error.keyword === 'additionalProperties' ? error.params['additionalProperty'] : error.data, expected: new Set() }
    issue.expected.add(expectation(error))
    byPath.set(path, issue)
  }
  for (const choice of choices) if (!byPath.has(choice)) byPath.set(choice, { found: errors.find(({ instancePath }) => instancePath === choice)?.data, expected: new Set(['one of the forms that the reference describes']) })
  return [...byPath].map(([path, { found, expected }]) => ({ path: path || '/', ...(found === undefined ? {} : { found: shown(path, found) }), expected: [...expected].join(' or ') }))
}

const isChoice = ({ keyword }: ErrorObject) => keyword === 'anyOf' || keyword === 'oneOf'
const insideChoice = ({ schemaPath }: ErrorObject) => /\/(anyOf|oneOf)\//.test(schemaPath)
const isAbsent = ({ keyword }: ErrorObject) => keyword === 'required'

function pathOf({ keyword, instancePath, params }: ErrorObject): string {
  if (keyword === 'required') return `${instancePath}/${params['missingProperty']}`
  if (keyword === 'additionalProperties') return `${instancePath}/${params['additionalProperty']}`
  return instancePath
}

function expectation({ keyword, params, message, parentSchema }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return 'a value'
    case 'additionalProperties':
      return `no field of this name; known are ${Object.keys((parentSchema as { properties?: object } | undefined)?.properties ?? {}).join(', ') || 'none'}`
    case 'enum':
      return `one of ${(params['allowedValues'] as readonly unknown[]).join(', ')}`
    case 'const':
      return String(params['allowedValue'])
    case 'type':
      return typeWords[String(params['type'])] ?? String(params['type'])
    case 'format':
      return (params['format'] === 'date' ? formInWords(parentSchema) : undefined) ?? formatWords[String(params['format'])] ?? String(params['format'])
    case 'pattern':
      return formInWords(parentSchema) ?? `text of the form ${params['pattern']}`
    case 'minLength':
      return `at least ${params['limit']} characters`
    case 'maxLength':
      return `at most ${params['limit']} characters`
    case 'minItems':
      return `at least ${params['limit']} entries`
    case 'maxItems':
      return `at most ${params['limit']} entries`
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `a number ${params['comparison']} ${params['limit']}`
    default:
      return message ?? keyword
  }
}

/** What a schema says of itself says more than its pattern: `Whole minor units, at most 18 digits` → `whole minor units, …`. */
function formInWords(schema: object = {}): string | undefined {
  const said = 'description' in schema ? String(schema.description) : ''
  return said ? said.charAt(0).toLowerCase() + said.slice(1) : undefined
}

const typeWords: Readonly<Record<string, string>> = { string: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false', array: 'a list', object: 'an object', null: 'null' }
const formatWords: Readonly<Record<string, string>> = { uuid: 'a UUID', date: 'a date, YYYY-MM-DD', 'date-time': 'an instant, for example 2026-01-31T12:00:00Z', email: 'an email address' }

/** What was found, as far as it may be repeated: never a password, and no more than a line. */
function shown(path: string, found: unknown): unknown {
  if (/password|secret|token/i.test(path)) return '(not shown)'
  if (typeof found === 'string') return found.length > 200 ? `${found.slice(0, 200)}…` : found
  if (typeof found === 'object' && found !== null) return Array.isArray(found) ? `a list of ${found.length}` : 'an object'
  return found
}
