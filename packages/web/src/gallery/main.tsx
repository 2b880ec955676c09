import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../style/index.css'
import '../style/pages.css'
import { Gallery } from './Gallery.tsx'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}
