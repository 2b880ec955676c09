import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { availableParallelism, loadavg } from 'node:os'
import { random } from '@throughline/engine/kernel'
import type { RecalibrationInput } from '@throughline/engine/portfolio'
import { launch } from '../../tools/browser.ts'
import { madePortfolio, oneWeightChanged } from './made.ts'

/** Milliseconds from the message to the answer, and those of the worker's own clock; sorted. */
export type LiveTimes = { readonly initiatives: number; readonly roundTrip: readonly number[]; readonly worker: readonly number[] }

/**
 * Measures a change of one weight in the browser: the built worker of the web app is sent the portfolio once and then the next version,
 * as the page does. The folder is one that `vite build` wrote.
 */
export async function liveInBrowser(dist: string, sizes: readonly number[], changes: number): Promise<readonly LiveTimes[]> {
  const assets = `${dist}/assets`
  const worker = readdirSync(assets).find((name) => /^recalibration-worker-.*\.js$/.test(name))
  if (worker === undefined) throw new Error(`${assets} holds no recalibration worker; build the web app first`)
  const server = createServer((request, response) => {
    const asset = request.url?.startsWith('/assets/') ? readFileSync(`${dist}${request.url}`) : undefined
    response.writeHead(200, { 'content-type': asset ? 'text/javascript' : 'text/html' }).end(asset ?? '<!doctype html><title>bench</title>')
  }).listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${port}/`)
    const measured: LiveTimes[] = []
    for (const initiatives of sizes) {
      const chance = random(7)
      const portfolio = madePortfolio(initiatives, 60, 12, 1)
      const versions = Array.from({ length: changes + 3 }, () => oneWeightChanged(portfolio.before, chance))
      const asked = { base: plain(portfolio), versions, worker: `/assets/${worker}`, warm: 3 }
      const found = await page.evaluate(measure, asked)
      measured.push({ initiatives, roundTrip: found.map(([whole]) => whole ?? 0).sort((a, b) => a - b), worker: found.map(([, own]) => own ?? 0).sort((a, b) => a - b) })
    }
    return measured
  } finally {
    await browser.close()
    server.close()
  }
}

/** Maps as lists, for the way into the page. */
const plain = (input: RecalibrationInput) => ({ ...input, initiatives: input.initiatives.map((one) => ({ ...one, before: [...one.before], after: [...one.after] })), coverage: null })
type Plain = ReturnType<typeof plain>

/** Runs in the page. The first answer is the portfolio that runs from then on, as after years of planning; three are not counted. */
async function measure({ base, versions, worker: address, warm }: { readonly base: Plain; readonly versions: readonly unknown[]; readonly worker: string; readonly warm: number }): Promise<readonly (readonly number[])[]> {
  const worker = new Worker(address, { type: 'module' })
  let input = { ...base, initiatives: base.initiatives.map((one) => ({ ...one, before: new Map(one.before), after: new Map(one.after) })), coverage: [] }
  const ask = (message: object) => new Promise<{ readonly took: number; readonly answer: { readonly ok: boolean; readonly value: { readonly selected: readonly string[] } } }>((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.kind === 'done' && data.answer.ok ? resolve(data) : reject(new Error(JSON.stringify(data).slice(0, 300))))
    worker.postMessage(message)
  })
  const times: number[][] = []
  for (const [id, after] of versions.entries()) {
    const levers = { after, mappings: [], worth: input.worth, hysteresis: input.hysteresis, emergency: null, constraints: input.constraints }
    const from = performance.now()
    const { took, answer } = await ask({ id, levers, depth: { op: 'live' }, ...(id < 2 ? { base: input } : {}) })
    if (id >= warm) times.push([performance.now() - from, took])
    if (id === 0) {
      const runs = new Set(answer.value.selected)
      input = { ...input, initiatives: input.initiatives.map((one) => ({ ...one, standing: runs.has(one.id) ? 'running' : 'candidate' })) }
    }
  }
  worker.terminate()
  return times
}

/** The table of the page, with the machine that it was measured on. */
export function browserTable(all: readonly LiveTimes[]): string {
  const at = (sorted: readonly number[], share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  const rows = all.map(({ initiatives, roundTrip, worker }) => `| ${initiatives.toLocaleString('en')} | ${at(worker, 0.5)} | ${at(worker, 0.95)} | ${at(roundTrip, 0.5)} | ${at(roundTrip, 0.95)} |`)
  const [load = 0] = loadavg()
  return `## In the browser

The same portfolios in Chromium, in the worker that the page uses: the portfolio is sent once, each change of one weight is one message. Milliseconds by the clock, over
${all[0]?.worker.length ?? 0} changes; the machine has ${availableParallelism()} processors and a load of ${load.toFixed(1)} at the end. The page stays free meanwhile. Written by \`node bench/recalibration/run.ts 30 <folder of a web build>\`.

| initiatives | in the worker, half within | 95 of 100 within | message to answer, half within | 95 of 100 within |
|---|---|---|---|---|
${rows.join('\n')}
`
}
