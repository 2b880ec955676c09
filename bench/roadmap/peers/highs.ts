import { readFileSync } from 'node:fs'
import highsModule from 'highs'

// node bench/roadmap/peers/highs.ts <model.lp> <seconds>: prints what HiGHS (wasm) says as JSON; run as a process of its own, so that its time can be told.
const [, , file = '', seconds = '60'] = process.argv
/** The package describes itself as CommonJS, but its `import` entry is an ES module whose default is the loader itself. */
const highs = await (highsModule as unknown as typeof highsModule.default)()
const from = process.cpuUsage()
const solution = highs.solve(readFileSync(file, 'utf8'), { time_limit: Number(seconds), mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false })
const { user, system } = process.cpuUsage(from)
const taken = Object.values(solution.Columns).flatMap((column) => ('Primal' in column && Number(column.Primal) > 0.5 && column.Name.startsWith('x') ? [Number(column.Name.slice(1))] : []))
process.stdout.write(JSON.stringify({ status: solution.Status, objective: solution.ObjectiveValue, cpuSeconds: (user + system) / 1e6, taken }))
