import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { draftHeapMegabytes, openingHeapMegabytes } from '../sheet/index.ts'

/** Large files in a process of their own that dies beyond the stated heap. */
const script = fileURLToPath(new URL('testing/large-file.ts', import.meta.url))
const rows = 250_000

async function within(megabytes: number, format: string, until: string): Promise<{ readonly read: unknown; readonly drafted: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${megabytes}`, script, format, until, String(rows)], { timeout: 280_000 })
  return JSON.parse(stdout) as { readonly read: unknown; readonly drafted: number }
}

it.each(['csv', 'xlsx'])(`opens a %s file of 250,000 rows within ${openingHeapMegabytes} MB of heap`, async (format) => {
  expect(await within(openingHeapMegabytes, format, 'open')).toMatchObject({ read: rows + 1 })
}, 300_000)

it(`makes a draft of 250,000 rows within ${draftHeapMegabytes} MB of heap`, async () => {
  expect(await within(draftHeapMegabytes, 'csv', 'draft')).toMatchObject({ read: rows + 1, drafted: rows })
}, 300_000)
