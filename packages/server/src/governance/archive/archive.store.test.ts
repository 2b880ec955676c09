import { governanceRoutes } from '@throughline/contract/governance'
import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { peopleRoutes } from '@throughline/contract/people'
import { canonicalJson, compareKeys, openArchive, writeArchive, type Archive, type ArchiveRow } from '@throughline/exchange/archive'
import { expect, it } from 'vitest'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { newId } from '../../database/index.ts'

/** What may differ between an organisation and the one restored from its archive: its own founding, the act of restoring, and the chain of acts, which begins anew. */
const own = new Set(['organisation', 'organisation_past', 'membership', 'membership_past', 'revision', 'account', 'chain_head', 'chain_link', 'chain_mark'])

onEachDatabase('an archive', (t) => {
  const app = testApp(t)
  const save = async (person: Person): Promise<Archive> => {
    const opened = openArchive(await person.read(governanceRoutes.saveArchive, {}), 'archive.zip')
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
    return opened.value
  }

  it('holds everything, comes back whole, with its past, and is the same when it is saved again', async () => {
    const { editor, owner } = app
    const made = await editor.read(demandRoutes.createInitiative, { body: { name: 'Depot = “A1”', costMinor: '999999999999999999', benefitsMinor: '5', startOn: '2026-01-01' } })
    const between = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await editor.read(demandRoutes.changeInitiative, { params: { id: made.id }, body: { version: made.version, name: 'Depot renamed', why: 'two names' } })
    const strategy = await editor.read(strategyRoutes.readStrategy, {})
    await editor.read(strategyRoutes.changeStrategy, { body: { version: strategy.version, mission: 'Deliver' } })
    const first = await save(owner)
    expect(first.manifest.files.map(({ name }) => name)).toEqual(expect.arrayContaining(['initiative.jsonl', 'initiative_past.jsonl', 'revision.jsonl', 'report.jsonl', 'account.jsonl']))
    for (const secret of ['session.jsonl', 'api_token.jsonl', 'job.jsonl']) expect(first.manifest.files.map(({ name }) => name)).not.toContain(secret)
    expect(canonicalJson([...first.rows('account')] as never)).not.toContain('scrypt')

    const { owner: other } = await app.secondOrganisation()
    const bytes = await owner.read(governanceRoutes.saveArchive, {})
    const restored = await other.read(governanceRoutes.restoreArchive, { body: bytes })
    expect(restored).toMatchObject({ tables: first.manifest.files.length })
    const second = await save(other)
    const id = (text: string): string => text.replaceAll(second.manifest.organisation.id, first.manifest.organisation.id)
    for (const { name } of first.manifest.files.filter((file) => !own.has(file.name.replace('.jsonl', '')))) {
      const table = name.replace('.jsonl', '')
      expect([name, [...second.rows(table)].map((row) => id(canonicalJson(row)))]).toEqual([name, [...first.rows(table)].map((row) => canonicalJson(row))])
    }
    const there = new Set([...second.rows('revision')].map((row) => row['id']))
    expect([...first.rows('revision')].filter((row) => !there.has(row['id']))).toEqual([])
    expect(await other.read(demandRoutes.listInitiatives, {})).toEqual(await owner.read(demandRoutes.listInitiatives, {}))
    const asOf = { asOf: between } as never
    expect((await other.read(demandRoutes.listInitiatives, { query: asOf })).rows.map(({ name }) => name)).toEqual(['Depot = “A1”'])
    expect(await other.read(strategyRoutes.readStrategy, {})).toEqual(await owner.read(strategyRoutes.readStrategy, {}))
    expect(await other.read(portfolioRoutes.readCockpit, {})).toEqual(await owner.read(portfolioRoutes.readCockpit, {}))
  })

  it('brings people along who can sign in once an owner has given them access', async () => {
    const bytes = await app.owner.read(governanceRoutes.saveArchive, {})
    const stranger = await rewritten(bytes, [app.editor.actor.accountId, newId()], [app.editor.email, 'ada@example.org'])
    const { owner: other } = await app.secondOrganisation()
    expect(await other.read(governanceRoutes.restoreArchive, { body: stranger })).toMatchObject({ people: 1 })
    const ada = (await other.read(peopleRoutes.listMembers, {})).find(({ email }) => email === 'ada@example.org')
    expect(ada).toMatchObject({ role: 'editor' })
    const signIn = (password: string) => app.stranger.call(peopleRoutes.signIn, { body: { email: 'ada@example.org', password } })
    expect((await signIn('a long enough password')).status).toBe(401)
    await other.read(peopleRoutes.removeMember, { params: { id: ada?.id ?? '' } })
    await other.read(peopleRoutes.addMember, { body: { name: 'Ada', email: 'ada@example.org', role: 'viewer', password: 'a long enough password' } })
    expect((await signIn('a long enough password')).status).toBe(201)
  })

  it('is not restored where something is, nor where it was changed, nor by anybody but an owner', async () => {
    const bytes = await app.owner.read(governanceRoutes.saveArchive, {})
    expect(await app.owner.refused(governanceRoutes.restoreArchive, { body: bytes })).toMatchObject({ code: 'archive_needs_empty' })
    const { owner: other, editor } = await app.secondOrganisation()
    const damaged = Uint8Array.from(bytes)
    const at = contentOf(bytes, 'initiative.jsonl')
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    expect(await other.refused(governanceRoutes.restoreArchive, { body: damaged })).toMatchObject({ code: 'archive_unreadable' })
    expect(await other.refused(governanceRoutes.restoreArchive, { body: new TextEncoder().encode('PK no zip at all') })).toMatchObject({ code: 'archive_unreadable' })
    expect(await editor.refused(governanceRoutes.restoreArchive, { body: bytes })).toMatchObject({ code: 'role_insufficient' })
    expect(await editor.refused(governanceRoutes.saveArchive, {})).toMatchObject({ code: 'role_insufficient' })
    expect((await other.read(demandRoutes.listInitiatives, {})).rows).toEqual([])
  })
})

/** Where the packed content of a file begins: behind its name, which the archive has first in front of it, and what else stands there. */
function contentOf(bytes: Uint8Array, name: string): number {
  const zip = Buffer.from(bytes)
  const at = zip.indexOf(`/${name}`) >= 0 ? zip.indexOf(`/${name}`) + 1 : zip.indexOf(name)
  const header = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 3, 4]), at)
  return header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28) + 4
}

/** The same archive with other words in its rows. */
async function rewritten(bytes: Uint8Array, ...words: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  const opened = openArchive(bytes, 'archive.zip')
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const { manifest, rows } = opened.value
  const changed = (row: ArchiveRow): ArchiveRow => JSON.parse(words.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(row))) as ArchiveRow
  const pieces: Uint8Array[] = []
  const tables = manifest.files.map(({ name, key }) => ({ name: name.replace('.jsonl', ''), key, rows: [...rows(name.replace('.jsonl', ''))].map(changed).sort((a, b) => compareKeys(a, b, key)) }))
  for await (const piece of writeArchive(manifest, tables)) pieces.push(piece)
  return Buffer.concat(pieces)
}
