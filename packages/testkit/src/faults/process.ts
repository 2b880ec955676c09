import { execFileSync, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A server of Throughline in a process of its own, at an address that it keeps when it is begun again. */
export type ServerProcess = {
  readonly url: string
  /** Begins it; settles when it is ready. Rejects with what it said where it ends before that. */
  begin(): Promise<void>
  /** Settles when it is ready, as `begin` does. */
  begun(): Promise<void>
  /** Ends it as a power cut would: without a word to it. Settles when it is gone. */
  kill(): Promise<void>
  /** Asks it to end, and waits until it has. */
  end(): Promise<void>
}

const main = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))

/** How often a server is begun again that ended before it was ready, as a supervisor of services does: its database may just have been killed. */
const attempts = 8

/** Prepares a server with an environment of its own; nothing runs before `begin`. Who supervises it begins it again where it cannot begin yet. */
export async function serverProcess(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort()
  let child: ReturnType<typeof spawn> | undefined
  let gone: Promise<void> = Promise.resolve()
  let beginning: Promise<void> = Promise.resolve()
  let wanted = false
  const once = (): Promise<void> => {
    const begun = spawn(process.execPath, [main], { env: { ...process.env, DATABASE_URL: '', THROUGHLINE_LOG: 'error', THROUGHLINE_OPEN: 'no', ...environment, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] })
    child = begun
    gone = new Promise((resolve) => begun.once('exit', () => ((child = undefined), resolve())))
    return ready(begun)
  }
  const supervised = async (): Promise<void> => {
    for (let left = attempts; ; left -= 1)
      try {
        return await once()
      } catch (error) {
        if (!wanted || left === 1) throw error
        await wait(250)
        if (!wanted) throw error
      }
  }
  const by = async (signal: NodeJS.Signals): Promise<void> => {
    wanted = false
    child?.kill(signal)
    await gone
  }
  return {
    url: `http://127.0.0.1:${port}`,
    begin: () => {
      wanted = true
      return (beginning = supervised())
    },
    kill: () => by('SIGKILL'),
    end: () => by('SIGTERM'),
    begun: () => beginning,
  }
}

/** Waits until it says that it is ready; what it says of errors after that is heard and dropped. */
function ready(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (part: Buffer): void => {
      said = (said + part.toString()).slice(-4_000)
      if (/ready at http/.test(said)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code, signal) => reject(new Error(`The server ended with ${code ?? signal}: ${said}`)))
  })
}

/**
 * A port that nobody listens on, below those that systems give to callers: somebody who keeps calling a port of theirs while nobody
 * listens is at last connected with himself by it, and then the server cannot have it back.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000)
    if (await isFree(port)) return port
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** The processes that a process has started and that still run. */
export function childrenOf(parent: number): readonly number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => line.trim().split(/\s+/).map(Number)).filter(([, its]) => its === parent).map(([pid = 0]) => pid)
}

/** Kills a process that may be gone already. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
