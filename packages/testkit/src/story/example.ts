import { vi } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type Job } from '@throughline/contract/governance'
import { pathOf } from '@throughline/contract/wire'
import type { Person } from './person.ts'

/** Loads an example into the empty organisation of somebody, and waits until it is there; fails at once where it was not loaded. */
export async function loadExample({ call }: Person, key: string): Promise<void> {
  const { jobId } = await call<{ jobId: string }>('POST', pathOf(demandRoutes.loadExample, { key }))
  const isThere = async (): Promise<boolean> => {
    const { state } = await call<Job>('GET', pathOf(governanceRoutes.readJob, { id: jobId }))
    if (state === 'failed' || state === 'cancelled') throw new Error(`the example was not loaded: ${state}`)
    return state === 'done'
  }
  await vi.waitUntil(isThere, { timeout: 240_000, interval: 300 })
}
