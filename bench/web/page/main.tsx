import { lazy, Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../packages/web/src/style/index.css'

const GridCase = lazy(() => import('./GridCase.tsx'))
const BubbleCase = lazy(() => import('./BubbleCase.tsx'))

/** Marks the moment after the first picture of the workload was painted. */
function Marked({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('ready')))
  }, [])
  return children
}

document.documentElement.dataset['theme'] = 'light'
document.documentElement.dataset['density'] = 'default'
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Suspense fallback={null}>
      <Marked>{location.hash === '#bubble' ? <BubbleCase /> : <GridCase />}</Marked>
    </Suspense>,
  )
}
