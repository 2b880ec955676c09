import { ok, refuse, type Result } from '@throughline/engine/kernel'

/** Numbers as they are pasted: parted by blanks, lines or semicolons, with or without a per cent sign. Refused with the first that is none. */
export function numbersIn(text: string): Result<readonly number[], string> {
  const parts = text.split(/[\s;]+/).map((one) => one.replace(/%$/, '')).filter(Boolean)
  const strange = parts.find((one) => !/^[+\-−]?\d+([.,]\d+)?$/.test(one))
  return strange === undefined ? ok(parts.map((one) => Number(one.replace('−', '-').replace(',', '.')))) : refuse(strange)
}

/** The same numbers as a person reads them. */
export const textOf = (numbers: readonly number[]): string => numbers.map((one) => String(Number(one.toFixed(6)))).join(' ')
