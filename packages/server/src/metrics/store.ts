import { sql } from 'kysely'
import type { Db } from '../database/index.ts'

export type JobCounts = { readonly queued: number; readonly running: number; readonly failed: number; readonly oldestSeconds: number }

/** How many jobs wait, are at work, and failed within a day, of all organisations; nothing of what they are. */
export async function countJobs(db: Db): Promise<JobCounts> {
  const { rows } = await sql<JobCounts>`select queued, running, failed, oldest_seconds as "oldestSeconds" from job_counts()`.execute(db)
  return rows[0] ?? { queued: 0, running: 0, failed: 0, oldestSeconds: 0 }
}
