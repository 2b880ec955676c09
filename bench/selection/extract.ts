import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Makes `bench/instances/uk-gmpp-2024.json` from the normalised panel of the UK Government Major Projects Portfolio:
 *   node bench/selection/extract.ts examples/uk-gmpp/panel-2014-2024.csv
 * Keeps the March 2024 rows with a whole-life cost and monetised benefits above zero; GBP m become pence.
 */
const [, , panel] = process.argv
if (panel === undefined) throw new Error('Name the panel file: node bench/selection/extract.ts <panel.csv>')

const [header, ...lines] = readFileSync(panel, 'utf8').trim().split(/\r?\n/).map(fieldsOf)
const rows = lines.map((line) => Object.fromEntries(header!.map((name, column) => [name, line[column] ?? ''])))
const candidates = rows
  .filter((row) => row['report_year'] === '2024' && Number(row['wlc_baseline_gbpm']) > 0 && Number(row['benefits_baseline_gbpm']) > 0)
  .map((row) => ({
    id: row['gmpp_id']!,
    name: row['project_name']!,
    department: row['department']!,
    value: penceOf(row['benefits_baseline_gbpm']!),
    cost: penceOf(row['wlc_baseline_gbpm']!),
    start: row['start_date']!,
    end: row['end_date']!,
  }))
  .sort((a, b) => (a.id < b.id ? -1 : 1))

const instance = {
  title: 'UK Government Major Projects Portfolio, position March 2024: projects with whole-life cost and monetised benefits above zero',
  source: 'Infrastructure and Projects Authority, Annual Report 2023-24, GMPP data',
  licence: 'Contains public sector information licensed under the Open Government Licence v3.0',
  currency: 'GBP',
  unit: 'pence',
}
const text = candidates.map((candidate) => `    ${JSON.stringify(candidate)}`).join(',\n')
writeFileSync(
  new URL('../instances/uk-gmpp-2024.json', import.meta.url),
  `${JSON.stringify(instance, null, 2).slice(0, -2)},\n  "candidates": [\n${text}\n  ]\n}\n`,
)

/** Whole pence from GBP m in decimal, without a float in between. */
function penceOf(millions: string): number {
  const [whole = '0', fraction = ''] = millions.split('.')
  if (fraction.length > 8) throw new Error(`${millions} is finer than a penny`)
  return Number(BigInt(whole + fraction.padEnd(8, '0')))
}

/** Fields of one line of comma-separated text with double quotes. */
function fieldsOf(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
