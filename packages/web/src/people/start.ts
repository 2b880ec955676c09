import { demandRoutes } from '@throughline/contract/demand'
import type { Job } from '@throughline/contract/governance'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useAct, useJob, useRead } from '../wire/index.ts'
import type { ChoicesProps } from './pages/first-run/parts/Choices.tsx'
import { allows, useSignedIn } from './session.ts'

/** Everything behind the choice of how to begin; `onLoaded` is called once an example is in place. */
export function useChoices(onLoaded: () => void): ChoicesProps {
  const client = useQueryClient()
  const session = useSignedIn()
  const examples = useRead(demandRoutes.listExamples, {})
  const load = useAct(demandRoutes.loadExample)
  const [started, setStarted] = useState<{ readonly key: string; readonly jobId: string }>()
  const over = useCallback(
    async (job: Job) => {
      if (job.state !== 'done') return
      await client.invalidateQueries()
      onLoaded()
    },
    [client, onLoaded],
  )
  const job = useJob(started?.jobId, over)
  const begin = async (key: string) => {
    const begun = await load.run({ params: { key } })
    if (begun.ok) setStarted({ key, jobId: begun.value.jobId })
  }
  return {
    examples,
    loading: started && { key: started.key, job: job.state === 'full' ? job.value : undefined },
    problem: load.problem ?? (job.state === 'refused' ? job.problem : undefined),
    canEdit: allows(session, 'import'),
    onLoad: (key) => void begin(key),
    onCancel: () => void job.cancel(),
  }
}
