import { linkRefusal, mayLeadTo, type LinkRefusal } from './link.ts'
import { leadsTo, nodeKinds, type BenefitNetwork, type NetworkEdge, type NetworkNode, type NodeKind } from './network.ts'

/** A line of a list: a node, and by name what it leads to. What is there already is not changed, only linked. */
export type ListRow = { readonly line: number; readonly kind: string; readonly name: string; readonly owner: string | null; readonly leadsTo: readonly string[]; readonly share: number | null; readonly lagMonths: number | null }
export type ListIssue = { readonly line: number; readonly code: 'kind_unknown' | 'name_missing' | 'kept_elsewhere' | 'name_unclear' | LinkRefusal['code']; readonly found: string; readonly expected: string }
/** What a list adds; nodes that it adds are called by the line that brings them (`line 3`). */
export type ListPlan = { readonly nodes: readonly { readonly id: string; readonly line: number; readonly kind: NodeKind; readonly name: string; readonly owner: string | null }[]; readonly edges: readonly (NetworkEdge & { readonly line: number })[]; readonly issues: readonly ListIssue[] }

/** Kinds that the network keeps itself; the others are kept by strategy, ledger and portfolio, and only referred to. */
export const ownKinds = ['enabler', 'enabling_change', 'business_change', 'driver'] as const satisfies readonly NodeKind[]

/** Names that mean the same. */
export const plainName = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** The kind that a word means, and whether it can only be one that is there already. */
export function kindOf(word: string): { readonly kind: NodeKind; readonly mustBeThere: boolean } | null {
  const plain = plainName(word).replaceAll(/[ -]/g, '_')
  if (plain === 'initiative' || plain === 'project' || plain === 'programme') return { kind: 'enabler', mustBeThere: true }
  const kind = plain === 'deliverable' ? 'enabler' : nodeKinds.find((one) => one === plain)
  return kind ? { kind, mustBeThere: !(ownKinds as readonly NodeKind[]).includes(kind) } : null
}

/** What a list would add to a network, line by line: what is wrong is named and left out, and never holds the rest up. */
export function planList(network: BenefitNetwork, rows: readonly ListRow[]): ListPlan {
  const issues: ListIssue[] = []
  const standing: NetworkNode[] = [...network.nodes]
  const [added, lines]: [ListPlan['nodes'][number][], { readonly row: ListRow; readonly node: NetworkNode }[]] = [[], []]
  for (const row of rows) {
    const node = nodeOf(row, standing)
    if ('code' in node) issues.push(node)
    else {
      if (!standing.includes(node)) {
        standing.push(node)
        added.push({ id: node.id, line: row.line, kind: node.kind, name: node.name, owner: node.ownerId })
      }
      lines.push({ row, node })
    }
  }
  const edges: (NetworkEdge & { readonly line: number })[] = []
  for (const { row, node } of lines)
    for (const name of row.leadsTo) {
      const to = targetOf(row, node, name, standing)
      const edge = 'code' in to ? null : { from: node.id, to: to.id, share: row.share, lagMonths: row.lagMonths, line: row.line }
      const refusal = edge && linkRefusal({ nodes: standing, edges: [...network.edges, ...edges] }, edge)
      if ('code' in to) issues.push(to)
      else if (refusal) issues.push({ line: row.line, code: refusal.code, found: `${node.name} → ${to.name}`, expected: expectedOf(refusal) })
      else if (edge) edges.push(edge)
    }
  return { nodes: added, edges, issues: issues.toSorted((a, b) => a.line - b.line) }
}

function nodeOf(row: ListRow, standing: readonly NetworkNode[]): NetworkNode | ListIssue {
  const kind = kindOf(row.kind)
  const name = row.name.trim().replaceAll(/\s+/g, ' ')
  if (!kind) return { line: row.line, code: 'kind_unknown', found: row.kind, expected: 'driver, objective, benefit, business change, enabling change, enabler, deliverable or initiative' }
  if (name === '') return { line: row.line, code: 'name_missing', found: '', expected: 'a name' }
  const same = standing.filter((node) => node.kind === kind.kind && plainName(node.name) === plainName(name))
  if (same.length > 1) return { line: row.line, code: 'name_unclear', found: name, expected: `a name that one ${row.kind.trim().toLowerCase()} alone has` }
  if (same[0]) return same[0]
  if (kind.mustBeThere) return { line: row.line, code: 'kept_elsewhere', found: name, expected: `the name of one that is there: a ${row.kind.trim().toLowerCase()} is added on its own page` }
  return { id: `line ${row.line}`, kind: kind.kind, name, ownerId: row.owner }
}

/** What a name that is led to means: of the kinds that may be led to first, else of any, so that the grammar says what is wrong. */
function targetOf({ line }: ListRow, from: NetworkNode, name: string, standing: readonly NetworkNode[]): NetworkNode | ListIssue {
  const called = standing.filter((node) => plainName(node.name) === plainName(name))
  const fitting = called.filter(({ kind }) => leadsTo[from.kind].includes(kind))
  const found = fitting.length > 0 ? fitting : called
  if (found.length > 1) return { line, code: 'name_unclear', found: name, expected: 'a name that one alone has' }
  return found[0] ?? { line, code: 'link_unknown', found: name, expected: `the name of a ${mayLeadTo(from.kind)} that is there or in the list` }
}

function expectedOf({ code, values }: LinkRefusal): string {
  switch (code) {
    case 'link_not_allowed':
      return `a ${values['fromKind']} leads to ${values['expected']}`
    case 'link_cycle':
      return `no circle: ${values['way']} is there already`
    case 'link_there':
      return 'an edge that is not there yet'
    case 'link_retired':
      return `something that was not given up, as ${values['name']} was`
    case 'link_unknown':
      return 'a node that is there'
  }
}
