import { Gate } from '../parts/gate.tsx'
import { notFoundWords } from '../words/en/not-found.ts'

/** For every address that is none of ours. */
export function NotFoundPage() {
  document.title = notFoundWords.page
  return (
    <Gate title={notFoundWords.title} text={notFoundWords.text}>
      <a class="button button-main" href="/">
        {notFoundWords.way}
      </a>
    </Gate>
  )
}
