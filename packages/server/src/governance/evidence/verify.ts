import type { EvidenceFault, EvidenceHead, EvidenceReport } from '@throughline/contract/governance'
import { invariant, ok, type Result } from '@throughline/engine/kernel'
import { countRows, enterOrg, readChainedTables, readChainHead, readLinkFaults, readLinkHash, readRowFaults, takeTheTime, withOrg, type Actor, type Db, type LinkFault, type Tx } from '../../database/index.ts'
import { enqueue, jobKind, type JobContext } from '../../jobs/index.ts'
import { readOrganisation } from '../../people/index.ts'

/** The most faults of one table, and of the chain, that a report names. */
const mostNamed = 200

/** The head of the organisation's chain, for keeping elsewhere. */
export async function readHead(tx: Tx): Promise<EvidenceHead> {
  const head = await readChainHead(tx)
  invariant(head, 'an organisation has the act of its founding')
  const { id, name } = await readOrganisation(tx)
  return { format: 'throughline-evidence-head', version: 1, organisation: { id, name }, ...head }
}

type Asked = { readonly head?: EvidenceHead }

/** Leaves the check to a job; one that is under way for the same head is joined. It changes nothing, so there is no revision. */
export const startCheck = (db: Db, actor: Actor, asked: Asked): Promise<Result<{ readonly jobId: string }, never>> =>
  db.transaction().execute(async (tx) => {
    await enterOrg(tx, actor)
    return ok({ jobId: await enqueue(tx, actor, { kind: 'governance.verify-evidence', input: asked, dedupeKey: asked.head?.hash ?? 'all' }) })
  })

export const evidenceJobs = [jobKind<Asked>({ kind: 'governance.verify-evidence', run: async ({ head }, { db, actor, progress, cancelled }: JobContext) => ok(await verifyEvidence(db, actor, { ...(head ? { head } : {}), progress, cancelled })) })]

type Checking = Asked & Partial<Pick<JobContext, 'progress' | 'cancelled'>>

/** Checks the chain, then table after table, all as of one instant; what is private to a member is checked like everything else. */
export const verifyEvidence = (db: Db, actor: Actor, { head: given, progress, cancelled }: Checking = {}): Promise<EvidenceReport> =>
  withOrg(db, actor, async (tx) => {
    await takeTheTime(tx)
    const head = await readHead(tx)
    const tables = await readChainedTables(tx)
    const say = (done: number, note: string) => progress?.({ done, total: tables.length + 1, note })
    say(0, 'Checking the acts')
    const chain = await readLinkFaults(tx, mostNamed + 1)
    const faults: EvidenceFault[] = [...(given ? await headFaults(tx, head, given) : []), ...chain.slice(0, mostNamed).flatMap(presentFault)]
    let [rows, more] = [0, chain.length > mostNamed]
    for (const [at, table] of tables.entries()) {
      if (cancelled?.()) break
      say(at + 1, `Checking ${table.replaceAll('_', ' ')}`)
      rows += await countRows(tx, table)
      const found = await readRowFaults(tx, table, mostNamed + 1)
      more ||= found.length > mostNamed
      faults.push(...found.slice(0, mostNamed).map(({ key, fault, at: since }) => ({ fault, table, key, seq: null, at: since })))
    }
    return { holds: faults.length === 0, head, acts: head.seq, tables: tables.length, rows, faults, more, checkedAt: new Date().toISOString() }
  })

const presentFault = ({ fault, seq, at, tables }: LinkFault): readonly EvidenceFault[] => (tables.length > 0 ? tables.map((table) => ({ fault, table, key: null, seq, at })) : [{ fault, table: null, key: null, seq, at }])

async function headFaults(tx: Tx, head: EvidenceHead, given: EvidenceHead): Promise<readonly EvidenceFault[]> {
  const hash = await readLinkHash(tx, given.seq)
  const named = (fault: EvidenceFault['fault']) => [{ fault, table: null, key: null, seq: given.seq, at: given.at }]
  if (given.organisation.id !== head.organisation.id || (hash !== undefined && hash !== given.hash)) return named('head_differs')
  return hash === undefined ? named('head_missing') : []
}
