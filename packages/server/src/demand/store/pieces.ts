import { sql } from 'kysely'
import { invariant } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { indexPiece, pieceOf, pieceRows, unpackedIndex, unpackedRows } from '../imports/packed.ts'
import type { RowIndex } from '../imports/row-index.ts'
import type { StagedRow } from '../imports/staged.ts'

/** Keeps a piece of what was read of a file: rows, or the index of all. */
export async function insertPiece(tx: Tx, importId: string, number: number, bytes: Uint8Array): Promise<void> {
  await sql`insert into import_piece (org_id, import_id, number, bytes) values (current_org(), ${importId}::uuid, ${number}, ${bytes})`.execute(tx)
}

/** What all rows of an import say together. */
export async function readIndex(tx: Tx, importId: string): Promise<RowIndex> {
  const [piece] = await readPieces(tx, importId, [indexPiece])
  return piece ? unpackedIndex(piece.bytes) : { names: [], publishedIds: [], duplicatesOf: [], asOf: [], hashes: [], units: [] }
}

/** Pieces that stay unpacked, and those that one statement reads. */
const held = 24
const atOnce = 8

/** Reads rows of an import by their numbers. Of the pieces that it has unpacked the latest are held: rows that are asked for together often stand in few. */
export function rowReader(tx: Tx, importId: string): (numbers: readonly number[]) => Promise<ReadonlyMap<number, StagedRow>> {
  const unpacked = new Map<number, readonly StagedRow[]>()
  return async (numbers) => {
    const found = new Map<number, StagedRow>()
    const wanted = Map.groupBy(numbers, pieceOf)
    const take = (piece: number, rows: readonly StagedRow[]): void => {
      for (const number of wanted.get(piece) ?? []) {
        const row = rows[(number - 1) % pieceRows]
        invariant(row?.number === number, 'a piece holds its rows in their order')
        found.set(number, row)
      }
      unpacked.delete(piece)
      unpacked.set(piece, rows)
      for (const oldest of unpacked.keys()) if (unpacked.size > held) unpacked.delete(oldest)
    }
    const missing: number[] = []
    for (const piece of wanted.keys()) {
      const rows = unpacked.get(piece)
      if (rows) take(piece, rows)
      else missing.push(piece)
    }
    for (let at = 0; at < missing.length; at += atOnce) for (const { number, bytes } of await readPieces(tx, importId, missing.slice(at, at + atOnce))) take(number, unpackedRows(bytes))
    return found
  }
}

async function readPieces(tx: Tx, importId: string, numbers: readonly number[]): Promise<readonly { readonly number: number; readonly bytes: Uint8Array }[]> {
  return tx.selectFrom('import_piece').select(['number', 'bytes']).where('import_id', '=', importId).where('number', 'in', numbers).execute()
}
