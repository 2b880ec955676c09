import { evidenceRoutes, type EvidenceFault, type EvidenceHead, type EvidenceReport } from '@throughline/contract/governance'
import { describeArchiveRefusal, openArchive } from '@throughline/exchange/archive'
import { checkEvidence, type Fault } from '@throughline/exchange/evidence'
import { Refused } from '../terminal/call.ts'
import { UsageError, type Command, type Context } from '../terminal/command.ts'
import { resultOf } from '../terminal/jobs.ts'
import { tableLines } from '../terminal/print.ts'

/** `throughline verify`: everything against its chain, on the server, or in an archive without one. */
export const verify: Command = {
  name: 'verify',
  summary: 'Check every row and every act against the chain, and name what was changed behind the server’s back',
  options: {
    head: { about: 'A head that was kept: the chain must lead there', takes: 'file.json' },
    archive: { about: 'Check an archive instead, without a server', takes: 'file.zip' },
    'save-head': { about: 'Keep the head of the chain in a file, to be checked against later', takes: 'file.json' },
  },
  run: async (typed, context) => {
    const [path, archive, keep] = [typed.one('head'), typed.one('archive'), typed.one('save-head')]
    const head = path === undefined ? undefined : await headIn(path, context)
    if (archive !== undefined) return checkFile(archive, head, context)
    if (keep !== undefined) return keepHead(keep, context)
    const { jobId } = await context.call(evidenceRoutes.verifyEvidence, { body: head ? { head } : {} })
    const report = await resultOf<EvidenceReport>(context.call, context.print, jobId)
    context.print.answer(report, () => [`${report.acts} acts, ${report.rows} rows of ${report.tables} tables, up to ${report.head.hash}.`, ...linesOf(report.faults)])
    if (!report.holds) throw broken(report.faults.length)
  },
}

async function keepHead(path: string, { call, print, writeFile }: Context): Promise<void> {
  const head = await call(evidenceRoutes.readEvidenceHead, {})
  await writeFile(path, new TextEncoder().encode(`${JSON.stringify(head, null, 2)}\n`))
  print.answer(head, () => [`Wrote ${path}: act ${head.seq} of ${head.at}, ${head.hash}.`])
}

async function checkFile(path: string, head: EvidenceHead | undefined, { print, readFile }: Context): Promise<void> {
  const opened = openArchive(await readFile(path), path)
  if (!opened.ok) throw new Refused({ type: '/problems#archive_unreadable', title: 'The archive cannot be read', status: 422, code: 'archive_unreadable', detail: describeArchiveRefusal(opened.refusal) })
  const found = checkEvidence(opened.value, head)
  const kept = found.absent.length === 0 ? [] : [`${found.absent.length} rows are not in the archive: it holds no scenarios, nor their history, that were private to others than who saved it.`]
  print.answer(found, () => [`${found.acts} acts, ${found.rows} rows${found.head ? `, up to ${found.head.hash}` : ''}.`, ...kept, ...linesOf(found.faults)])
  if (found.faults.length > 0) throw broken(found.faults.length)
}

async function headIn(path: string, { readFile }: Context): Promise<EvidenceHead> {
  const text = new TextDecoder().decode(await readFile(path))
  try {
    const found = JSON.parse(text) as EvidenceHead
    if (found.format === 'throughline-evidence-head') return found
  } catch {
    // Said below, as for any other file that is no head.
  }
  throw new UsageError(`${path} holds no head of a chain; expected one that --save-head wrote.`)
}

const linesOf = (faults: readonly (EvidenceFault | Fault)[]): readonly string[] =>
  faults.length === 0 ? ['Everything holds.'] : tableLines(faults, [{ head: 'Fault', of: ({ fault }) => fault }, { head: 'Act', of: ({ seq }) => (seq === null ? '' : String(seq)), right: true }, { head: 'Table', of: ({ table }) => table ?? '' }, { head: 'Key', of: ({ key }) => key ?? '', widest: 80 }, { head: 'Last act on it', of: ({ at }) => at ?? '' }])

const broken = (count: number): Refused => new Refused({ type: '/problems#evidence_broken', title: 'Not everything holds', status: 409, code: 'evidence_broken', detail: `Found ${count} ${count === 1 ? 'thing' : 'things'} done behind the server’s back; expected none.` })
