import pg from 'pg'

/** A statement as it was sent to the database, and whether an organisation was named in its transaction. */
export type Statement = { readonly text: string; readonly organisation: boolean; /** Sent under the names of the past. */ readonly past: boolean }

/** Hears the statements that connections opened from now on send while something is done, each text once. */
export function hearStatements(): <T>(act: () => Promise<T>) => Promise<readonly Statement[]> {
  let found: Map<string, Statement> | undefined
  const standing = new WeakMap<object, { organisation: boolean; past: boolean }>()
  const plain = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
    const text = textOf(args[0])
    if (text !== undefined) {
      const before = endsOrBegins.test(text) ? undefined : standing.get(this)
      const now = { organisation: before?.organisation === true || text.includes('app.org_id'), past: before?.past === true || text.includes('app.known_at') }
      standing.set(this, now)
      if (/^\s*(select|insert|update|delete|with)\b/i.test(text)) found?.set(`${text} ${now.organisation} ${now.past}`, { text, ...now })
    }
    return plain.apply(this, args)
  } as typeof pg.Client.prototype.query
  return async (act) => {
    const heard = (found = new Map<string, Statement>())
    try {
      await act()
    } finally {
      found = undefined
    }
    return [...heard.values()]
  }
}

const endsOrBegins = /^\s*(begin|start|commit|rollback)\b(?!\s+to)/i

function textOf(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked
  return typeof asked === 'object' && asked !== null && 'text' in asked && typeof asked.text === 'string' ? asked.text : undefined
}

type Plan = { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Alias?: string; readonly 'Subplan Name'?: string; readonly Output?: readonly string[]; readonly Plans?: readonly Plan[] } & Readonly<Record<string, unknown>>

/** A table that a plan reads, and whether by its conditions of the one organisation alone. */
export type Read = { readonly table: string; readonly limited: boolean; readonly conditions: readonly string[] }

/**
 * What a plan reads, table by table. A reading is limited where it asks for the organisation that the transaction names, or for that of a
 * row of another table that was read before it, which is a reading of its own.
 */
export function readsOf(plan: Plan): readonly Read[] {
  const named = new Set(all(plan).flatMap(namesOrganisation))
  return all(plan).flatMap((node) => {
    const [table, alias] = [node['Relation Name'], node.Alias]
    if (table === undefined || !node['Node Type'].endsWith('Scan')) return []
    const below = (node.Plans ?? []).filter((one) => one['Node Type'].startsWith('Bitmap')).flatMap(all)
    const conditions = [node, ...below].flatMap((one) => ['Filter', 'Index Cond', 'Recheck Cond'].flatMap((place) => (typeof one[place] === 'string' ? [one[place]] : [])))
    return [{ table, conditions, limited: conditions.some((condition) => isOwn(condition, named) || isOfRow(condition, alias ?? table)) }]
  })
}

const ownSetting = "(NULLIF(current_setting('app.org_id'"

/** Under which names a plan knows the organisation of the transaction, worked out once for it. */
function namesOrganisation(node: Plan): readonly string[] {
  const name = node['Subplan Name']
  if (name === undefined || !node.Output?.some((part) => part.includes('current_org()') || part.includes(ownSetting))) return []
  return [/InitPlan \d+/.exec(name)?.[0], /returns (\$\d+)/.exec(name)?.[1]].filter((found) => found !== undefined)
}

const isOwn = (condition: string, named: ReadonlySet<string>): boolean =>
  condition.includes(`org_id = ${ownSetting}`) || [...condition.matchAll(/org_id = (?:(\$\d+)|\((InitPlan \d+)\)\.col1)/g)].some(([, parameter, initial]) => named.has(parameter ?? initial ?? ''))

const isOfRow = (condition: string, alias: string): boolean => [...condition.matchAll(/(\w+)\.org_id = (\w+)\.org_id/g)].some(([, one, other]) => one !== other && (one === alias || other === alias))

const all = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(all)]
