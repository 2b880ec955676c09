import type { Exception } from './allowed.ts'

/** A package by name with the licence it declares, an SPDX expression where it follows the custom. */
export type Declared = { readonly name: string; readonly version: string; readonly licence: string | undefined; readonly path: string }

/** What stands against the licences of these packages, one line each; empty where nothing does. */
export function judge(packages: readonly Declared[], allowed: ReadonlySet<string>, exceptions: readonly Exception[]): readonly string[] {
  const against = packages.flatMap(({ name, version, licence, path }) => {
    if (licence === undefined) return [`${path}: found no licence in ${name} ${version}, expected one of ${[...allowed].join(', ')}`]
    if (permits(licence, allowed) || exceptions.some((exception) => excepts(exception, name, licence))) return []
    return [`${path}: found ${licence} in ${name} ${version}, expected one of ${[...allowed].join(', ')}, or an exception with its reason`]
  })
  const idle = exceptions
    .filter((exception) => !packages.some(({ name, licence }) => licence !== undefined && excepts(exception, name, licence)))
    .map((exception) => `tools/licences/allowed.ts: found an exception for ${exception.name} (${exception.licence}), expected none: nothing installed needs it`)
  return [...against, ...idle]
}

/** Whether a licence expression can be met by allowed licences: one side of an OR is enough, an AND needs both. */
export function permits(expression: string, allowed: ReadonlySet<string>): boolean {
  const plain = expression.replace(/[()]/g, ' ').trim()
  return plain.split(/\s+OR\s+/i).some((side) => side.split(/\s+AND\s+/i).every((licence) => allowed.has(licence.trim())))
}

const excepts = ({ name: pattern, licence: expected }: Exception, name: string, licence: string): boolean =>
  licence === expected && (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)
