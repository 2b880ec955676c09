import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkDatabase, checkFolder, checkPort } from './checks.ts'
import { findingLine } from './finding.mjs'

it('is told in one line, with advice where something is not well', () => {
  expect(findingLine({ ok: true, about: 'Port 1', found: 'free', advice: 'Wait.' })).toBe('ok      Port 1: free')
  expect(findingLine({ ok: false, about: 'Port 1', found: 'taken', advice: 'Wait.' })).toBe('FAILED  Port 1: taken. Wait.')
})

it('finds a port that is taken, and sees it free again', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  expect(await checkPort('127.0.0.1', port)).toMatchObject({ ok: false, found: expect.stringContaining('EADDRINUSE') })
  await new Promise((resolve) => server.close(resolve))
  expect((await checkPort('127.0.0.1', port)).ok).toBe(true)
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
