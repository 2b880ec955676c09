import { Agent, request } from 'node:http'

/** One thing that a user asks for. */
export type Request = { readonly path: string }
/** What many asked and how long it took, in milliseconds. */
export type Measured = { readonly requests: number; readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly most: number; readonly megabytes: number }

export type Load = { readonly url: string; readonly cookies: readonly string[]; readonly thinkMs: number; readonly seconds: number; next(user: number, turn: number): Request; /** What somebody else does every second meanwhile. */ beside?: (turn: number) => Promise<void> }

/** Users at work at once, each asking again when the answer is there and it has thought. Bodies are read to their end, compressed as a browser asks for them. */
export async function measure({ url, cookies, thinkMs, seconds, next, beside }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: cookies.length })
  const times: number[] = []
  let bytes = 0
  const until = performance.now() + seconds * 1000
  const other = async (): Promise<void> => {
    for (let turn = 0; beside && performance.now() < until; turn += 1) {
      await beside(turn)
      await new Promise((resume) => setTimeout(resume, 1000))
    }
  }
  await Promise.all([
    other(),
    ...cookies.map(async (cookie, user) => {
      // Users do not begin in the same instant.
      await new Promise((resume) => setTimeout(resume, (user * (thinkMs || 20)) / cookies.length))
      for (let turn = 0; performance.now() < until; turn += 1) {
        const begun = performance.now()
        bytes += await ask(agent, url, cookie, next(user, turn))
        times.push(performance.now() - begun)
        if (thinkMs > 0) await new Promise((resume) => setTimeout(resume, thinkMs))
      }
    }),
  ])
  agent.destroy()
  return { requests: times.length, perSecond: times.length / seconds, ...quantiles(times), megabytes: bytes / 1_048_576 }
}

/** Asks once, alone; in milliseconds. */
export async function askOnce(url: string, cookie: string, path: string): Promise<number> {
  const agent = new Agent()
  const begun = performance.now()
  await ask(agent, url, cookie, { path })
  agent.destroy()
  return performance.now() - begun
}

function quantiles(times: readonly number[]): Pick<Measured, 'p50' | 'p95' | 'p99' | 'most'> {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) }
}

/** Asks once and reads the whole answer; its length in bytes as it came over the wire. */
function ask(agent: Agent, url: string, cookie: string, { path }: Request): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, headers: { cookie, accept: 'application/json', 'accept-encoding': 'gzip, deflate, br' } }, (reply) => {
      let bytes = 0
      reply.on('data', (part: Buffer) => (bytes += part.length))
      reply.on('end', () => (reply.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path} answered ${reply.statusCode}`))))
      reply.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })
}
