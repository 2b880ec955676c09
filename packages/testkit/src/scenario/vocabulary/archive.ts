import { governanceRoutes } from '@throughline/contract/governance'
import { openArchive, writeArchive } from '@throughline/exchange/archive'
import type { Person } from '../pattern.ts'
import { does, type Sentence } from '../sentence.ts'
import { act, callerOf, present, type World } from '../world.ts'

/** Sentences about leaving with everything, and coming back. */
export const archiveSentences: readonly Sentence[] = [
  does('{person} saves the archive', async ({ world }, person) => {
    world.archive = await (await callerOf(world, person)).read(governanceRoutes.saveArchive, {})
  }),
  does('{person} restores the archive', ({ world }, person) => restore(world, person, present(world.archive, 'archive'))),
  does('{person} restores half of the archive', ({ world }, person) => {
    const whole = present(world.archive, 'archive')
    return restore(world, person, whole.slice(0, whole.length / 2))
  }),
  does('{person} restores an archive with a table {text}', async ({ world }, person, name) => restore(world, person, await strangeArchive(name))),
  does('{person} announces an archive of {count} megabytes', ({ world }, person, megabytes) => restore(world, person, new Uint8Array(10), { 'content-length': String(megabytes * 1024 * 1024) })),
]

async function restore(world: World, person: Person, body: Uint8Array, headers?: Readonly<Record<string, string>>): Promise<void> {
  await act(world, person, governanceRoutes.restoreArchive, { body }, headers)
}

/** A sound archive that holds one table of this name. */
async function strangeArchive(name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const header = { product: { name: 'Throughline', version: '99.0.0' }, organisation: { id: '00000000-0000-4000-8000-000000000000', name: 'Ministry of Works' }, exportedAt: '2026-03-31T12:00:00Z' }
  for await (const piece of writeArchive(header, [{ name, key: ['id'], rows: [{ id: 'a' }] }])) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  if (!openArchive(bytes, name).ok) throw new Error('found an archive that cannot be read; expected a sound one')
  return bytes
}
