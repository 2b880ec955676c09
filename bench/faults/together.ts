import type { Trial } from '@throughline/testkit/faults'

/** Trials of one kind as one: their kills side by side, their counts added up. */
export function together(trials: readonly Trial[]): Trial {
  return trials.reduce((one, other) => ({
    ...one,
    kills: [...one.kills, ...other.kills],
    faults: [...one.faults, ...other.faults],
    counts: added(one.counts, other.counts) as Trial['counts'],
    jobs: { open: one.jobs.open + other.jobs.open, missing: one.jobs.missing + other.jobs.missing, takenOver: one.jobs.takenOver + other.jobs.takenOver, ended: added(one.jobs.ended, other.jobs.ended) },
    damaged: one.damaged && other.damaged ? [...one.damaged, ...other.damaged] : undefined,
  }))
}

const added = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]))
