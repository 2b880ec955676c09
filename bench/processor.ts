/** Seconds of processor time since `from`. */
export function cpuSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

/** Seconds of processor time of this thread alone since `from`: without those that compile and tidy up the memory beside it. */
export function threadSecondsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(from)
  return (user + system) / 1e6
}

/** Seconds of processor of the best of some runs, so that other work on the machine counts little. */
export function bestSeconds(repeats: number, work: () => unknown): number {
  const runs = Array.from({ length: repeats }, () => {
    const from = process.cpuUsage()
    work()
    return cpuSince(from)
  })
  return Math.min(...runs)
}
