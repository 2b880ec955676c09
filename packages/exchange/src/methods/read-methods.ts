import { methodKinds, type MethodKind } from '@throughline/engine/governance'
import { findHead, firstRowSaid, isBlank, placesIn, type Cell, type Sheet } from '../sheet/index.ts'

/** An item of the method library as a row gives it. */
export type GivenMethod = {
  readonly name: string; readonly kind: MethodKind; readonly whenToUse: string; readonly whenNot: string; readonly guidance: string; readonly examples: readonly string[]; readonly themes: readonly string[]
  readonly templates: readonly { readonly name: string; readonly link: string; readonly text: string }[]
}
/** What could not be read, with its place, what stands there, and what would have been read. */
export type MethodIssue = { readonly line: number | null; readonly column: string | null; readonly found: string; readonly expected: string }
export type GivenMethods = { readonly items: readonly GivenMethod[]; readonly issues: readonly MethodIssue[] }

const headings = {
  name: /^(name|item|method|title)$/i, kind: /^(kind|type)$/i, whenToUse: /^(when to use|use when|when|purpose)$/i, whenNot: /^(when not|when not to use|not when|limits)$/i, guidance: /^(guidance|steps|description|how)$/i, examples: /^examples?$/i, themes: /^(themes?|tags?|topics?)$/i, template: /^(templates?|links?)$/i,
} as const
type Column = keyof typeof headings

/**
 * Items of a sheet, one in each row, below the first row that has headings for name, kind and when to use it. What cannot be read of a row
 * is named and the row left out; examples, themes and templates are parted by semicolons, and templates are addresses.
 */
export function readMethods(sheet: Sheet): GivenMethods {
  const head = findHead(sheet, columnsIn)
  if (!head) return { items: [], issues: [{ line: 1, column: null, found: firstRowSaid(sheet), expected: 'headings such as Name, Kind and When to use' }] }
  const read = sheet.rows.slice(head.at + 1).flatMap((cells, place) => (cells.every(isBlank) ? [] : [readRow((column) => cells[head.columns[column]]?.text.trim() ?? '', head.at + place + 2)]))
  return { items: read.flatMap(({ item }) => item ?? []), issues: read.flatMap(({ issues }) => issues) }
}

const needed: readonly Column[] = ['name', 'kind', 'whenToUse']
function columnsIn(row: readonly Cell[]): Readonly<Record<Column, number>> | undefined {
  const columns = placesIn(row, headings)
  return needed.every((column) => columns[column] >= 0) ? columns : undefined
}

function readRow(cell: (column: Column) => string, line: number): { readonly item?: GivenMethod; readonly issues: readonly MethodIssue[] } {
  const issues: MethodIssue[] = []
  const issue = (column: string, found: string, expected: string): void => void issues.push({ line, column, found: found === '' ? 'nothing' : found.slice(0, 120), expected })
  const said = (column: Column, label: string, most: number): string => {
    const text = cell(column)
    if (text.length > most) issue(label, `${text.length} characters`, `at most ${most}`)
    if (text === '' && needed.includes(column)) issue(label, text, 'a text')
    return text
  }
  const parts = (column: Column, label: string, most: number): readonly string[] => {
    const all = cell(column).split(';').map((one) => one.trim()).filter((one) => one !== '')
    if (all.length > 20) issue(label, `${all.length} of them`, 'at most 20')
    const long = all.find((one) => one.length > most)
    if (long !== undefined) issue(label, `${long.length} characters`, `at most ${most} each`)
    return all
  }
  const word = cell('kind').toLowerCase()
  const kind = methodKinds.find((one) => one === word)
  if (kind === undefined) issue('Kind', cell('kind'), `one of ${methodKinds.join(', ')}`)
  const texts = { name: said('name', 'Name', 120), whenToUse: said('whenToUse', 'When to use', 4000), whenNot: said('whenNot', 'When not', 4000), guidance: said('guidance', 'Guidance', 20_000), examples: parts('examples', 'Examples', 1000), themes: parts('themes', 'Themes', 60) }
  const links = parts('template', 'Templates', 500)
  const strange = links.find((one) => !/^https?:\/\/\S+$/.test(one))
  if (strange !== undefined) issue('Templates', strange, 'an address that begins with http:// or https://')
  return issues.length > 0 || kind === undefined ? { issues } : { issues, item: { ...texts, kind, templates: links.map((link) => ({ name: nameOf(link), link, text: '' })) } }
}

/** What a template is called, by the end of its address. */
const nameOf = (link: string): string => (link.replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').at(-1) ?? link).slice(0, 200)
