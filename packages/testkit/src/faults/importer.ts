import { setTimeout as wait } from 'node:timers/promises'
import { demandRoutes, type ImportDraft } from '@throughline/contract/demand'
import type { Writing } from './writers.ts'

/** The first words of every name that the importer brings. */
export const importedName = 'Brought by file'

/** The same list of initiatives, each time with another sponsor for all of them. */
const fileOf = (rows: number, sponsor: string): Uint8Array => Buffer.from(['Id,Name,Department,Sponsor', ...Array.from({ length: rows }, (_, at) => `F-${at + 1},${importedName} ${at + 1},Department ${at % 7},${sponsor}`)].join('\n'))

/** Imports a list again and again: every row of one file, or none of it. Lists of more than 5,000 rows are read and applied by jobs. */
export async function importLists({ call, ledger, stopping, pauseMs }: Writing, rows: number): Promise<void> {
  for (let turn = 1; !stopping.aborted; turn += 1) {
    const day = `20${String(10 + (Math.floor(turn / 336) % 80))}-${String(1 + (Math.floor(turn / 28) % 12)).padStart(2, '0')}-${String(1 + (turn % 28)).padStart(2, '0')}`
    const uploaded = await call(demandRoutes.uploadImport, { query: { fileName: `list ${day}.csv` }, body: fileOf(rows, `Sponsor of file ${turn}`) })
    if (uploaded.is === 'done') {
      const read = await settled(uploaded.reply.id)
      if (read?.state === 'preview') {
        const applied = await call(demandRoutes.applyImport, { params: { id: read.id } })
        if (applied.is === 'done' && (await settled(read.id))?.state === 'applied') ledger.counts.imports += 1
      }
    }
    await wait(pauseMs * 200, undefined, { signal: stopping }).catch(() => undefined)
  }

  /** The import when nothing is at work on it any more, however often the server ends meanwhile. */
  async function settled(id: string): Promise<ImportDraft | undefined> {
    while (!stopping.aborted) {
      const now = await call(demandRoutes.readImport, { params: { id } })
      if (now.is === 'done' && now.reply.jobId) ledger.jobs.add(now.reply.jobId)
      if (now.is === 'done' && !['reading', 'applying', 'undoing'].includes(now.reply.state)) return now.reply
      await wait(100, undefined, { signal: stopping }).catch(() => undefined)
    }
    return undefined
  }
}
