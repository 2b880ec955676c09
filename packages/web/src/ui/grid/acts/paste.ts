import type { Board } from '../board.ts'
import { placesBetween, placesFrom } from '../board.ts'
import type { Range } from '../range.ts'
import { readBlockCell } from './block.ts'
import type { Block } from './block.ts'
import { planCells } from './write.ts'
import type { Planned } from './write.ts'

/**
 * Plans a paste at the top left of the selection. One value fills the selection, a block repeats where the selection holds it a whole number of times.
 * Heads of groups and rows out of the filters are passed over.
 */
export async function pasteBlock<Row>(board: Board<Row>, range: Range, block: Block): Promise<Planned> {
  const [tall, wide] = [block.length, Math.max(0, ...block.map((row) => row.length))]
  const selected = placesBetween(board, range.top, range.bottom)
  const across = range.right - range.left + 1
  const repeats = tall > 0 && wide > 0 && selected.length % tall === 0 && across % wide === 0 && selected.length > 0
  const height = repeats ? selected.length : tall
  const width = repeats ? across : wide
  const places = repeats ? selected : placesFrom(board, range.top, tall)
  const columns = board.shown.slice(range.left, range.left + width)
  const planned = await planCells(board, places, columns, (rowOffset, columnOffset, column, row) => {
    const cell = block[rowOffset % tall]?.[columnOffset % wide]
    return cell && readBlockCell(column, cell, row, board.locale)
  })
  return { ...planned, beyond: { rows: height - places.length, columns: width - columns.length } }
}
