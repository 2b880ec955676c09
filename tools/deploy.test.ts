import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { settings } from '../packages/server/src/config/index.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const known = new Set<string>(settings.map(({ name }) => name))
/** Variables that belong to others: Node and the image of PostgreSQL. */
const foreign = new Set(['NODE_ENV', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'])
const manifests = ['deploy/compose.yaml', 'deploy/kubernetes/throughline.yaml', 'deploy/grafana/alarms.yaml']
type Json = { readonly [key: string]: Json } & readonly Json[]

const parsed = (path: string): readonly Json[] => parseAllDocuments(read(path), { merge: true }).map((document) => {
  expect(document.errors).toEqual([])
  return document.toJS() as Json
})

describe('what Throughline is run with', () => {
  it.each(manifests)('%s can be read', (path) => expect(parsed(path).length).toBeGreaterThan(0))

  it.each([...manifests, 'deploy/Containerfile', 'deploy/systemd/throughline.service', 'docs/operations.md'])('%s names only variables that the server reads', (path) => {
    const named = new Set(read(path).match(/\b(THROUGHLINE_[A-Z_]+[A-Z]|DATABASE_URL|NODE_ENV|POSTGRES_[A-Z]+)\b/g))
    expect([...named].filter((name) => !known.has(name) && !foreign.has(name))).toEqual([])
  })

  it('has every variable in the table of docs/operations.md, as the server has it, and no other', () => {
    const rows = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` \| (.+) \| (.+) \|$/gm)].map(([, name, meaning, otherwise]) => ({ name, meaning, otherwise }))
    expect(rows).toEqual(settings.map((setting) => ({ ...setting })))
  })

  it('starts what is there: commands, copied files, and every workspace', () => {
    const container = read('deploy/Containerfile')
    for (const workspace of readdirSync(join(root, 'packages'))) expect(container).toContain(`packages/${workspace}/package.json`)
    for (const [, sources] of container.matchAll(/^COPY (?!--)(.+) \S+$/gm)) for (const source of sources!.split(' ')) expect(existsSync(join(root, source))).toBe(true)
    expect(container).toMatch(/^USER [1-9]/m)
    expect(container).toMatch(/^HEALTHCHECK /m)
    for (const path of ['deploy/Containerfile', 'deploy/systemd/throughline.service']) for (const [file] of read(path).matchAll(/packages\/server\/src\/[\w./-]+\.ts/g)) expect(existsSync(join(root, file!))).toBe(true)
  })

  it('runs by node alone, without root, under systemd', () => {
    const unit = read('deploy/systemd/throughline.service')
    const lines = unit.split('\n').filter((line) => line && !line.startsWith('#'))
    expect(lines.filter((line) => !/^\[(Unit|Service|Install)\]$|^[A-Z][A-Za-z]+=.*$/.test(line))).toEqual([])
    expect(lines.filter((line) => line.startsWith('['))).toEqual(['[Unit]', '[Service]', '[Install]'])
    expect(unit).toMatch(/^User=throughline$/m)
  })

  it('is probed on Kubernetes where the server answers, never as root, with a place for each that matters', () => {
    const served = read('packages/server/src/http/app.ts')
    const all = parsed('deploy/kubernetes/throughline.yaml')
    const deployments = all.filter((one) => String(one['kind']) === 'Deployment')
    expect(deployments.map((one) => one['spec']!['template']!['spec']!['containers']![0]!['env']![0]!['value'])).toEqual(['http', 'jobs'])
    for (const deployment of deployments) {
      const pod = deployment['spec']!['template']!['spec']!
      expect(pod['securityContext']).toMatchObject({ runAsNonRoot: true })
      const container = pod['containers']![0]!
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) if (container[probe]) expect(served).toContain(`app.get('${String(container[probe]['httpGet']!['path'])}'`)
      expect(container['livenessProbe']!['httpGet']).toMatchObject({ path: '/livez' })
      expect(container['securityContext']).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false })
      expect(deployment['spec']!['selector']!['matchLabels']).toEqual(deployment['spec']!['template']!['metadata']!['labels'])
    }
    const [service] = all.filter((one) => String(one['kind']) === 'Service')
    expect(service!['spec']!['selector']).toEqual({ app: 'throughline', part: 'web' })
  })

  it('has a database that is ready before the server starts, and no secret of its own, in compose', () => {
    const [compose] = parsed('deploy/compose.yaml')
    const services = compose!['services']!
    expect(Object.keys(services)).toEqual(['database', 'web', 'jobs'])
    for (const part of ['web', 'jobs']) expect(services[part]).toMatchObject({ depends_on: { database: { condition: 'service_healthy' } }, cap_drop: ['ALL'], environment: { THROUGHLINE_PARTS: part === 'web' ? 'http' : 'jobs' } })
    expect(read('deploy/compose.yaml')).toMatch(/\$\{POSTGRES_PASSWORD:\?/)
  })

  it('has a dashboard that is one', () => {
    const { panels } = JSON.parse(read('deploy/grafana/throughline.json')) as { panels: { title: string; targets: { expr: string }[] }[] }
    expect(panels.length).toBeGreaterThan(8)
    for (const { targets } of panels) for (const { expr } of targets) expect([expr.split('(').length, expr.includes('throughline_')]).toEqual([expr.split(')').length, true])
  })
})
