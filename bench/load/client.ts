import { Agent, request } from 'node:http'

/** What many connections got: answers by status, and how long those of 200 took, in milliseconds. */
export type Measured = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly longest: number; readonly done: number; readonly turnedAway: number; readonly other: number }

/** What a connection says of itself with each request. */
export type Headers = Readonly<Record<string, string>>

/** Keeps so many connections asking for some seconds, each as one of these people in turn; each asks again when it has its answer (and has paused), and after a second where it was turned away. */
export async function press(url: string, people: readonly Headers[], connections: number, seconds: number, path: (turn: number) => string, pauseMs = 0): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let [turnedAway, other, turn] = [0, 0, 0]
  const begun = performance.now()
  const until = begun + seconds * 1_000
  await Promise.all(
    Array.from({ length: connections }, async (_, nth) => {
      const headers = people[nth % people.length] ?? {}
      while (performance.now() < until) {
        const asked = performance.now()
        const status = await ask(agent, url + path((turn += 1)), headers)
        if (status === 200) times.push(performance.now() - asked)
        else if (status === 503) turnedAway += 1
        else other += 1
        const rest = status === 200 ? pauseMs : 1_000
        if (rest > 0) await new Promise((resume) => setTimeout(resume, rest))
      }
    }),
  )
  agent.destroy()
  const sorted = times.toSorted((one, another) => one - another)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { perSecond: times.length / ((performance.now() - begun) / 1_000), p50: at(0.5), p99: at(0.99), longest: at(1), done: times.length, turnedAway, other }
}

/** Asks once and reads the answer to its end; its status, or 0 where the connection broke. */
function ask(agent: Agent, url: string, headers: Headers): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(url, { agent, headers: { ...headers } }, (reply) => {
      reply.resume()
      reply.once('end', () => resolve(reply.statusCode ?? 0))
      reply.once('error', () => resolve(0))
    })
    sent.once('error', () => resolve(0))
    sent.end()
  })
}
