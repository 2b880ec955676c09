import { hundredthsOf } from '@throughline/engine/capacity'

/** Hours of a day as they are kept: in hundredths, with what they cost where it was given. */
export const hoursGiven = ({ on, hours, costMinor }: { readonly on: string; readonly hours: string; readonly costMinor?: string | null | undefined }) => ({ worked_on: on, hundredths: Number(hundredthsOf(hours) ?? 0n), cost_minor: costMinor ?? null })
