import type { CapacitySettingsChange } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, writeAs, type Actor, type Db } from '../../database/index.ts'
import { lockOrganisation } from '../../people/index.ts'
import { whySupplyCommitted } from '../commitments/index.ts'
import { readSettings, writeSettings, type Settings } from '../store/settings.ts'

/** Sets how finely the organisation plans. What was recorded keeps its own dates, and is carried over by days. */
export function changeSettings(db: Db, actor: Actor, { version, ...change }: Static<typeof CapacitySettingsChange>): Promise<Result<Settings, Refusal<'not_found' | 'version_moved' | 'supply_committed'>>> {
  return writeAs<Result<Settings, Refusal<'not_found' | 'version_moved' | 'supply_committed'>>>(db, actor, 'capacity.change-settings', async (tx, record) => {
    const { id } = await lockOrganisation(tx)
    const current = await expectVersion(tx, await readSettings(tx), { room: 'capacity', kind: 'capacity_setting', id, version })
    if (!current.ok) return current
    const after = { ...current.value, ...change }
    await writeSettings(tx, after)
    const told = ({ grain, periods }: Settings) => ({ grain, periods })
    await record({ room: 'capacity', kind: 'capacity_setting', id, before: told(current.value), after: told(after) })
    return (await whySupplyCommitted(tx)) ?? ok({ ...after, version: version + 1 })
  })
}
