import { evidenceRoutes, type EvidenceHead, type EvidenceReport, type Job } from '@throughline/contract/governance'
import { useCallback, useState } from 'react'
import type { Problem } from '@throughline/contract/wire'
import { isOver, saveBytes, useAct, useJob, useRead } from '../../../wire/index.ts'
import { EvidencePage } from './Page.tsx'
import { Sealed } from './Sealed.tsx'
import { evidenceWords } from './words.ts'

/** The chain of all acts: its head, and a check that runs as a job. */
export default function EvidenceRoute() {
  const head = useRead(evidenceRoutes.readEvidenceHead, {})
  const start = useAct(evidenceRoutes.verifyEvidence, { staleRoom: 'none' })
  const [jobId, setJobId] = useState<string>()
  const [report, setReport] = useState<EvidenceReport>()
  const [problem, setProblem] = useState<Problem>()
  const over = useCallback((job: Job) => {
    setJobId(undefined)
    if (job.state === 'done') setReport(job.result as EvidenceReport)
    else if (job.state === 'failed') setProblem({ type: '/problems#job', title: 'The check did not finish', status: 409, code: 'job_failed', detail: job.problem?.detail ?? 'Try again.' })
  }, [])
  const following = useJob(jobId, over)
  const check = async (file?: File) => {
    setProblem(undefined)
    setReport(undefined)
    const given = file && headOf(await file.text())
    if (file && !given) return setProblem({ type: '/problems#input_invalid', title: evidenceWords.headOdd, status: 400, code: 'input_invalid', detail: file.name })
    const started = await start.run({ body: given ? { head: given } : {} })
    if (started.ok) setJobId(started.value.jobId)
    else setProblem(started.refusal)
  }
  const job = following.state === 'full' && !isOver(following.value) ? following.value : jobId === undefined ? undefined : waiting
  return <EvidencePage {...{ head, job, report, problem }} seals={<Sealed />} onCheck={(file) => void check(file)} onCancel={() => void following.cancel()} onSave={save} />
}

const waiting: Job = { id: '', kind: '', state: 'queued', progress: null, result: null, problem: null, createdAt: '', finishedAt: null }

const save = (head: EvidenceHead) => saveBytes(new TextEncoder().encode(`${JSON.stringify(head, null, 2)}\n`), `throughline-head-${head.seq}.json`, 'application/json')

/** The head in a file; undefined where the file holds something else. What its fields must be is said by the server. */
function headOf(text: string): EvidenceHead | undefined {
  try {
    const found = JSON.parse(text) as EvidenceHead | null
    return found?.format === 'throughline-evidence-head' ? found : undefined
  } catch {
    return undefined
  }
}
