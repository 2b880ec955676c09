import type { Rating } from '@throughline/contract/demand'
import { Mark } from '../ui/display/Status.tsx'
import { ratingLooks, type HealthKey } from './rating.ts'

/** A rating as shape, colour and word; a mixed rating carries both of its shapes. */
export function RatingMark({ rating, of }: { readonly rating?: Rating | null; readonly of?: HealthKey }) {
  const looks = ratingLooks[of ?? rating?.level ?? 'none']
  return (
    <span className="status gap-1.5">
      <span className="inline-flex gap-0.5">
        {looks.marks.map((tone) => (
          <Mark key={tone} tone={tone} />
        ))}
      </span>
      {looks.words}
    </span>
  )
}
