import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Columns } from '../../../demand/index.ts'
import { servingOf } from './serving.ts'

const objectives = ['a', 'b', 'c'].map((id) => ({ id, key: id, perspectiveId: 'p', statement: id, weight: 1 / 3, owner: null, deadline: null, mandatory: false }))
const rows = ['0', '1', '2', '3']
const ids = { count: 4, bytes: 0, of: (row: number) => rows[row] ?? '', admit: () => new Uint32Array(), places: () => new Uint32Array(), find: (id: string) => (rows.includes(id) ? rows.indexOf(id) : undefined) }
type Judged = readonly (readonly [row: number, objective: number, contribution: number])[]

function linksOf(judged: Judged) {
  const own = rows.map((_, row) => judged.filter(([of]) => of === row))
  const starts = own.reduce<number[]>((all, each) => [...all, (all.at(-1) ?? 0) + each.length], [0])
  return { start: Uint32Array.from(starts), objective: Uint16Array.from(own.flat(), ([, objective]) => objective), contribution: Int16Array.from(own.flat(), ([, , contribution]) => contribution) }
}
const pairsOf = ({ start, objective, contribution }: Columns['links']): readonly string[] =>
  rows.flatMap((id, row) => Array.from({ length: (start[row + 1] ?? 0) - (start[row] ?? 0) }, (_, at) => (start[row] ?? 0) + at).filter((link) => (contribution[link] ?? 0) > 0).map((link) => `${id} ${objectives[objective[link] ?? 0]?.id ?? ''}`)).sort()

it('law: what was judged at the top holds there, and of the rest each pair through units is there once', () => {
  const judged = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(2), fc.constantFrom(-400, 0, 700)), { selector: ([row, objective]) => `${row} ${objective}`, maxLength: 8 })
  const help = fc.array(fc.record({ initiativeId: fc.constantFrom('0', '1', '2', '3', 'never seen'), objectiveId: fc.constantFrom('a', 'b', 'c', null) }), { maxLength: 8 })
  fc.assert(fc.property(judged, help, (links, below) => {
    const judgedPairs = new Set(links.map(([row, objective]) => `${rows[row] ?? ''} ${objectives[objective]?.id ?? ''}`))
    const through = new Set(below.flatMap(({ initiativeId, objectiveId }) => (objectiveId !== null && rows.includes(initiativeId) && !judgedPairs.has(`${initiativeId} ${objectiveId}`) ? [`${initiativeId} ${objectiveId}`] : [])))
    const expected = [...links.filter(([, , contribution]) => contribution > 0).map(([row, objective]) => `${rows[row] ?? ''} ${objectives[objective]?.id ?? ''}`), ...through]
    const serving = servingOf({ ids, links: linksOf(links), objectives }, below)
    expect(pairsOf(serving.links)).toEqual(expected.sort())
    expect([...serving.below].sort()).toEqual([...new Set(below.flatMap(({ initiativeId }) => (rows.includes(initiativeId) ? [Number(initiativeId)] : [])))].sort())
  }))
})
