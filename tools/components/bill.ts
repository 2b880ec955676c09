/** What the lock file says of a package, by the folder in which it is installed. */
export type Locked = { readonly name?: string; readonly version?: string; readonly license?: string; readonly resolved?: string; readonly integrity?: string; readonly link?: boolean; readonly dev?: boolean; readonly optional?: boolean; readonly devOptional?: boolean; readonly dependencies?: Names; readonly optionalDependencies?: Names; readonly peerDependencies?: Names }
type Names = Readonly<Record<string, string>>
export type Lock = { readonly packages: Readonly<Record<string, Locked>> }

type Licence = { readonly license: { readonly id: string } | { readonly name: string } } | { readonly expression: string }

export type Component = {
  readonly type: 'library'
  readonly 'bom-ref': string
  readonly name: string
  readonly group?: string
  readonly version: string
  /** `excluded`: of use while building and testing alone. `optional`: of some platforms. */
  readonly scope: 'required' | 'optional' | 'excluded'
  readonly purl: string
  readonly licenses?: readonly Licence[]
  readonly hashes?: readonly { readonly alg: 'SHA-512' | 'SHA-1'; readonly content: string }[]
  readonly externalReferences?: readonly { readonly type: 'distribution'; readonly url: string }[]
}
export type Bill = {
  readonly bomFormat: 'CycloneDX'
  readonly specVersion: '1.6'
  readonly version: 1
  readonly metadata: { readonly component: { readonly type: 'application'; readonly 'bom-ref': string; readonly name: string; readonly version: string; readonly licenses: readonly { readonly license: { readonly id: string } }[] } }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

const folder = 'node_modules/'
const installed = (path: string): boolean => path.includes(folder)
const nameAt = (path: string, { name }: Locked): string => name ?? path.slice(path.lastIndexOf(folder) + folder.length)

/** The components of the product as CycloneDX 1.6 says them (ECMA-424): the same lock file gives the same text, to the byte. */
export function billOf({ packages }: Lock, product: { readonly name: string; readonly version: string }): Bill {
  const own = `pkg:npm/${product.name}@${product.version}`
  const refOf = (path: string): string => (installed(path) && packages[path]?.link !== true ? purlOf(nameAt(path, packages[path] ?? {}), packages[path]?.version ?? '') : own)
  const components = new Map<string, Component>()
  const needed = new Map<string, Set<string>>()
  for (const [path, locked] of Object.entries(packages)) {
    if (locked.link) continue
    const ref = refOf(path)
    if (installed(path)) components.set(ref, widest(components.get(ref), componentOf(nameAt(path, locked), locked)))
    const on = needed.get(ref) ?? new Set<string>()
    for (const name of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies, ...locked.peerDependencies })) {
      const found = resolved(packages, path, name)
      if (found !== undefined && refOf(found) !== ref) on.add(refOf(found))
    }
    needed.set(ref, on)
  }
  return {
    bomFormat: 'CycloneDX', specVersion: '1.6', version: 1,
    metadata: { component: { type: 'application', 'bom-ref': own, name: product.name, version: product.version, licenses: [{ license: { id: 'Apache-2.0' } }] } },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
    dependencies: [...needed].map(([ref, on]) => ({ ref, dependsOn: [...on].sort() })).sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  }
}

/** `@` of a scope is written out, as package URLs have it. */
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`

function componentOf(whole: string, { version = '', license, resolved: url, integrity, dev, devOptional, optional }: Locked): Component {
  const [group, name] = whole.startsWith('@') ? whole.split('/') : [undefined, whole]
  const purl = purlOf(whole, version)
  return {
    type: 'library', 'bom-ref': purl, ...(group === undefined ? {} : { group }), name: name ?? whole, version, scope: dev || devOptional ? 'excluded' : optional ? 'optional' : 'required', purl,
    ...(license === undefined ? {} : { licenses: [licenceOf(license)] }),
    ...(integrity === undefined ? {} : { hashes: hashesOf(integrity) }),
    ...(url === undefined ? {} : { externalReferences: [{ type: 'distribution' as const, url }] }),
  }
}

/** An identifier of SPDX, an expression of several, or what its maker calls it. */
function licenceOf(said: string): Licence {
  if (/ (OR|AND|WITH) /.test(said)) return { expression: said }
  return { license: /^[\w.+-]+$/.test(said) ? { id: said } : { name: said } }
}

const algorithms: Readonly<Record<string, 'SHA-512' | 'SHA-1'>> = { sha512: 'SHA-512', sha1: 'SHA-1' }
const hashesOf = (integrity: string): NonNullable<Component['hashes']> =>
  integrity.split(' ').flatMap((one) => {
    const [name = '', content = ''] = one.split(/-(.*)/s)
    const alg = algorithms[name]
    return alg ? [{ alg, content: Buffer.from(content, 'base64').toString('hex') }] : []
  })

/** One package may be installed in several places: it is needed as much as in the one that needs it most. */
const order = ['excluded', 'optional', 'required'] as const
const widest = (before: Component | undefined, one: Component): Component => (before && order.indexOf(before.scope) > order.indexOf(one.scope) ? before : one)

/** Where Node finds a package from a folder: beside it, or in a folder above. */
function resolved(packages: Lock['packages'], from: string, name: string): string | undefined {
  for (let base = from; ; base = base.includes('/') ? base.slice(0, base.lastIndexOf('/')) : '') {
    if (!base.endsWith('node_modules')) {
      const path = `${base === '' ? '' : `${base}/`}${folder}${name}`
      if (packages[path]) return path
    }
    if (base === '') return undefined
  }
}
