import { readdirSync, readFileSync } from 'node:fs'

/** Hundredths of a second that a process and its ended children have had of the processor, by Linux; and whose child it is. */
function statOf(pid: number): { readonly parent: number; readonly ticks: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
    return { parent: Number(fields[1]), ticks: [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) }
  } catch {
    return undefined
  }
}

/** Milliseconds of processor time that some processes and all below them have had; 0 where the system does not say. */
export function processorMs(roots: readonly number[]): number {
  try {
    const all = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
      const stat = statOf(Number(name))
      return stat ? [[Number(name), stat] as const] : []
    }))
    const below = (pid: number): boolean => roots.includes(pid) || (all.has(pid) && below(all.get(pid)?.parent ?? 0) && pid > 1)
    return [...all].filter(([pid]) => below(pid)).reduce((sum, [, { ticks }]) => sum + ticks * 10, 0)
  } catch {
    return 0
  }
}
