import type { PlaceFacts } from '@throughline/engine/governance'
import type { StoredPlace } from './course-store.ts'

/** A place as it stands in line. */
export const inLine = ({ id, state, asked_at }: StoredPlace): PlaceFacts => ({ id, state, askedAt: asked_at })
