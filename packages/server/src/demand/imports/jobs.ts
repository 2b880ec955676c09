import { refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Actor, Db } from '../../database/index.ts'
import { jobKind, type JobContext, type JobKind } from '../../jobs/index.ts'
import { applyBegun } from '../acts/apply-import.ts'
import { readKept } from '../acts/import-portfolio.ts'
import { undoBegun } from '../acts/undo-import.ts'
import { Stopped, type Watch } from './reading/index.ts'

type Work = (db: Db, actor: Actor, id: string, watch: Watch) => Promise<Result<unknown, Refusal>>

const importJob = (kind: string, note: string, work: Work): JobKind =>
  jobKind<{ readonly id: string }>({
    kind,
    run: async ({ id }, { db, actor, signal, progress }: JobContext) => {
      try {
        return await work(db, actor, id, { signal, progress: (done, total) => progress({ done, note, ...(total > 0 ? { total } : {}) }) })
      } catch (error) {
        if (error instanceof Stopped) return refuse({ code: 'job_cancelled' })
        throw error
      }
    },
  })

/** Large imports are read, applied and taken back by jobs: they can be watched and stopped, and go on after the server's end. */
export const importJobs: readonly JobKind[] = [
  importJob('demand.read-import', 'Reading the file', readKept),
  importJob('demand.apply-import', 'Applying the import', applyBegun),
  importJob('demand.undo-import', 'Taking the import back', undoBegun),
]
