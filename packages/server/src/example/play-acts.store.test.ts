import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { governanceRoutes } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { readLinkFaults, readRowFaults, withOrg } from '../database/index.ts'
import { loadExample } from '../demand/index.ts'
import { readWorld, rooms } from '../rooms.ts'
import { liveStory } from '../value/index.ts'
import { playActsOf } from './index.ts'

const acts = JSON.parse(await readFile(new URL('../../../../examples/three-years/acts.json', import.meta.url), 'utf8')) as { acts: { do: string }[] }
const play = playActsOf(() => rooms, readWorld)

onEachDatabase('the acts of an example', (t) => {
  const app = testApp(t)
  const load = (file: unknown, watched = { progress: () => undefined, cancelled: () => false }, actor = app.owner.actor) => loadExample(t.db, actor, 'three-years', watched, new Date(), { live: liveStory, play: (playing) => play(playing, file) })
  const nothing = async () => expect(await app.owner.read(governanceRoutes.readServices, {})).toMatchObject({ services: [] })

  it('are done whole or not at all: one that is refused is named, and nothing of the example stays', async () => {
    await expect(load({ acts: [...acts.acts.slice(0, 8), { do: 'governance.publishService', params: { id: '01890000-0000-7000-8000-000000000000' }, body: { version: 1, reason: 'x' } }] })).rejects.toThrow(/act 9 of the example, governance.publishService, is done, and not refused: .*not_found/)
    await nothing()
  })

  it('are stopped between two of them, and leave no trace', async () => {
    let told = 0
    expect(await load(acts, { progress: () => void (told += 1), cancelled: () => told > 45 })).toMatchObject({ ok: false, refusal: { code: 'job_cancelled' } })
    await nothing()
  })

  it('stand under their own names and instants, each a link of the chain', async () => {
    // Whoever may import may load it, whatever else they may not.
    expect(await load(acts, undefined, app.editor.actor)).toMatchObject({ ok: true })
    const { rows } = await sql<{ act: string; instants: number }>`select act, count(distinct at)::int as instants from revision where act in ('governance.add-service', 'governance.publish-service', 'demand.load-example') group by act order by act`.execute(t.owner)
    expect(rows).toEqual(expect.arrayContaining([{ act: 'governance.publish-service', instants: 5 }]))
    expect((await app.owner.read(governanceRoutes.readServices, {})).services.map(({ state }) => state)).toEqual(Array(5).fill('published'))
    const faults = await withOrg(t.db, app.owner.actor, async (tx) => [await readLinkFaults(tx, 10), await readRowFaults(tx, 'pmo_service', 10)])
    expect(faults.flat()).toEqual([])
  })
})
