import { readFileSync } from 'node:fs'
import { solve } from 'yalps'
import type { Model } from '../model.ts'

// node bench/roadmap/peers/yalps.ts <model.json> <seconds>: prints what YALPS says as JSON; it does not look at the clock while a linear program runs.
const [, , file = '', seconds = '60'] = process.argv
const { columns, groups, rows } = JSON.parse(readFileSync(file, 'utf8')) as Model
const coefficients = Array.from({ length: columns.length + groups }, (_, column) => new Map<string, number>([['worth', columns[column]?.worth ?? 0]]))
rows.forEach(({ terms }, row) => {
  for (const [column, coefficient] of terms) coefficients[column]!.set(`r${row}`, coefficient)
})
const from = process.cpuUsage()
const solution = solve(
  {
    direction: 'maximize',
    objective: 'worth',
    constraints: new Map(rows.map(({ sense, limit }, row) => [`r${row}`, sense === '=' ? { equal: limit } : { max: limit }])),
    variables: new Map(coefficients.map((each, column) => [String(column), each])),
    binaries: columns.map((_, column) => String(column)),
  },
  { timeout: Number(seconds) * 1000, tolerance: 0 },
)
const { user, system } = process.cpuUsage(from)
const taken = solution.variables.flatMap(([name, level]) => (level > 0.5 && Number(name) < columns.length ? [Number(name)] : []))
process.stdout.write(JSON.stringify({ status: solution.status, objective: solution.result, cpuSeconds: (user + system) / 1e6, taken }))
