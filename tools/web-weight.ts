import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a page may weigh on the wire, in KB of 1,024 bytes after gzip (fonts as they are). */
export const weightBudgetsKb = { firstScript: 150, firstStyle: 12, firstFont: 50, furtherScript: 60, furtherStyle: 12 } as const

/** Bytes on the wire before a page can show: its own static imports, and for the first page the shell's too. */
export type PageWeight = { readonly page: string; readonly scriptBytes: number; readonly styleBytes: number }
export type WebWeight = { readonly first: PageWeight & { readonly fontBytes: number }; readonly further: readonly PageWeight[]; /** All styles that the first page goes without. */ readonly furtherStyleBytes: number }

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[]; readonly assets?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>

const start = 'index.html'
const cockpit = 'src/portfolio/pages/cockpit/index.tsx'
const page = /^src\/([a-z]+\/)pages\/([a-z-]+)\/index\.tsx$/

/** Weighs a built web app by its manifest: the first route, and what each further page adds to it. */
export function weighWeb(dist: string): WebWeight {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const bytesOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + packedBytes(join(dist, file)), 0)
  const first = filesOf(manifest, [start, cockpit])
  const beyondFirst = (files: ReadonlySet<string>, ending: string) => bytesOf([...files].filter((file) => file.endsWith(ending) && !first.has(file)))
  const whole = (ending: string) => bytesOf([...first].filter((file) => file.endsWith(ending)))
  const further = Object.keys(manifest)
    .filter((key) => page.test(key) && key !== cockpit)
    .map((key) => ({ files: filesOf(manifest, [key]), page: key.replace(page, '$1$2') }))
    .map(({ files, page }) => ({ page, scriptBytes: beyondFirst(files, '.js'), styleBytes: beyondFirst(files, '.css') }))
  const styles = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.css')).map((name) => `assets/${name}`)
  return { first: { page: 'shell and cockpit', scriptBytes: whole('.js'), styleBytes: whole('.css'), fontBytes: bytesOf([...first].filter((file) => /latin-wght.*\.woff2$/.test(file))) }, further, furtherStyleBytes: bytesOf(styles.filter((file) => !first.has(file))) }
}

/** The files that the entries need before they run: chunks, their static imports, styles, and workers they name. */
function filesOf(manifest: Manifest, entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    for (const other of manifest[key]?.imports ?? []) visit(other)
  }
  for (const entry of entries) {
    if (!manifest[entry]) throw new Error(`The build has no ${entry}`)
    visit(entry)
  }
  return new Set([...seen].flatMap((key) => [manifest[key]?.file ?? [], manifest[key]?.css ?? [], manifest[key]?.assets ?? []].flat()))
}

/** Fonts travel as they are, everything else compressed. */
const packedBytes = (path: string): number => (path.endsWith('.woff2') ? readFileSync(path).length : gzipSync(readFileSync(path), { level: 9 }).length)
