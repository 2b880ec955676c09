import { normalName } from '@throughline/engine/demand'
import type { Unit } from '@throughline/contract/people'
import { newId } from '../../database/index.ts'

/** A path of units that rows name: from the top, with the code of a path of one, and how many rows name it. */
export type UnitPath = { readonly path: readonly string[]; readonly code: string | null; readonly rows: number }
/** A unit that an import adds, with its path. */
export type AddedUnit = Omit<Unit, 'version'> & { readonly path: readonly string[]; readonly initiatives: number }
export type ResolvedUnits = { readonly idOf: (path: readonly string[]) => string | null; readonly added: readonly AddedUnit[]; readonly names: ReadonlyMap<string, string> }

/**
 * Finds the unit of every path in the tree, by name or code whatever their spelling: the first anywhere, each further one below
 * the one before. What is not there is added, in the order of the file, parents first.
 */
export function resolveUnits(known: readonly Unit[], paths: readonly UnitPath[]): ResolvedUnits {
  const codes = new Set(known.map(({ code }) => code.toLowerCase()))
  const children = new Map<string, string>()
  const place = (unit: Pick<Unit, 'id' | 'code' | 'name' | 'parentId'>): void => {
    for (const word of [unit.name, unit.code].map(normalName)) {
      for (const above of unit.parentId === null ? [''] : ['', unit.parentId]) if (word !== '' && !children.has(`${above} ${word}`)) children.set(`${above} ${word}`, unit.id)
    }
  }
  // Units at the top go first, so that a name which stands twice means the one higher up.
  for (const unit of [...known.filter(({ parentId }) => parentId === null), ...known.filter(({ parentId }) => parentId !== null)]) place(unit)
  const added = new Map<string, AddedUnit>()
  const ids = new Map<string, string>()
  for (const { path, code, rows } of paths) {
    let above: string | null = null
    for (const [depth, name] of path.entries()) {
      const found: string | undefined = children.get(`${above ?? ''} ${normalName(name)}`) ?? (path.length === 1 && code ? children.get(` ${normalName(code)}`) : undefined)
      if (found === undefined && normalName(name) !== '') {
        const unit: AddedUnit = { id: newId(), code: freeCode(path.length === 1 && code ? code : name, codes), name: name.slice(0, 200).toWellFormed(), parentId: above, kind: kindAt(depth, path.length), path: path.slice(0, depth + 1), initiatives: 0 }
        codes.add(unit.code.toLowerCase())
        added.set(unit.id, unit)
        place(unit)
        above = unit.id
      } else above = found ?? above
    }
    if (above === null) continue
    ids.set(pathKey(path), above)
    const leaf = added.get(above)
    if (leaf) added.set(above, { ...leaf, initiatives: leaf.initiatives + rows })
  }
  return { idOf: (path) => ids.get(pathKey(path)) ?? null, added: [...added.values()], names: new Map([...known, ...added.values()].map(({ id, name }) => [id, name])) }
}

const pathKey = (path: readonly string[]): string => path.join('\u001f')

/** A department stands alone or above its teams; what stands above it is larger. */
const levels = ['group', 'entity', 'division', 'department', 'team'] as const
const kindAt = (depth: number, length: number): Unit['kind'] => (length === 1 ? 'department' : (levels[Math.max(0, levels.length - length + depth)] ?? 'team'))

/** A code from a name: the name itself where it is short, else its initials; numbered where that is taken. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const base = name.length <= 12 ? name.toUpperCase() : (name.match(/\p{L}+/gu) ?? [name]).map((word) => word[0]).join('').toUpperCase().slice(0, 30).toWellFormed()
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}-${number}`
    if (!taken.has(code.toLowerCase())) return code
  }
}
