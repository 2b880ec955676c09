import type { Own } from './blank.ts'
import { idBytes } from './ids.ts'
import { pause, type Shared } from './numbered.ts'
import type { PackedInitiatives } from './store/packed.ts'
import { numbersIn, writeAmounts } from './unpack.ts'

/** Numbers and codes of what a part holds, before there is a place to write it to. */
export type Admitted = { readonly packed: PackedInitiatives; readonly rows: Uint32Array; readonly units: Uint32Array }

/** Gives every initiative, unit and text of some parts its number. */
export async function admitAll(shared: Shared, parts: readonly PackedInitiatives[]): Promise<readonly Admitted[]> {
  const admitted: Admitted[] = []
  for (const packed of parts) {
    admitted.push({ packed, rows: shared.ids.admit(packed.ids), units: unitNumbers(shared, packed.units) })
    for (const list of [packed.keys, packed.names, packed.categories, packed.sponsors, packed.flags]) for (const text of list) if (text !== null) shared.texts.admit(text)
    shared.texts.ranks()
    await pause()
  }
  return admitted
}

/** 0 where there is none, else 1 more than the number of the unit. */
function unitNumbers({ unitIds }: Shared, bytes: Buffer): Uint32Array {
  const given: number[] = []
  for (let at = 0; at < bytes.length; at += idBytes) if ([0, 4, 8, 12].some((word) => bytes.readUInt32BE(at + word) !== 0)) given.push(at)
  const numbers = unitIds.admit(Buffer.concat(given.map((at) => bytes.subarray(at, at + idBytes))))
  const units = new Uint32Array(bytes.length / idBytes)
  for (const [index, at] of given.entries()) units[at / idBytes] = (numbers[index] ?? 0) + 1
  return units
}

/** Writes initiatives to the rows that they have. */
export async function writeAll(own: Own, shared: Shared, parts: readonly Admitted[]): Promise<void> {
  for (const part of parts) {
    write(own, shared, part)
    await pause()
  }
}

function write(own: Own, { texts }: Shared, { packed, rows, units }: Admitted): void {
  const [codes, rated, starts, ends, versions] = [packed.codes, packed.rated, packed.starts, packed.ends, packed.versions].map(numbersIn) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
  const code = (text: string | null | undefined): number => (text === null || text === undefined ? 0 : texts.admit(text))
  for (let index = 0; index < rows.length; index += 1) {
    const [row, packedCode] = [rows[index] ?? 0, codes[index] ?? 0]
    own.there[row] = 1
    own.kind[row] = packedCode & 7
    own.state[row] = (packedCode >> 3) & 7
    own.mandatory[row] = (packedCode >> 6) & 1
    own.rating[row] = packedCode >> 7
    own.unit[row] = units[index] ?? 0
    own.ratingAsOf[row] = rated[index] ?? 0
    own.startOn[row] = starts[index] ?? 0
    own.endOn[row] = ends[index] ?? 0
    own.version[row] = versions[index] ?? 0
    own.key[row] = code(packed.keys[index])
    own.name[row] = code(packed.names[index])
    own.category[row] = code(packed.categories[index])
    own.sponsor[row] = code(packed.sponsors[index])
    own.flags[row] = code(packed.flags[index])
  }
  const becauses = numbersIn(packed.becauses)
  for (const [place, [amounts, bytes]] of ([[own.cost, packed.cost], [own.benefits, packed.benefits], [own.inYearBaseline, packed.baseline], [own.inYearForecast, packed.forecast]] as const).entries())
    writeAmounts(amounts, rows, bytes, (index) => ((becauses[index] ?? 0) >> (7 * place)) & 127)
}
