import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Every address that the web app has a page for, `$id` and the like as they stand there. */
export function addressesOfPages(): readonly string[] {
  const folder = resolve(import.meta.dirname, '../../../web/src')
  return globSync('*/pages.ts', { cwd: folder }).flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path))
}
