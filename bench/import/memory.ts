import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const kilobytes = (text: string, name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN)

/** Forgets the most memory that a process has had: from now on the system notes it anew (Linux, proc(5), clear_refs). */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** The most resident memory of a process with all its threads since `forgetPeak`, in megabytes. */
export const peakMb = (pid: number): number => Math.round(kilobytes(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmHWM') / 1024)

/** Memory of a process and all below it now, in megabytes; pages that several share are counted once. */
export function sharedMb(root: number): number {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const parent = /^PPid:\s+(\d+)/m.exec(readOr(`/proc/${name}/status`))?.[1]
    return parent === undefined ? [] : [[Number(name), Number(parent)] as const]
  }))
  const own = [...parents].filter(([pid, parent]) => pid === root || parent === root).map(([pid]) => kilobytes(readOr(`/proc/${pid}/smaps_rollup`), 'Pss'))
  return Math.round(own.filter((size) => !Number.isNaN(size)).reduce((sum, size) => sum + size, 0) / 1024)
}

/** A process may end while it is looked at. */
function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
