/** What a small bet is about, in the order in which it is proved: whether the problem is real, whether the solution works, whether it pays at scale. */
export const betStages = ['problem', 'solution', 'scale'] as const
export type BetStage = (typeof betStages)[number]
/** How an experiment ended: by evidence, for the hypothesis or against it; without any; or before its end. */
export const experimentResults = ['confirmed', 'refuted', 'inconclusive', 'stopped'] as const
export type ExperimentResult = (typeof experimentResults)[number]

/** An experiment as stages are judged by it; `result` is null while it runs. */
export type StagedExperiment = { readonly stage: BetStage; readonly result: ExperimentResult | null }

/** Whether a stage is proved: an experiment confirmed its hypothesis. */
export const isProved = (stage: BetStage, experiments: readonly StagedExperiment[]): boolean => experiments.some((one) => one.stage === stage && one.result === 'confirmed')
/** The first stage before one that is not proved yet; undefined where all of them are. */
export const unprovedBefore = (stage: BetStage, experiments: readonly StagedExperiment[]): BetStage | undefined => betStages.slice(0, betStages.indexOf(stage)).find((one) => !isProved(one, experiments))
/** What has to be proved before an idea that is tried out becomes an initiative; what it is at scale, the initiative may find out. */
export const unprovedForCase = (experiments: readonly StagedExperiment[]): BetStage | undefined => unprovedBefore('scale', experiments)
/** Whether an experiment taught something that evidence shows, whichever way it went. */
export const isLearning = ({ result }: Pick<StagedExperiment, 'result'>): boolean => result === 'confirmed' || result === 'refuted'
