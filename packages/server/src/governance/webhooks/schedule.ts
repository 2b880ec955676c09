/** Seconds between one attempt and the next: about three days in all. */
export const pauseSeconds = [5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 72_000] as const

/** Seconds to wait after so many failed attempts, a fifth more or less by chance (0 to 1); undefined where it is given up. */
export function pauseAfter(attempts: number, chance: number): number | undefined {
  const seconds = pauseSeconds[attempts - 1]
  return seconds === undefined ? undefined : seconds * (0.8 + 0.4 * chance)
}
