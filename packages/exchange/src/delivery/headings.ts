import type { Cell } from '../sheet/index.ts'

/** What a column of a list of work may be read as; the heading that is named first wins where there are several. */
const headings = {
  key: [/^(issue )?key$/i, /^(unique ?id|uid|task uid|guid)$/i, /^(id|reference|ref|no\.?|number)$/i],
  name: [/^(task )?name$|^title$|^task$/i, /^summary$/i],
  wbs: [/^wbs( code)?$/i, /^outline ?number$/i],
  kind: [/^kind$/i, /^(issue |task )?type$/i],
  isMilestone: [/^(is )?milestone$/i],
  isSummary: [/^(is )?summary$/i],
  parent: [/^parent key$/i, /^epic link$/i, /^parent( wbs| task| id)?$/i],
  owner: [/^(owner|owned by|responsible)$/i, /^assignee$/i, /^resource( names?)?s?$/i],
  state: [/^(state|status)$/i],
  complete: [/^(% ?complete|percent complete|complete ?%|progress)$/i],
  startOn: [/^(planned start|start)( date| on)?$/i, /^starts( on)?$/i],
  finishOn: [/^(planned finish|finish)( date| on)?$/i, /^(due|end)( date| on)?$/i, /^deadline$/i],
  finishedOn: [/^actual finish( date)?$/i, /^(finished|completed|done)( on)?$/i, /^(resolved|resolution date)$/i],
  link: [/^(link|url|issue url|address)$/i],
  enables: [/^(enables|leads to|contributes to)$/i],
} as const

export type Field = keyof typeof headings
/** In which column each field stands. */
export type Columns = { readonly [F in Field]?: number }

/** The columns of a row of headings by their forms: the form that is named first wins where a row has several, and no column is two fields. */
export function columnsBy<F extends string>(row: readonly Cell[], forms: Readonly<Record<F, readonly RegExp[]>>): { readonly [Name in F]?: number } {
  const taken = new Set<number>()
  const found: { [Name in F]?: number } = {}
  for (const field of Object.keys(forms) as F[])
    for (const pattern of forms[field]) {
      const at = row.findIndex(({ text }, column) => !taken.has(column) && pattern.test(text.trim()))
      if (at < 0) continue
      taken.add(at)
      found[field] = at
      break
    }
  return found
}

/** The columns of a row of headings; undefined where it names neither a key nor what it could belong to. */
export function columnsIn(row: readonly Cell[]): Columns | undefined {
  const found = columnsBy(row, headings)
  return found.key !== undefined && (found.name !== undefined || found.state !== undefined || found.wbs !== undefined) ? found : undefined
}

/** Fields as they are told. */
export const fieldWords: Readonly<Record<Field, string>> = {
  key: 'key', name: 'name', wbs: 'WBS code', kind: 'kind', isMilestone: 'whether it is a milestone', isSummary: 'whether it is a summary', parent: 'parent', owner: 'owner', state: 'state', complete: 'state, by how much is complete',
  startOn: 'planned start', finishOn: 'planned finish', finishedOn: 'actual finish', link: 'link', enables: 'what it enables',
}
