import { known, missing, type Metric } from '../../kernel/index.ts'

/**
 * Mean consistency index of random judgements by number of items. The published tables differ, so a ratio says which one it used:
 * Saaty, *The Analytic Hierarchy Process* (1980); Saaty, *Theory and Applications of the ANP* (2005); Donegan and Dodd,
 * *Mathematical and Computer Modelling* 15 (1991).
 */
export const randomIndexTables = {
  saaty_1980: { 3: 0.58, 4: 0.9, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49 },
  saaty_2005: { 3: 0.52, 4: 0.89, 5: 1.11, 6: 1.25, 7: 1.35, 8: 1.4, 9: 1.45 },
  donegan_dodd_1991: { 3: 0.4914, 4: 0.8286, 5: 1.0591, 6: 1.1797, 7: 1.2519 },
} as const satisfies Record<string, Readonly<Record<number, number>>>
export type RandomIndexTable = keyof typeof randomIndexTables

/** The index of a table for n items of at least 3; missing beyond its last. */
export function randomIndex(table: RandomIndexTable, n: number): Metric<number> {
  const found = (randomIndexTables[table] as Readonly<Record<number, number>>)[n]
  return found === undefined ? missing(`random index of ${table} for ${n} items`) : known(found)
}
