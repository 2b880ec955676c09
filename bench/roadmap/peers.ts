import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lpText, startsOf } from './model.ts'
import type { Model } from './model.ts'
import type { Starts } from './check.ts'

/** What a peer found: null for no plan; seconds are of its processor. `said` is its own word for how it ended. */
export type PeerAnswer = { readonly name: string; readonly starts: Starts | null; readonly cpuSeconds: number; readonly said: string; readonly objective: number | null }

export const PEERS = ['HiGHS', 'CBC', 'GLPK', 'YALPS'] as const
export type Peer = (typeof PEERS)[number]

const script = (name: string): string => fileURLToPath(new URL(`./peers/${name}.ts`, import.meta.url))

/** Whether a peer is on this machine: CBC and GLPK are programs (Debian: coinor-cbc, glpk-utils), the others packages. */
export function isPresent(peer: Peer): boolean {
  const program = { CBC: 'cbc', GLPK: 'glpsol', HiGHS: null, YALPS: null }[peer]
  return program === null || spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}

/** The relaxation's value and seconds by HiGHS: the bound that every gap is measured from. */
export function relaxation(model: Model): { readonly bound: number; readonly cpuSeconds: number } {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'model.lp'), lpText(model, true))
    const answer = asScript('highs', join(folder, 'model.lp'), 3_600)
    if (answer?.status !== 'Optimal') throw new Error(`The relaxation ended ${answer?.status ?? 'without an answer'}`)
    return { bound: answer.objective, cpuSeconds: answer.cpuSeconds }
  })
}

/** Asks a peer for the best plan it finds in about so many seconds, one thread. */
export function askPeer(peer: Peer, model: Model, seconds: number): PeerAnswer {
  return inFolder((folder) => {
    const file = join(folder, peer === 'YALPS' ? 'model.json' : 'model.lp')
    writeFileSync(file, peer === 'YALPS' ? JSON.stringify(model) : lpText(model, false))
    switch (peer) {
      case 'HiGHS':
      case 'YALPS':
        return fromScript(peer, model, asScript(peer === 'HiGHS' ? 'highs' : 'yalps', file, seconds), seconds)
      case 'CBC':
        return fromProgram(peer, model, `cbc ${file} sec ${seconds} ratio 0 threads 0 solve solution ${join(folder, 'out')}`, join(folder, 'out'), cbcColumns, seconds)
      case 'GLPK':
        return fromProgram(peer, model, `glpsol --lp ${file} --tmlim ${seconds} -o ${join(folder, 'out')}`, join(folder, 'out'), glpkColumns, seconds)
    }
  })
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Said = { readonly status: string; readonly objective: number; readonly cpuSeconds: number; readonly taken: readonly number[] }

/** A script of peers/ in a process of its own, ended by the system after twice its seconds of processor time. */
function asScript(name: string, file: string, seconds: number): Said | null {
  const { stdout } = spawnSync('sh', ['-c', `ulimit -t ${Math.ceil(seconds * 2 + 20)}; exec "$0" "$1" "$2" "$3"`, process.execPath, script(name), file, String(seconds)], { encoding: 'utf8', maxBuffer: 1e9 })
  return stdout === '' ? null : (JSON.parse(stdout) as Said)
}

function fromScript(name: Peer, model: Model, said: Said | null, seconds: number): PeerAnswer {
  if (said === null) return { name, starts: null, cpuSeconds: seconds * 2 + 20, said: 'ended without an answer', objective: null }
  const taken = new Set(said.taken)
  return { name, starts: planOf(model, taken, said.status), cpuSeconds: said.cpuSeconds, said: said.status, objective: said.objective }
}

function fromProgram(name: Peer, model: Model, command: string, out: string, read: (text: string) => ReadonlySet<number>, seconds: number): PeerAnswer {
  const { stdout } = spawnSync('sh', ['-c', `ulimit -t ${Math.ceil(seconds * 2 + 20)}; ${command} > /dev/null 2>&1; times`], { encoding: 'utf8' })
  const cpuSeconds = [...(stdout.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0)
  const text = existsSync(out) ? readFileSync(out, 'utf8') : ''
  const taken = read(text)
  const said = /Status:\s+(.+)/.exec(text)?.[1] ?? text.split('\n')[0] ?? ''
  return { name, starts: planOf(model, taken, said), cpuSeconds, said, objective: null }
}

/** A solution that takes nothing is a plan only where the peer calls it optimal. */
const planOf = (model: Model, taken: ReadonlySet<number>, said: string): Starts | null =>
  taken.size === 0 && !/^(integer )?optimal/i.test(said) ? null : startsOf(model, (column) => (taken.has(column) ? 1 : 0))

/** `  12 x34  1  5.6`: columns that are not zero. */
const cbcColumns = (text: string): ReadonlySet<number> =>
  new Set([...text.matchAll(/^\s*(?:\*\*)?\s*\d+ x(\d+)\s+(\S+)/gm)].flatMap(([, column, level]) => (Number(level) > 0.5 ? [Number(column)] : [])))

/** `   12 x34          *              1             0             1`. */
const glpkColumns = (text: string): ReadonlySet<number> =>
  new Set([...text.matchAll(/^\s*\d+ x(\d+)\s+\*\s+(\S+)/gm)].flatMap(([, column, level]) => (Number(level) > 0.5 ? [Number(column)] : [])))
