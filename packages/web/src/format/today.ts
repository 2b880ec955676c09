import { civilDate, type CivilDate } from '@throughline/engine/kernel'
import { useState } from 'react'

/** Today where the reader is, as it was when the component appeared. */
export function useToday(): CivilDate {
  return useState(() => {
    const now = new Date()
    return civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
  })[0]
}
