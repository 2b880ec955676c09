import { useCallback } from 'react'
import { useChoices } from '../../start.ts'
import { Choices } from './parts/Choices.tsx'

/** How an organisation that holds nothing can begin, in place of a page’s figures. */
export default function Begin() {
  return <Choices {...useChoices(useCallback(() => undefined, []))} />
}
