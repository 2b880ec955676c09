import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('acts on a machine whose clock runs backwards', (t) => {
  const app = testApp(t)
  const acts = async () => (await sql<{ at: string; before: boolean }>`select at, at > now() as before from revision where kind = 'initiative' and org_id = ${app.owner.actor.orgId} order by at desc`.execute(t.owner)).rows

  it('keep their order: each is dated after the one before it, by a millisecond where it must be', async () => {
    const initiative = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Before the clock was set back' } })
    // What is left behind when the clock is set back by an hour: an act that lies an hour ahead.
    const { rows } = await sql<{ last: string }>`update act_clock set last = date_trunc('milliseconds', now() + interval '1 hour') where org_id = ${app.owner.actor.orgId} returning last`.execute(t.owner)
    for (const version of [1, 2]) await app.editor.read(demandRoutes.changeInitiative, { params: { id: initiative.id }, body: { version, name: `Changed ${version}` } })
    const [latest, before] = await acts()
    const last = Date.parse(rows[0]?.last ?? '')
    expect([latest, before].map((act) => Date.parse(act?.at ?? '') - last)).toEqual([2, 1])
  })
})
