// Prints the bill of components (SBOM) as CycloneDX 1.6, from the lock file alone: node tools/components.ts > throughline.cdx.json
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { billOf, type Lock } from './components/bill.ts'
import { root } from './host/places.mjs'

const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T
const { name, version } = read<{ name: string; version?: string }>('package.json')
console.log(JSON.stringify(billOf(read<Lock>('package-lock.json'), { name, version: version ?? read<{ version: string }>('packages/server/package.json').version }), null, 2))
