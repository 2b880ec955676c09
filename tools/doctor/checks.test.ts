import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkDatabase, checkFolder, checkHostNode, checkPort, homeFolder } from './checks.mjs'

it('finds an old Node', () => {
  expect(checkHostNode('18.0.0').ok).toBe(false)
  expect(checkHostNode('26.0.0').ok).toBe(true)
})

it('finds a port that is taken, and sees it free again', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  expect(await checkPort(port)).toMatchObject({ ok: false, found: expect.stringContaining('EADDRINUSE') })
  await new Promise((resolve) => server.close(resolve))
  expect((await checkPort(port)).ok).toBe(true)
})

it('looks at the nearest folder that exists', () => {
  const [folder] = checkFolder(join(tmpdir(), 'throughline-nowhere', 'deeper'))
  expect(folder).toMatchObject({ ok: true, found: expect.stringContaining(`to be made in ${tmpdir()}`) })
  expect(checkFolder('/proc/throughline')[0]?.ok === true && process.getuid?.() !== 0).toBe(false)
})

it('says why a database does not answer', async () => {
  expect(await checkDatabase(undefined)).toMatchObject({ ok: true })
  expect(await checkDatabase('postgres://nobody@127.0.0.1:1/none')).toMatchObject({ ok: false, found: expect.stringContaining('ECONNREFUSED') })
})

it('uses the folder that is named', () => {
  expect(homeFolder({ THROUGHLINE_HOME: '/srv/throughline' })).toBe('/srv/throughline')
})
