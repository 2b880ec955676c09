import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Declared } from './judge.ts'

type Manifest = { readonly name?: string; readonly version?: string; readonly license?: string | { readonly type?: string }; readonly licenses?: readonly { readonly type?: string }[] }
type Lock = { readonly packages: Readonly<Record<string, { readonly name?: string; readonly version?: string; readonly license?: string; readonly link?: boolean }>> }

/** Every package below `node_modules`, nested ones included, then those of the lock file that belong to other platforms. */
export function declaredPackages(root: string): readonly Declared[] {
  const installed = packagesIn(root, 'node_modules')
  const here = new Set(installed.map(({ path }) => path))
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  const elsewhere = Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && !here.has(path))
    .map(([path, entry]) => ({ name: entry.name ?? nameOf(path), version: entry.version ?? '', licence: entry.license, path }))
  return [...installed, ...elsewhere]
}

function packagesIn(root: string, folder: string): readonly Declared[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.name.startsWith('@') ? packagesIn(root, path) : [...packageAt(root, path), ...packagesIn(root, `${path}/node_modules`)]
    })
}

function packageAt(root: string, path: string): readonly Declared[] {
  const file = join(root, path, 'package.json')
  if (!existsSync(file)) return []
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  return [{ name: manifest.name ?? nameOf(path), version: manifest.version ?? '', licence: licenceOf(manifest), path }]
}

function licenceOf({ license, licenses }: Manifest): string | undefined {
  if (typeof license === 'string') return license
  const types = (licenses ?? (license ? [license] : [])).flatMap(({ type }) => type ?? [])
  return types.length > 0 ? types.join(' OR ') : undefined
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
