import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseScenario, type Scenario } from './parse.ts'

/** Every scenario below a folder, by path from it without ending: `refused/key_taken`. Guides named README.md are none. */
export function readScenarios(folder: string): readonly Scenario[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => parseScenario(relative(folder, file).split(sep).join('/').replace(/\.md$/, ''), readFileSync(file, 'utf8')))
}
