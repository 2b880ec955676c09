import { sealRoutes, type Job, type SealCheck } from '@throughline/contract/governance'
import { pathOf } from '@throughline/contract/wire'
import { useCallback, useState } from 'react'
import { useSignedIn } from '../../../people/index.ts'
import { Shown, useAct, useJob, useRead } from '../../../wire/index.ts'
import { Seals } from './parts/Seals.tsx'

/** What was sealed, with sealing and checking. */
export function Sealed() {
  const seals = useRead(sealRoutes.listSeals, {})
  const seal = useAct(sealRoutes.addSeal)
  const start = useAct(sealRoutes.checkSeals, { staleRoom: 'none' })
  const administers = useSignedIn()?.can.administer ?? false
  const [jobId, setJobId] = useState<string>()
  const [allHold, setAllHold] = useState<boolean>()
  const over = useCallback((job: Job) => {
    setJobId(undefined)
    setAllHold((job.result as SealCheck | null)?.holds)
  }, [])
  useJob(jobId, over)
  const check = async () => {
    setAllHold(undefined)
    const started = await start.run({})
    if (started.ok) setJobId(started.value.jobId)
  }
  return (
    <Shown reading={seals} what="seals" lines={3}>
      {(list) => <Seals seals={list} maySeal={administers} checking={jobId !== undefined} allHold={allHold} problem={start.problem} addressOf={(id) => pathOf(sealRoutes.readSealed, { id })} onSeal={(body) => seal.run({ body })} onCheck={() => void check()} />}
    </Shown>
  )
}
