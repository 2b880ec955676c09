import { lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../packages/web/src/style/index.css'
import '../../../packages/web/src/style/pages.css'
import { Marked } from './Marked.tsx'

const GridCase = lazy(() => import('./GridCase.tsx'))
const BubbleCase = lazy(() => import('./BubbleCase.tsx'))

document.documentElement.dataset['theme'] = 'light'
document.documentElement.dataset['density'] = 'default'
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Suspense fallback={null}>
      {location.hash === '#bubble' ? <Marked><BubbleCase /></Marked> : <GridCase />}
    </Suspense>,
  )
}
