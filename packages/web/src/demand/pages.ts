import { FlaskConical, Lightbulb, Scale, Upload } from 'lucide-react'
import type { PageEntry } from '../shell/page-entry.ts'

/** The pages of this room. */
export const pages: readonly PageEntry[] = [
  { path: '/demand/ideas', room: 'demand', title: 'Ideas', nav: { group: 'Portfolio', icon: Lightbulb, order: 5, keywords: 'opportunity intake funnel triage submit suggestion duplicate innovation' }, page: 'ideas' },
  { path: '/demand/innovation', room: 'demand', title: 'Innovation', nav: { group: 'Portfolio', icon: FlaskConical, order: 7, keywords: 'experiment hypothesis bet kill rate learning change plan adkar kotter template' }, page: 'innovation' },
  { path: '/demand/criteria', room: 'demand', title: 'Criteria', nav: { group: 'Portfolio', icon: Scale, order: 18, keywords: 'scoring ahp swing gate hurdle' }, page: 'criteria' },
  { path: '/demand/import', room: 'demand', title: 'Import', nav: { group: 'Portfolio', icon: Upload, order: 50, key: 'm', keywords: 'upload csv xlsx excel file load publication portfolio' }, page: 'import' },
  { path: '/demand/import/$importId', room: 'demand', title: 'Import', under: '/demand/import', page: 'import' },
  { path: '/demand/initiatives/$initiativeId', room: 'demand', title: 'Initiative', under: '/portfolio', page: 'initiative' },
]
