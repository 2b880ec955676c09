import { press } from './client.ts'
import { memoryOf } from './memory.ts'
import type { Started } from '../scale/stage.ts'

/** Memory of the server at a minute of the soak, and what it did in that minute. */
export type Minute = { readonly minute: number; readonly megabytes: number; readonly done: number; readonly turnedAway: number }

/** Ten connections ask for minutes on end; the memory of the server is read after each minute. */
export async function soak(server: Started, headers: Readonly<Record<string, string>>, paths: readonly string[], minutes: number, after: (minutes: readonly Minute[]) => void): Promise<readonly Minute[]> {
  const all: Minute[] = []
  for (let minute = 1; minute <= minutes; minute += 1) {
    const { done, turnedAway } = await press(server.url, headers, 10, 60, (turn) => paths[turn % paths.length] ?? '')
    all.push({ minute, megabytes: memoryOf(server.pid), done, turnedAway })
    after(all)
    console.log(`minute ${minute}: ${memoryOf(server.pid).toFixed(0)} MB, ${done} done`)
  }
  return all
}
