import { expect, it } from 'vitest'
import { describeOnce } from '../database/index.ts'
import { builtIn, postgresServer, serverPrograms, tryKills, type Place } from './index.ts'

const bin = serverPrograms()
const nothingWrong = { faults: [], damaged: [] }

/** A few kills of what the bench kills two hundred times (bench/faults). */
async function few(open: () => Promise<Place>, seed: number): Promise<unknown> {
  const place = await open()
  try {
    const { faults, damaged, jobs } = await tryKills(place, { kills: 3, seed, rowsOfAList: 60 })
    expect(jobs).toMatchObject({ open: 0, missing: 0 })
    return { faults, damaged: damaged ?? [] }
  } finally {
    await place.remove()
  }
}

describeOnce('killed at random moments, everything that was acknowledged is there and nothing by halves', () => {
  it('on the built-in database', { timeout: 900_000 }, async () => {
    expect(await few(builtIn, 7)).toEqual(nothingWrong)
  })

  it.skipIf(bin === undefined)('on a PostgreSQL of the machine’s own, with a worker apart (needs one below /usr/lib/postgresql)', { timeout: 900_000 }, async () => {
    expect(await few(() => postgresServer(bin ?? ''), 11)).toEqual(nothingWrong)
  })
})
