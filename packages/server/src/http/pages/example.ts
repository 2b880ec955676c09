type Schema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly minLength?: number
  readonly patternProperties?: Readonly<Record<string, Schema>>
}

/** A value of a schema's form, for reading: the first of a choice, one entry of a list. */
export function exampleOf(schema: object, depth = 0): unknown {
  const known = schema as Schema
  if (known.const !== undefined) return known.const
  if (known.enum) return known.enum[0]
  if (known.default !== undefined) return known.default
  const choice = known.anyOf?.[0] ?? known.oneOf?.[0]
  if (choice) return exampleOf(choice, depth)
  if (known.allOf) return Object.assign({}, ...known.allOf.map((part) => exampleOf(part, depth)))
  if (known.properties) return depth > 5 ? {} : Object.fromEntries(Object.entries(known.properties).map(([name, field]) => [name, exampleOf(field, depth + 1)]))
  if (known.items) return depth > 5 ? [] : [exampleOf(known.items, depth + 1)]
  switch (known.type) {
    case 'string':
      return textOf(known)
    case 'integer':
    case 'number':
      return known.minimum ?? 1
    case 'boolean':
      return true
    case 'array':
      return []
    case 'null':
      return null
    default:
      return {}
  }
}

const byFormat: Readonly<Record<string, string>> = { uuid: '0197a3c4-5d6e-7f80-9a1b-2c3d4e5f6071', date: '2026-04-01', 'date-time': '2026-04-01T09:00:00.000Z', email: 'person@example.org' }
const byPattern: Readonly<Record<string, string>> = { '^[A-Z]{3}$': 'EUR', '^-?[0-9]+$': '125000', '^-?[0-9]+(\\.[0-9]+)?$': '0.5' }

const textOf = ({ format = '', pattern = '', minLength = 0 }: Schema): string => byFormat[format] ?? byPattern[pattern] ?? 'text'.padEnd(minLength, ' text')
