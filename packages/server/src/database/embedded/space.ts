import { statfs } from 'node:fs/promises'

/** Whether the disk of the built-in database still takes writes. */
export type Space = {
  /** True while less is free than is kept back: then nothing more should be written. */
  low(): boolean
  stop(): void
}

/**
 * Watches how much is free where the database lies. PostgreSQL that finds no room for its log ends, and readers with it; so writing
 * stops while there is some left, and reading goes on. A disk that cannot be asked counts as one with room.
 */
export async function watchSpace(folder: string, leastBytes: number, everyMs = 1_000): Promise<Space> {
  let low = false
  const look = async (): Promise<void> => {
    const found = await statfs(folder).catch(() => undefined)
    low = found !== undefined && found.bavail * found.bsize < leastBytes
  }
  await look()
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  return { low: () => low, stop: () => clearInterval(timer) }
}
