import type { EvidenceHead, EvidenceReport, Job } from '@throughline/contract/governance'
import type { Problem } from '@throughline/contract/wire'
import { Download, FileSearch, ShieldCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { FilePicker } from '../../../ui/controls/FilePicker.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { ProgressBar } from '../../../ui/display/Progress.tsx'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import { Report } from './parts/Report.tsx'
import { evidenceWords as words } from './words.ts'

export type EvidenceProps = {
  readonly head: Reading<EvidenceHead>
  /** The check that is under way, and the report of the last one of this visit. */
  readonly job: Job | undefined
  readonly report: EvidenceReport | undefined
  readonly problem: Problem | undefined
  /** What was sealed. */
  readonly seals: ReactNode
  onCheck(head?: File): void
  onCancel(): void
  onSave(head: EvidenceHead): void
}

/** Whether everything is as it was written: the chain's head, a check of all of it, and what it found. */
export function EvidencePage({ head, job, report, problem, seals, onCheck, onCancel, onSave }: EvidenceProps) {
  const format = useFormat()
  const [comparing, setComparing] = useState(false)
  const busy = job !== undefined
  return (
    <PageFrame title={words.title} note={words.note} actions={<Button kind="primary" icon={<ShieldCheck />} busy={busy} onClick={() => onCheck()}>{words.check}</Button>}>
      <Card title="Check">
        <p>{words.about}</p>
        {job && <div className="mt-2"><ProgressBar label={job.progress?.words ?? words.checking} done={job.progress?.total ? job.progress.done / job.progress.total : null} onCancel={onCancel} /></div>}
        <ProblemNote problem={problem} />
        {report && <Report report={report} />}
      </Card>
      <Shown reading={head} what="the head of the chain" lines={3}>
        {(value) => (
          <Card
            title="Head of the chain"
            actions={
              <>
                <Button icon={<FileSearch />} onClick={() => setComparing(!comparing)}>{words.compare}</Button>
                <Button icon={<Download />} onClick={() => onSave(value)}>{words.save}</Button>
              </>
            }
          >
            <p className="figures">Act {format.number(value.seq, 0)}, {format.instant(value.at)}</p>
            <p className="figures quiet"><code>{value.hash}</code></p>
            <p className="mt-2">{words.aboutHead}</p>
            {comparing && <div className="mt-2"><FilePicker label={words.dropHead} hint={words.headHint} accept=".json" disabled={busy} onPick={([file]) => onCheck(file)} /></div>}
          </Card>
        )}
      </Shown>
      {seals}
    </PageFrame>
  )
}
