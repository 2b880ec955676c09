import { strategyRoutes } from '@throughline/contract/strategy'
import { places } from '../../format/index.ts'
import { useRead } from '../../wire/index.ts'
import { StatusMark } from '../../ui/display/Status.tsx'
import { standingLooks } from '../pages/intake/words.ts'
import { Watermark } from '../pages/intake/parts/Readings.tsx'

/** How the reading of an objective in force stands, with the way to the passages that it rests on; of a strategy that no document was recorded of, the way alone. */
export function ReadingMark({ objectiveId }: { readonly objectiveId: string }) {
  const intake = useRead(strategyRoutes.readIntake, {})
  const item = intake.state === 'full' && intake.value.sources.length > 0 ? intake.value.items.find((one) => one.objectiveId === objectiveId && one.of === 'in_force') : undefined
  const look = item && standingLooks[item.standing]
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <a href={places.passages(objectiveId)}>Passages it rests on</a>
      {item && look && <><StatusMark quiet tone={look.tone} word={look.words} /><Watermark item={item} /></>}
    </span>
  )
}
